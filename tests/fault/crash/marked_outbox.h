// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/outbox.h"
#include "tests/fault/crash/stages.h"

#include <QSet>

namespace tongban::testing {

// The real outbox; tells when a page is under way ("upload") and when the city's answer is written down
// ("acknowledge").
class MarkedOutbox final : public ports::Outbox
{
public:
    explicit MarkedOutbox(ports::Outbox &real) : m_real(real) {}

    Result<std::optional<ports::OutboxEntry>> claim(const QDateTime &nowUtc) override
    {
        auto entry = m_real.claim(nowUtc);
        if (entry && *entry && (*entry)->kind == ports::OutboxKind::UploadPage) {
            m_uploads.insert((*entry)->id);
            beginStage("upload");
        }
        return entry;
    }
    Result<void> complete(const QUuid &entry, const QJsonObject &answer) override
    {
        landed(entry);
        const Stage stage("acknowledge");
        return m_real.complete(entry, answer);
    }
    Result<void> retry(const QUuid &entry, const Error &error, const QDateTime &notBeforeUtc) override
    {
        landed(entry);
        return m_real.retry(entry, error, notBeforeUtc);
    }
    Result<void> park(const QUuid &entry, const Error &error) override
    {
        landed(entry);
        tell("trouble parked: " + error.where.toUtf8() + ' ' + error.detail.toUtf8());
        return m_real.park(entry, error);
    }
    Result<void> conflict(const QUuid &entry, const Error &error) override
    {
        landed(entry);
        tell("trouble conflict: " + error.where.toUtf8() + ' ' + error.detail.toUtf8());
        return m_real.conflict(entry, error);
    }
    Result<QJsonObject> answerOf(const QUuid &caseId, ports::OutboxKind kind) override
    {
        return m_real.answerOf(caseId, kind);
    }
    Result<int> recoverInFlight() override { return m_real.recoverInFlight(); }
    Result<std::optional<QDateTime>> nextDue() override { return m_real.nextDue(); }

private:
    void landed(const QUuid &entry)
    {
        if (m_uploads.remove(entry))
            endStage("upload");
    }

    ports::Outbox &m_real;
    QSet<QUuid> m_uploads;
};

} // namespace tongban::testing
