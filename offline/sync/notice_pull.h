// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/sync/pull.h"

#include <vector>

namespace tongban::offline::sync {

// The office's notices, into the store, then the cursor: a crash between the two repeats notices, and never skips one.
// One that cannot be understood or is of no case here is logged and passed by.
class NoticePull final : public Pull
{
public:
    using Arrived = std::function<void(const QUuid &caseId, const QUuid &noticeId)>;
    NoticePull(PullHost host, Arrived arrived)
        : Pull(std::move(host), std::chrono::minutes(1)), m_arrived(std::move(arrived))
    {}
    void run() override;

private:
    struct Kept
    {
        std::vector<std::pair<QUuid, QUuid>> fresh; // case and notice
        bool mayHaveMore = false;                   // the page was not empty
    };
    [[nodiscard]] static Result<Kept> keep(const SyncStore &store, const QJsonObject &answer);
    void ask(const QString &cursor);
    void came(const QString &cursor, const Result<QJsonObject> &answer);

    Arrived m_arrived;
};

inline constexpr auto noticeCursorKey = "notices.cursor";

} // namespace tongban::offline::sync
