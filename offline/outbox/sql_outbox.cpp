// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/outbox/sql_outbox.h"

#include "app/core/base/log.h"
#include "offline/store/text.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace tongban::offline::outbox {

using ports::OutboxEntry;
using ports::OutboxKind;
using store::textOf;

namespace {

constexpr std::array allKinds{OutboxKind::CreateCase, OutboxKind::UploadPage, OutboxKind::SubmitCase,
                              OutboxKind::SendEvaluation};

// True for entries that wait for nobody else.
const auto noUnmetNeeds = QStringLiteral("NOT EXISTS (SELECT 1 FROM outbox_needs n JOIN outbox d ON d.id = n.needs"
                                         " WHERE n.entry = o.id AND d.state <> 'done')");

QByteArray payloadContext(const QUuid &entry)
{
    return "outbox/payload/" + textOf(entry).toLatin1();
}

QByteArray answerContext(const QUuid &entry)
{
    return "outbox/answer/" + textOf(entry).toLatin1();
}

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QString sentence(const Error &error)
{
    return QStringLiteral("%1 %2: %3").arg(QLatin1String(tongban::nameOf(error.kind)), error.where, error.detail);
}

} // namespace

QString nameOf(OutboxKind kind)
{
    switch (kind) {
    case OutboxKind::CreateCase:
        return QStringLiteral("createCase");
    case OutboxKind::UploadPage:
        return QStringLiteral("uploadPage");
    case OutboxKind::SubmitCase:
        return QStringLiteral("submitCase");
    case OutboxKind::SendEvaluation:
        return QStringLiteral("sendEvaluation");
    }
    Q_UNREACHABLE();
}

Result<void> SqlOutbox::enqueue(const NewEntry &entry)
{
    const auto where = QStringLiteral("outbox.enqueue");
    const auto payload = m_vault.sealOwned(entry.caseId, bytesOf(entry.payload), payloadContext(entry.id));
    if (!payload)
        return fail(payload.error().within(where));
    const auto put =
        m_database.run(where,
                       QStringLiteral("INSERT INTO outbox (id, kind, case_id, payload, state, not_before,"
                                      " changed_at) VALUES (?, ?, ?, ?, 'pending', ?, ?)"),
                       {textOf(entry.id), nameOf(entry.kind), textOf(entry.caseId), *payload, now(), now()});
    if (!put)
        return fail(put.error());
    for (const QUuid &need : entry.needs) {
        const auto linked =
            m_database.run(where, QStringLiteral("INSERT INTO outbox_needs (entry, needs) VALUES (?, ?)"),
                           {textOf(entry.id), textOf(need)});
        if (!linked)
            return fail(linked.error());
    }
    return {};
}

Result<store::Rows> SqlOutbox::markNextInFlight(const QDateTime &nowUtc)
{
    const qint64 ms = nowUtc.toMSecsSinceEpoch();
    const qint64 absurd = ms + std::chrono::milliseconds(longestWait).count();
    return m_database.query(
        QStringLiteral("outbox.claim"),
        QStringLiteral("UPDATE outbox SET state = 'inFlight', attempts = attempts + 1, changed_at = ?"
                       " WHERE seq = (SELECT o.seq FROM outbox o WHERE o.state = 'pending'"
                       " AND (o.not_before <= ? OR o.not_before > ?) AND %1 ORDER BY o.seq LIMIT 1)"
                       " RETURNING id, kind, case_id, payload, attempts")
            .arg(noUnmetNeeds),
        {ms, ms, absurd});
}

Result<OutboxEntry> SqlOutbox::entryFrom(const store::Row &row)
{
    OutboxEntry entry;
    entry.id = QUuid::fromString(row.at(0).toString());
    for (const OutboxKind kind : allKinds) {
        if (nameOf(kind) == row.at(1).toString())
            entry.kind = kind;
    }
    entry.caseId = QUuid::fromString(row.at(2).toString());
    entry.attempts = row.at(4).toInt();
    const auto payload = m_vault.openOwned(entry.caseId, row.at(3).toByteArray(), payloadContext(entry.id));
    if (!payload)
        return fail(payload.error().within(QStringLiteral("outbox.claim")));
    entry.payload = QJsonDocument::fromJson(*payload).object();
    return entry;
}

