// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QUuid>

#include <optional>

namespace tongban::ports {

// What the city is to be told, in the order of need: a page only after its case exists there, the submission only after
// all pages arrived. Nothing waits for a thumbnail. A supplement (补正) goes the other way round: its pages first, then
// the message that names them.
enum class OutboxKind {
    CreateCase,
    UploadThumbnail,
    UploadPage,
    SubmitCase,
    SendEvaluation,
    UploadSupplement,
    SendSupplement
};

struct OutboxEntry
{
    QUuid id; // UUIDv7; the Idempotency-Key of every attempt
    OutboxKind kind = OutboxKind::CreateCase;
    QUuid caseId;
    QJsonObject payload; // opened; the request's facts (see offline/outbox/README)
    int attempts = 0;    // including this one
};

// pending → in flight → (done | pending again | parked | conflict). Parked: a person must look, nobody else can help.
// Conflict (409, 412): the city holds something else under this key; a person decides which one stands.
// All calls on the store's Lane; durable when a call returns. Errors of all: the store's; NotFound for an entry that is
// not in flight.
enum class OutboxState { Pending, InFlight, Done, Parked, Conflict };

class Outbox
{
public:
    virtual ~Outbox() = default;

    // The most urgent entry whose time and needs have come, already marked in flight. None: nothing to do now.
    virtual Result<std::optional<OutboxEntry>> claim(const QDateTime &nowUtc) = 0;
    virtual Result<void> complete(const QUuid &entry, const QJsonObject &answer) = 0;
    // Pending again, or parked when the same answer outside the contract has come too often for too long.
    virtual Result<void> retry(const QUuid &entry, const Error &error, const QDateTime &notBeforeUtc) = 0;
    virtual Result<void> park(const QUuid &entry, const Error &error) = 0;
    virtual Result<void> conflict(const QUuid &entry, const Error &error) = 0;
    // The answer that completed an earlier entry of this case (the platform's case id, say); NotFound.
    virtual Result<QJsonObject> answerOf(const QUuid &caseId, OutboxKind kind) = 0;
    // At start: what was in flight when the power failed is pending again, under the same key.
    virtual Result<int> recoverInFlight() = 0;
    // When claim could next have something; none: the box is empty or waits for a person.
    virtual Result<std::optional<QDateTime>> nextDue() = 0;
};

} // namespace tongban::ports
