// SPDX-License-Identifier: GPL-3.0-or-later
// The database's part of a restore.
#pragma once

#include "app/core/base/clock.h"
#include "app/core/ports/audit_trail.h"
#include "offline/store/database.h"

#include <QDateTime>
#include <QList>
#include <QUuid>

namespace tongban::offline::store {

struct RestoredFrom
{
    QString generation;
    QDateTime backedUpAt; // UTC
    ports::AuditHead audit;
    QList<QUuid> owners; // whose keys are there
};

struct RestoredCases
{
    int cases = 0;
    int erased = 0;
};

// Checks the database (structure, chain of the audit and the head that the manifest names), brings it to the latest
// schema, ends what was erased since, moves the counters of local numbers on, and writes the restore into the audit.
// StoreCorrupt when it is not the one that was backed up.
[[nodiscard]] Result<RestoredCases> prepareRestored(const QString &path, const RestoredFrom &from, const Clock &clock);

// Misconfigured when the database at path holds anything later than `at`; one that cannot be read is no hindrance.
[[nodiscard]] Result<void> refuseNewer(const QString &path, const QDateTime &at);

} // namespace tongban::offline::store
