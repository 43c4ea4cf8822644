// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/sync/pull.h"

namespace tongban::offline::sync {

// The city's commands. Each is written down before it is carried out, and what became of it before the city is told; so
// none is obeyed twice because an answer was lost or the power went. (One that was being carried out when the power
// went is carried out again: all of them may be.) What is left over comes before new ones. One step a run.
class CommandPull final : public Pull
{
public:
    CommandPull(PullHost host, std::function<void()> reload)
        : Pull(std::move(host), std::chrono::minutes(1)), m_reload(std::move(reload))
    {}
    void run() override;

private:
    using Next = Result<std::optional<ports::OpenCommand>>;

    void carryOut(const ports::CityCommand &command);
    void settle(const ports::CityCommand &command, const ports::CommandOutcome &outcome);
    void report(const ports::OpenCommand &command);
    void reportHeard(const QUuid &id, const Result<QJsonObject> &answer);
    void ask();
    void askFrom(const QString &cursor);
    void came(const QString &cursor, const Result<ports::PulledCommands> &pulled);
    // Work on the store's Lane; afterwards the next step comes at once.
    void write(const std::function<Result<void>(const SyncStore &)> &work, Ms pause = Ms::zero());

    std::function<void()> m_reload; // ask for the catalogue now
};

inline constexpr auto commandCursorKey = "commands.cursor";

} // namespace tongban::offline::sync
