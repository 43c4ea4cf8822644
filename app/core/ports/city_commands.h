// SPDX-License-Identifier: GPL-3.0-or-later
// What the city may ask of a terminal, and nothing else: a short list of harmless things, each signed for this terminal
// and good for a while only.
#pragma once

#include "app/core/base/result.h"

#include <QDateTime>
#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace tongban::ports {

enum class CommandKind {
    Reload,   // ask for the catalogue anew; a terminal that was closed is open again
    Diagnose, // say how the devices are
    Message,  // show a text to people until the command expires
    Close,    // take no new applications, and show why, until the next reload
};

struct CityCommand
{
    QUuid id;
    CommandKind kind = CommandKind::Reload;
    QString text;        // Message and Close: shown to people, at most 200 characters; else empty
    QDateTime expiresAt; // UTC
};

struct RefusedCommand // it was never carried out
{
    QUuid id;       // null when it had none that reads
    QString reason; // English, without the command's text
};

struct PulledCommands
{
    QString cursor;
    std::vector<CityCommand> commands; // in order
    std::vector<RefusedCommand> refused;
    [[nodiscard]] bool empty() const { return commands.empty() && refused.empty(); }
};

struct CommandOutcome
{
    enum class Kind { Done, Refused, Failed } kind = Kind::Done;
    QString detail; // English, for a technician, at most 200 characters; never personal data
};

struct OpenCommand
{
    CityCommand command;
    std::optional<CommandOutcome> outcome; // none: it is still to be carried out; else the city is to be told
};

// What the city's commands made of this terminal, also after a restart.
struct StandingOrders
{
    QString closedText; // not empty: closed to new applications, and this is why
    QString message;
    QDateTime messageUntil{}; // UTC; of message
};

// Commands between their arrival and the city's knowing what became of them; which ones were here before. On the
// store's Lane. Errors as CaseStore.
class CommandLog
{
public:
    virtual ~CommandLog() = default;
    // A command that was here before is not taken a second time, whatever became of it.
    virtual Result<void> take(const PulledCommands &pulled) = 0;
    virtual Result<std::optional<OpenCommand>> next() = 0; // the oldest one that the city awaits word of
    // What became of it: durable, and on record in the audit trail, before the city is told.
    virtual Result<void> settle(const QUuid &id, const CommandOutcome &outcome) = 0;
    virtual Result<void> reported(const QUuid &id) = 0;
    virtual Result<StandingOrders> standing(const QDateTime &nowUtc) = 0;
};

} // namespace tongban::ports
