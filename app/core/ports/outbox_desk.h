// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/outbox.h"

#include <vector>

namespace tongban::ports {

// An entry as staff see it: no name, no answer, no payload.
struct OutboxLine
{
    QUuid entry;
    QUuid caseId;
    QString localNumber; // 预受理编号
    OutboxKind kind = OutboxKind::CreateCase;
    OutboxState state = OutboxState::Pending;
    int attempts = 0;
    QDateTime enqueuedAt;           // UTC
    QDateTime notBefore;            // UTC; not before this it is sent. Invalid: it waits for no time
    std::optional<ErrorKind> error; // of the last attempt; none: there was none, or a person holds it back
    QString detail;                 // of the last attempt, English, for a technician; or why a person holds it back
};

// A case that the office does not hold yet: its submission is not done.
struct UnsentCase
{
    QUuid caseId;
    QString localNumber;
    QDateTime submittedAt; // UTC
    QDateTime alarmAt;     // UTC: from here on staff are alarmed (DOMAIN.md: within one working day)
    bool needsPerson = false; // one of its entries is parked or in conflict
};

// An answer of the city that came by another way than the line.
struct Acknowledged
{
    QUuid entry;
    QJsonObject answer;
};

// The outbox from the side of those who look after it: staff, tongban-queue, the USB ferry. All calls on the store's Lane;
// durable when a call returns; errors as CaseStore, NotFound for an entry that is not there or not in that state.
class OutboxDesk
{
public:
    virtual ~OutboxDesk() = default;

    // Oldest first, at most limit (0 or less: none). Without a state: everything that is not done.
    virtual Result<std::vector<OutboxLine>> lines(std::optional<OutboxState> state, int limit) = 0;
    virtual Result<std::vector<UnsentCase>> unsent() = 0;                                           // oldest first

    // A person has put it right: parked or conflict → pending at once, under the same id.
    virtual Result<void> release(const QUuid &entry) = 0;
    // A person holds it back: pending → parked. reason: said by staff, never personal data.
    virtual Result<void> hold(const QUuid &entry, const QString &reason) = 0;

    // For the ferry: every entry of the case that is not done, payload opened, in the order of need. Claims nothing: the line
    // may send them at the same time, under the same ids.
    virtual Result<std::vector<OutboxEntry>> openEntriesOf(const QUuid &caseId) = 0;
    // The city's answer came by another way than the line: any state but done → done. Done already: fine, nothing changes.
    virtual Result<void> acknowledge(const QUuid &entry, const QJsonObject &answer) = 0;
    // The same for several entries of one case: all in one transaction. NotFound: one of them is not there or is another
    // case's; nothing changes.
    virtual Result<void> acknowledgeAll(const QUuid &caseId, const std::vector<Acknowledged> &answers) = 0;
};

} // namespace tongban::ports
