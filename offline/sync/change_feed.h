// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/sync/sync_store.h"

#include <QJsonObject>

#include <vector>

namespace tongban::offline::sync {

struct StatusChange
{
    QUuid caseId;
    domain::CaseStatus status;
    QString projectNumber; // empty: none yet
    QDateTime since;       // UTC
};

struct PulledChanges
{
    QString cursor;
    std::vector<StatusChange> recorded;
    bool mayHaveMore = false; // the page was not empty
};

inline constexpr auto cursorKey = "changes.cursor";

// Writes an answer of the change feed into the store, then moves the cursor: a crash between the two repeats changes,
// and never skips one. A change that cannot be understood or is of no case here is logged and passed by: it must not
// hold up those behind it; one without a date counts from when it was heard (nowUtc). An empty page says that all is
// known until nowUtc (store::changesAsOfKey). On the store's Lane. Errors: PlatformBadAnswer (no cursor), the store's
// troubles.
[[nodiscard]] Result<PulledChanges> recordChanges(const SyncStore &store, const QJsonObject &answer,
                                                  const QDateTime &nowUtc);

} // namespace tongban::offline::sync
