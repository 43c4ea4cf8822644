// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QUuid>

#include <optional>

namespace tongban::ports {

// What the city is to be told, in the order of need: a page only after its case exists there, the submission only after
// all pages arrived.
enum class OutboxKind { CreateCase, UploadPage, SubmitCase, SendEvaluation };

struct OutboxEntry
{
    QUuid id; // UUIDv7; the Idempotency-Key of every attempt
    OutboxKind kind = OutboxKind::CreateCase;
    QUuid caseId;
    QJsonObject payload; // opened; the request's facts (see offline/outbox/README)
    int attempts = 0;    // including this one
};

// pending → in flight → (done | retry | parked). All calls on the store's Lane; durable when a call returns.
enum class OutboxState { Pending, InFlight, Done, Parked, Conflict };

class Outbox
{
public:
    virtual ~Outbox() = default;

    // The next entry whose time and dependencies have come, already marked in flight. None: nothing to do now.
    virtual Result<std::optional<OutboxEntry>> claim(const QDateTime &nowUtc) = 0;
    virtual Result<void> complete(const QUuid &entry, const QJsonObject &answer) = 0;
    virtual Result<void> retry(const QUuid &entry, const Error &error, const QDateTime &notBeforeUtc) = 0;
    virtual Result<void> park(const QUuid &entry, const Error &error) = 0;
    // The answer that completed an earlier entry of this case (the platform's case id, say); NotFound.
    virtual Result<QJsonObject> answerOf(const QUuid &caseId, OutboxKind kind) = 0;
    // At start: what was in flight when the power failed is pending again, under the same key.
    virtual Result<int> recoverInFlight() = 0;
    // When claim could next have something; none: the box is empty or waits for a person.
    virtual Result<std::optional<QDateTime>> nextDue() = 0;
};

} // namespace tongban::ports
