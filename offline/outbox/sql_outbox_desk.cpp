// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/outbox/sql_outbox_desk.h"

#include "app/core/base/log.h"
#include "offline/outbox/entry_rows.h"
#include "offline/store/text.h"

#include <QJsonDocument>

#include <algorithm>

namespace tongban::offline::outbox {

using ports::OutboxEntry;
using ports::OutboxLine;
using ports::OutboxState;
using ports::UnsentCase;
using store::textOf;

namespace {

constexpr auto lineColumns = "o.id, o.case_id, c.local_number, o.kind, o.state, o.attempts, o.enqueued_at,"
                             " o.not_before, o.error_kind, o.last_error";

QUuid idIn(const QVariant &column)
{
    return QUuid::fromString(column.toString());
}

QDateTime timeIn(const QVariant &column)
{
    return column.toLongLong() == 0 ? QDateTime() : store::utcFromMs(column.toLongLong());
}

Result<OutboxLine> lineFrom(const store::Row &row)
{
    const auto kind = kindFromName(row.at(3).toString());
    const auto state = stateFromName(row.at(4).toString());
    if (!kind || !state)
        return fail(ErrorKind::StoreCorrupt, QStringLiteral("outbox.lines"), QStringLiteral("unknown kind or state"));
    return OutboxLine{.entry = idIn(row.at(0)),
                      .caseId = idIn(row.at(1)),
                      .localNumber = row.at(2).toString(),
                      .kind = *kind,
                      .state = *state,
                      .attempts = row.at(5).toInt(),
                      .enqueuedAt = store::utcFromMs(row.at(6).toLongLong()),
                      .notBefore = timeIn(row.at(7)),
                      .error = errorKindFromName(row.at(8).toString()),
                      .detail = row.at(9).toString()};
}

// Each of the open states and what is done have an index or the table's own order to be read by.
QString condition(std::optional<OutboxState> state)
{
    if (!state)
        return QStringLiteral("o.state <> 'done'");
    const auto one = QStringLiteral("o.state = '%1'").arg(nameOf(*state));
    return *state == OutboxState::Done ? one : QStringLiteral("o.state <> 'done' AND ") + one;
}

} // namespace

Result<std::vector<OutboxLine>> SqlOutboxDesk::lines(std::optional<OutboxState> state, int limit)
{
    const auto rows = m_database.query(
        QStringLiteral("outbox.lines"),
        QStringLiteral("SELECT %1 FROM outbox o JOIN cases c ON c.id = o.case_id WHERE %2 ORDER BY o.seq LIMIT ?")
            .arg(QLatin1String(lineColumns), condition(state)),
        {std::max(limit, 0)});
    if (!rows)
        return fail(rows.error());
    std::vector<OutboxLine> lines;
    for (const store::Row &row : *rows) {
        auto line = lineFrom(row);
        if (!line)
            return fail(line.error());
        lines.push_back(std::move(*line));
    }
    return lines;
}

Result<std::vector<UnsentCase>> SqlOutboxDesk::unsent()
{
    const auto rows = m_database.query(
        QStringLiteral("outbox.unsent"),
        QStringLiteral("SELECT c.id, c.local_number, c.submitted_at,"
                       " EXISTS (SELECT 1 FROM outbox p WHERE p.case_id = c.id AND p.state IN ('parked', 'conflict'))"
                       " FROM outbox o JOIN cases c ON c.id = o.case_id WHERE o.kind = 'submitCase'"
                       " AND o.state <> 'done' ORDER BY o.enqueued_at, o.seq"));
    if (!rows)
        return fail(rows.error());
    std::vector<UnsentCase> cases;
    for (const store::Row &row : *rows) {
        const QDateTime submittedAt = store::utcFromMs(row.at(2).toLongLong());
        cases.push_back({.caseId = idIn(row.at(0)),
                         .localNumber = row.at(1).toString(),
                         .submittedAt = submittedAt,
                         .alarmAt = domain::alarmAt(submittedAt, m_calendar),
                         .needsPerson = row.at(3).toBool()});
    }
    return cases;
}

Result<void> SqlOutboxDesk::move(const QString &where, const QString &change, const QVariantList &values)
{
    const auto changed = m_database.run(where, QStringLiteral("UPDATE outbox SET ") + change, values);
    if (!changed)
        return fail(changed.error());
    if (*changed == 0)
        return fail(ErrorKind::NotFound, where, QStringLiteral("no such entry is in that state"));
    return {};
}

Result<void> SqlOutboxDesk::release(const QUuid &entry)
{
    auto released = move(QStringLiteral("outbox.release"),
                         QStringLiteral("state = 'pending', not_before = 0, same_errors = 0, same_since = 0,"
                                        " changed_at = ? WHERE id = ? AND state IN ('parked', 'conflict')"),
                         {now(), textOf(entry)});
    if (released)
        log(LogEvent::OutboxReleased, {{"entry", textOf(entry)}});
    return released;
}

Result<void> SqlOutboxDesk::hold(const QUuid &entry, const QString &reason)
{
    auto held = move(QStringLiteral("outbox.hold"),
                     QStringLiteral("state = 'parked', last_error = ?, error_kind = NULL, changed_at = ?"
                                    " WHERE id = ? AND state = 'pending'"),
                     {store::notNull(reason), now(), textOf(entry)});
    if (held)
        log(LogEvent::OutboxHeld, {{"entry", textOf(entry)}});
    return held;
}

// By what the office needs first; the kinds' names happen to sort otherwise.
Result<std::vector<OutboxEntry>> SqlOutboxDesk::openEntriesOf(const QUuid &caseId)
{
    const auto where = QStringLiteral("outbox.open-entries");
    const auto rows =
        m_database.query(where,
                         QStringLiteral("SELECT %1 FROM outbox WHERE case_id = ? AND state <> 'done'"
                                        " ORDER BY CASE kind WHEN 'createCase' THEN 0 WHEN 'uploadThumbnail' THEN 1"
                                        " WHEN 'uploadPage' THEN 2 WHEN 'submitCase' THEN 3 ELSE 4 END, seq")
                             .arg(QLatin1String(entryColumns)),
                         {textOf(caseId)});
    if (!rows)
        return fail(rows.error());
    std::vector<OutboxEntry> entries;
    for (const store::Row &row : *rows) {
        auto entry = entryFrom(m_vault, row);
        if (!entry)
            return fail(entry.error().within(where));
        entries.push_back(std::move(*entry));
    }
    return entries;
}

Result<void> SqlOutboxDesk::finish(const QString &where, const QUuid &entry, const QByteArray &sealedAnswer)
{
    const auto done = m_database.run(where,
                                     QStringLiteral("UPDATE outbox SET state = 'done', payload = x'', last_error = '',"
                                                    " error_kind = NULL, answer = ?, changed_at = ?"
                                                    " WHERE id = ? AND state <> 'done'"),
                                     {sealedAnswer, now(), textOf(entry)});
    if (!done)
        return fail(done.error());
    if (*done > 0)
        return recountThoseThatNeed(m_database, entry);
    const auto known = m_database.query(where, QStringLiteral("SELECT 1 FROM outbox WHERE id = ?"), {textOf(entry)});
    if (!known)
        return fail(known.error());
    return known->empty() ? fail(ErrorKind::NotFound, where, QStringLiteral("no such entry")) : Result<void>();
}

// The first answer stays: it is the one that the pages of the case were sent under.
Result<void> SqlOutboxDesk::acknowledge(const QUuid &entry, const QJsonObject &answer)
{
    const auto where = QStringLiteral("outbox.acknowledge");
    const auto sealed = sealedAnswer(m_database, m_vault, entry, answer);
    if (!sealed)
        return fail(sealed.error().within(where));
    return m_database.transact(where, [&] { return finish(where, entry, *sealed); });
}

Result<void> SqlOutboxDesk::finishOf(const QUuid &caseId, const ports::Acknowledged &answer)
{
    const auto where = QStringLiteral("outbox.acknowledge");
    const auto owned = m_database.query(where, QStringLiteral("SELECT 1 FROM outbox WHERE id = ? AND case_id = ?"),
                                        {textOf(answer.entry), textOf(caseId)});
    if (!owned)
        return fail(owned.error());
    if (owned->empty())
        return fail(ErrorKind::NotFound, where, QStringLiteral("no such entry in this case"));
    const auto sealed = sealedAnswer(m_database, m_vault, answer.entry, answer.answer);
    return sealed ? finish(where, answer.entry, *sealed) : Result<void>(fail(sealed.error().within(where)));
}

Result<void> SqlOutboxDesk::acknowledgeAll(const QUuid &caseId, const std::vector<ports::Acknowledged> &answers)
{
    return m_database.transact(QStringLiteral("outbox.acknowledge"), [&]() -> Result<void> {
        for (const ports::Acknowledged &answer : answers) {
            if (const auto finished = finishOf(caseId, answer); !finished)
                return finished;
        }
        return {};
    });
}

} // namespace tongban::offline::outbox
