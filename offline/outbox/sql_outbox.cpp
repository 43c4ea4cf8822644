// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/outbox/sql_outbox.h"

#include "app/core/base/log.h"
#include "offline/outbox/backoff.h"
#include "offline/outbox/claim_order.h"
#include "offline/store/text.h"

#include <QJsonDocument>

#include <algorithm>

namespace tongban::offline::outbox {

using ports::OutboxEntry;
using ports::OutboxKind;
using store::textOf;

namespace {

// not_before of an entry that waits for no time: true whatever the clock says.
constexpr qint64 atOnce = 0;

QString sentence(const Error &error)
{
    return QStringLiteral("%1 %2: %3").arg(QLatin1String(tongban::nameOf(error.kind)), error.where, error.detail);
}

qint64 absurdAfter(qint64 now)
{
    return now + std::chrono::milliseconds(longestWait).count();
}

QString unionOf(const QString &part)
{
    QStringList parts;
    for (const Priority priority : allPriorities)
        parts << part.arg(static_cast<int>(priority));
    return parts.join(QStringLiteral(" UNION ALL "));
}

} // namespace

// Each part reads one end of one range of the index outbox_ready: its first entry, and nothing besides.
const QString &headsOfTheClasses()
{
    static const auto sql = unionOf(QStringLiteral(
        "SELECT * FROM (SELECT priority, seq FROM outbox WHERE state = 'pending' AND unmet = 0 AND priority = %1"
        " AND not_before = 0 ORDER BY seq LIMIT 1) UNION ALL "
        "SELECT * FROM (SELECT priority, seq FROM outbox WHERE state = 'pending' AND unmet = 0 AND priority = %1"
        " AND not_before > 0 AND not_before <= ? ORDER BY not_before, seq LIMIT 1) UNION ALL "
        "SELECT * FROM (SELECT priority, seq FROM outbox WHERE state = 'pending' AND unmet = 0 AND priority = %1"
        " AND not_before > ? ORDER BY not_before, seq LIMIT 1)"));
    return sql;
}

// The earliest time of each class, and now for one that a clock put right has left behind.
const QString &timesOfTheClasses()
{
    static const auto sql = unionOf(QStringLiteral(
        "SELECT * FROM (SELECT not_before FROM outbox WHERE state = 'pending' AND unmet = 0 AND priority = %1"
        " AND not_before <= ? ORDER BY not_before LIMIT 1) UNION ALL "
        "SELECT ? WHERE EXISTS (SELECT 1 FROM outbox WHERE state = 'pending' AND unmet = 0 AND priority = %1"
        " AND not_before > ?)"));
    return sql;
}

Result<void> SqlOutbox::enqueue(const NewEntry &entry)
{
    const auto where = QStringLiteral("outbox.enqueue");
    const auto payload = m_vault.sealOwned(entry.caseId, bytesOf(entry.payload), payloadContext(entry.id));
    if (!payload)
        return fail(payload.error().within(where));
    const qint64 at = now();
    QVariantList values{textOf(entry.id),
                        nameOf(entry.kind),
                        textOf(entry.caseId),
                        *payload,
                        static_cast<int>(priorityOf(entry.kind)),
                        at,
                        atOnce,
                        at};
    QStringList places;
    for (const QUuid &need : entry.needs) {
        values << textOf(need);
        places << QStringLiteral("?");
    }
    const auto put =
        m_database.run(where,
                       QStringLiteral("INSERT INTO outbox (id, kind, case_id, payload, state, priority, enqueued_at,"
                                      " not_before, changed_at, unmet) VALUES (?, ?, ?, ?, 'pending', ?, ?, ?, ?,"
                                      " (SELECT count(*) FROM outbox WHERE id IN (%1) AND state <> 'done'))")
                           .arg(places.join(QStringLiteral(", "))),
                       values);
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
    const auto where = QStringLiteral("outbox.claim");
    const qint64 ms = nowUtc.toMSecsSinceEpoch();
    QVariantList times;
    for (std::size_t part = 0; part < allPriorities.size(); ++part)
        times << ms << absurdAfter(ms);
    const auto heads = m_database.query(where, headsOfTheClasses(), times);
    if (!heads)
        return heads;
    std::vector<Waiting> due;
    for (const store::Row &row : *heads)
        due.push_back({.priority = static_cast<Priority>(row.at(0).toInt()), .seq = row.at(1).toLongLong()});
    const auto next = nextOf(due, m_turn);
    if (!next)
        return store::Rows();
    ++m_turn;
    return m_database.query(where,
                            QStringLiteral("UPDATE outbox SET state = 'inFlight', attempts = attempts + 1,"
                                           " changed_at = ? WHERE seq = ? AND state = 'pending' RETURNING %1")
                                .arg(QLatin1String(entryColumns)),
                            {ms, next->seq});
}

Result<std::optional<OutboxEntry>> SqlOutbox::claim(const QDateTime &nowUtc)
{
    for (;;) {
        const auto rows = markNextInFlight(nowUtc);
        if (!rows)
            return fail(rows.error());
        if (rows->empty())
            return std::optional<OutboxEntry>();
        auto entry = entryFrom(m_vault, rows->front());
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
    const auto sealed = sealedAnswer(m_database, m_vault, entry, answer);
    if (!sealed)
        return fail(sealed.error().within(where));
    return m_database.transact(where, [&]() -> Result<void> {
        const auto left = leaveFlight(
            where, QStringLiteral("state = 'done', payload = x'', last_error = '', error_kind = NULL, answer = ?"),
            {*sealed}, entry);
        return left ? recountThoseThatNeed(m_database, entry) : left;
    });
}

Result<SqlOutbox::Misses> SqlOutbox::missesWith(const QUuid &entry, const Error &error)
{
    const auto rows = m_database.query(QStringLiteral("outbox.retry"),
                                       QStringLiteral("SELECT last_error, same_errors, same_since FROM outbox"
                                                      " WHERE id = ?"),
                                       {textOf(entry)});
    if (!rows)
        return fail(rows.error());
    if (rows->empty() || rows->front().at(0).toString() != sentence(error))
        return Misses{.inARow = 1, .since = now()};
    const store::Row &row = rows->front();
    return Misses{.inARow = row.at(1).toInt() + 1, .since = row.at(2).toLongLong()};
}

Result<void> SqlOutbox::retry(const QUuid &entry, const Error &error, const QDateTime &notBeforeUtc)
{
    const auto where = QStringLiteral("outbox.retry");
    const auto misses = missesWith(entry, error);
    if (!misses)
        return fail(misses.error());
    if (givesUp(error.kind, misses->inARow, std::chrono::milliseconds(now() - misses->since))) {
        log(LogEvent::OutboxParked, {{"entry", textOf(entry)},
                                     {"error", QLatin1String(tongban::nameOf(error.kind))},
                                     {"equalAnswers", QString::number(misses->inARow)}});
        return handToPerson(where, QStringLiteral("parked"), entry, error);
    }
    const qint64 notBefore = std::min(notBeforeUtc.toMSecsSinceEpoch(), absurdAfter(now()));
    return leaveFlight(
        where,
        QStringLiteral("state = 'pending', not_before = ?, last_error = ?, error_kind = ?,"
                       " same_errors = ?, same_since = ?"),
        {notBefore, sentence(error), QLatin1String(tongban::nameOf(error.kind)), misses->inARow, misses->since}, entry);
}

Result<void> SqlOutbox::handToPerson(const QString &where, const QString &state, const QUuid &entry, const Error &error)
{
    return leaveFlight(where, QStringLiteral("state = ?, last_error = ?, error_kind = ?"),
                       {state, sentence(error), QLatin1String(tongban::nameOf(error.kind))}, entry);
}

Result<void> SqlOutbox::park(const QUuid &entry, const Error &error)
{
    return handToPerson(QStringLiteral("outbox.park"), QStringLiteral("parked"), entry, error);
}

Result<void> SqlOutbox::conflict(const QUuid &entry, const Error &error)
{
    return handToPerson(QStringLiteral("outbox.conflict"), QStringLiteral("conflict"), entry, error);
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
                                         " WHERE state <> 'done' AND state = 'inFlight'"),
                          {atOnce, now()});
}

Result<std::optional<QDateTime>> SqlOutbox::nextDue()
{
    const qint64 at = now();
    QVariantList times;
    for (std::size_t part = 0; part < allPriorities.size(); ++part)
        times << absurdAfter(at) << at << absurdAfter(at);
    const auto rows = m_database.query(QStringLiteral("outbox.next-due"), timesOfTheClasses(), times);
    if (!rows)
        return fail(rows.error());
    std::optional<qint64> earliest;
    for (const store::Row &row : *rows) {
        const qint64 time = row.at(0).toLongLong() == atOnce ? at : row.at(0).toLongLong();
        earliest = std::min(earliest.value_or(time), time);
    }
    return earliest ? std::optional(store::utcFromMs(*earliest)) : std::nullopt;
}

} // namespace tongban::offline::outbox
