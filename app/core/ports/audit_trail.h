// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace tongban::ports {

enum class AuditActor { Villager, Staff, Technician, Terminal, City };

// Who did what to which thing. Never a name, an ID number or an answer: ids, codes and counts only.
struct AuditEvent
{
    AuditActor actor = AuditActor::Terminal;
    QString actorId{}; // id of a staff key, of a session; empty where the kind says it all
    QString action;    // "case.submit", "case.erase", "print.confirmed" …
    QString subject{}; // id or local number of what was acted upon
    QString detail{};  // plain facts, English
};

struct AuditRecord
{
    qint64 seq = 0; // from 1, without gaps
    QDateTime at;   // UTC, as the terminal's clock had it
    AuditEvent event;
    QByteArray hash; // SM3 over the hash before and this row, 32 bytes
};

// What the chain ends in: whoever keeps it (a backup's manifest, the city) can tell that nothing was cut off later.
struct AuditHead
{
    qint64 seq = 0;  // 0: nothing was ever written
    QByteArray hash; // 32 bytes; zeros at the beginning
};

struct AuditVerdict
{
    qint64 rows = 0;
    std::optional<qint64> firstBroken; // seq of the first row that is missing, changed or out of place
};

// What happened here, hash-chained (SCOPE row 62; GB/T 22239: kept at least 180 days; never deleted here). On the
// store's Lane; durable when a call returns, or with the transaction that it is part of. Errors as CaseStore.
class AuditTrail
{
public:
    virtual ~AuditTrail() = default;
    virtual Result<void> append(const AuditEvent &event) = 0;
    virtual Result<std::vector<AuditRecord>> records(qint64 fromSeq, int limit) = 0; // in order
    virtual Result<AuditHead> head() = 0;
    virtual Result<AuditVerdict> verify() = 0;
};

} // namespace tongban::ports