Result<std::optional<OutboxEntry>> SqlOutbox::claim(const QDateTime &nowUtc)
{
    for (;;) {
        const auto rows = markNextInFlight(nowUtc);
        if (!rows)
            return fail(rows.error());
        if (rows->empty())
            return std::optional<OutboxEntry>();
        auto entry = entryFrom(rows->front());
        if (entry)
            return std::optional<OutboxEntry>(std::move(*entry));
        // One damaged message must not stop all the others behind it.
        const QUuid damaged = QUuid::fromString(rows->front().at(0).toString());
        log(LogEvent::OutboxParked, {{"entry", textOf(damaged)},
                                     {"kind", rows->front().at(1).toString()},
                                     {"error", QLatin1String(tongban::nameOf(entry.error().kind))}});
        if (const auto parked = park(damaged, entry.error()); !parked)
            return fail(parked.error());
    }
}

Result<void> SqlOutbox::leaveFlight(const QString &where, const QString &assignments, QVariantList values,
                                    const QUuid &entry)
{
    values << now() << textOf(entry);
    const auto changed = m_database.run(
        where,
        QStringLiteral("UPDATE outbox SET %1, changed_at = ? WHERE id = ? AND state = 'inFlight'").arg(assignments),
        values);
    if (!changed)
        return fail(changed.error());
    if (*changed == 0)
        return fail(ErrorKind::NotFound, where, QStringLiteral("no such entry is in flight"));
    return {};
}

// What was sent is not needed a second time, so its copy goes; the case itself keeps the content.
Result<void> SqlOutbox::complete(const QUuid &entry, const QJsonObject &answer)
{
    const auto where = QStringLiteral("outbox.complete");
    const auto rows =
        m_database.query(where, QStringLiteral("SELECT case_id FROM outbox WHERE id = ?"), {textOf(entry)});
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail(ErrorKind::NotFound, where);
    const QUuid owner = QUuid::fromString(rows->front().at(0).toString());
    const auto sealed = m_vault.sealOwned(owner, bytesOf(answer), answerContext(entry));
    if (!sealed)
        return fail(sealed.error().within(where));
    return leaveFlight(where, QStringLiteral("state = 'done', payload = x'', last_error = '', answer = ?"), {*sealed},
                       entry);
}

Result<void> SqlOutbox::retry(const QUuid &entry, const Error &error, const QDateTime &notBeforeUtc)
{
    const qint64 latest = now() + std::chrono::milliseconds(longestWait).count();
    const qint64 notBefore = std::min(notBeforeUtc.toMSecsSinceEpoch(), latest);
    return leaveFlight(QStringLiteral("outbox.retry"),
                       QStringLiteral("state = 'pending', not_before = ?, last_error = ?"),
                       {notBefore, sentence(error)}, entry);
}

Result<void> SqlOutbox::park(const QUuid &entry, const Error &error)
{
    return leaveFlight(QStringLiteral("outbox.park"), QStringLiteral("state = 'parked', last_error = ?"),
                       {sentence(error)}, entry);
}

Result<QJsonObject> SqlOutbox::answerOf(const QUuid &caseId, OutboxKind kind)
{
    const auto where = QStringLiteral("outbox.answer-of");
    const auto rows = m_database.query(where,
                                       QStringLiteral("SELECT id, answer FROM outbox WHERE case_id = ? AND kind = ?"
                                                      " AND state = 'done' ORDER BY seq LIMIT 1"),
                                       {textOf(caseId), nameOf(kind)});
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail(ErrorKind::NotFound, where);
    const auto answer = m_vault.openOwned(caseId, rows->front().at(1).toByteArray(),
                                          answerContext(QUuid::fromString(rows->front().at(0).toString())));
    if (!answer)
        return fail(answer.error().within(where));
    return QJsonDocument::fromJson(*answer).object();
}

Result<int> SqlOutbox::recoverInFlight()
{
    return m_database.run(QStringLiteral("outbox.recover"),
                          QStringLiteral("UPDATE outbox SET state = 'pending', not_before = ?, changed_at = ?"
                                         " WHERE state = 'inFlight'"),
                          {now(), now()});
}

Result<std::optional<QDateTime>> SqlOutbox::nextDue()
{
    const qint64 absurd = now() + std::chrono::milliseconds(longestWait).count();
    const auto rows = m_database.query(
        QStringLiteral("outbox.next-due"),
        QStringLiteral("SELECT min(CASE WHEN o.not_before > ? THEN ? ELSE o.not_before END) FROM outbox o"
                       " WHERE o.state = 'pending' AND %1")
            .arg(noUnmetNeeds),
        {absurd, now()});
    if (!rows)
        return fail(rows.error());
    if (rows->empty() || rows->front().at(0).isNull())
        return std::optional<QDateTime>();
    return std::optional<QDateTime>(store::utcFromMs(rows->front().at(0).toLongLong()));
}

} // namespace tongban::offline::outbox
