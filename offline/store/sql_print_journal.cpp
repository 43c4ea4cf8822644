// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/sql_print_journal.h"

#include "offline/store/text.h"

#include <array>

namespace tongban::offline::store {

using ports::PrintState;

namespace {

constexpr std::array allStates{PrintState::Reserved, PrintState::Printing,  PrintState::Done,  PrintState::Failed,
                               PrintState::Unknown,  PrintState::Confirmed, PrintState::Denied};

QString nameOf(PrintState state)
{
    switch (state) {
    case PrintState::Reserved:
        return QStringLiteral("reserved");
    case PrintState::Printing:
        return QStringLiteral("printing");
    case PrintState::Done:
        return QStringLiteral("done");
    case PrintState::Failed:
        return QStringLiteral("failed");
    case PrintState::Unknown:
        return QStringLiteral("unknown");
    case PrintState::Confirmed:
        return QStringLiteral("confirmed");
    case PrintState::Denied:
        return QStringLiteral("denied");
    }
    Q_UNREACHABLE();
}

// From where a job may come to this state, as an SQL list.
QString sourcesOf(PrintState state)
{
    switch (state) {
    case PrintState::Reserved:
        return {}; // a job begins so
    case PrintState::Printing:
        return QStringLiteral("'reserved'");
    case PrintState::Failed:
        return QStringLiteral("'reserved', 'printing'");
    case PrintState::Done:
    case PrintState::Unknown:
        return QStringLiteral("'printing'");
    case PrintState::Confirmed:
    case PrintState::Denied:
        return QStringLiteral("'unknown'");
    }
    Q_UNREACHABLE();
}

} // namespace

// The index print_jobs_printing, word for word.
const QString &interruptedPrints()
{
    static const auto sql =
        QStringLiteral("UPDATE print_jobs SET state = 'unknown', changed_at = ? WHERE state = 'printing'");
    return sql;
}

Result<ports::PrintJob> SqlPrintJournal::reserve(const QUuid &caseId)
{
    const auto where = QStringLiteral("print-journal.reserve");
    const QUuid id = m_ids.next();
    // Paper may carry it already, unless every earlier copy failed before its first byte or was denied by a person.
    const auto rows = m_database.query(
        where,
        QStringLiteral("INSERT INTO print_jobs (id, case_id, state, is_reprint, changed_at)"
                       " SELECT ?, c.id, 'reserved', EXISTS (SELECT 1 FROM print_jobs p WHERE p.case_id = c.id"
                       " AND p.state IN ('printing', 'done', 'unknown', 'confirmed')), ? FROM cases c WHERE c.id = ?"
                       " RETURNING is_reprint"),
        {textOf(id), m_clock.nowUtc().toMSecsSinceEpoch(), textOf(caseId)});
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail(ErrorKind::NotFound, where, QStringLiteral("no such case"));
    return ports::PrintJob{.id = id, .isReprint = rows->front().at(0).toBool()};
}

Result<ports::PrintJob> SqlPrintJournal::reserveSheet(const QString &sheet)
{
    const auto where = QStringLiteral("print-journal.reserve-sheet");
    if (sheet.isEmpty())
        return fail(ErrorKind::InputInvalid, where, QStringLiteral("a sheet is named"));
    const QUuid id = m_ids.next();
    const auto put = m_database.run(where,
                                    QStringLiteral("INSERT INTO print_jobs (id, sheet, state, is_reprint, changed_at)"
                                                   " VALUES (?, ?, 'reserved', 0, ?)"),
                                    {textOf(id), sheet, m_clock.nowUtc().toMSecsSinceEpoch()});
    if (!put)
        return fail(put.error());
    return ports::PrintJob{.id = id};
}

Result<void> SqlPrintJournal::record(const QUuid &job, PrintState state, const QString &detail)
{
    const auto where = QStringLiteral("print-journal.record");
    return m_database.transact(where, [&]() -> Result<void> {
        const auto rows = m_database.query(
            where,
            QStringLiteral(
                "UPDATE print_jobs SET state = ?, detail = coalesce(nullif(?, ''), detail), changed_at = ? WHERE id = "
                "? AND state IN (%1)"
                " RETURNING coalesce((SELECT local_number FROM cases WHERE id = case_id), sheet), is_reprint")
                .arg(sourcesOf(state)),
            {nameOf(state), notNull(detail), m_clock.nowUtc().toMSecsSinceEpoch(), textOf(job)});
        if (!rows)
            return fail(rows.error());
        if (rows->empty())
            return fail(ErrorKind::NotFound, where, QStringLiteral("no such job that may become ") + nameOf(state));
        const bool isPersonsWord = state == PrintState::Confirmed || state == PrintState::Denied;
        return m_audit.append({.actor = isPersonsWord ? ports::AuditActor::Villager : ports::AuditActor::Terminal,
                               .action = QStringLiteral("print.") + nameOf(state),
                               .subject = rows->front().at(0).toString(),
                               .detail = rows->front().at(1).toBool() ? QStringLiteral("reprint") : QString()});
    });
}

Result<ports::NewestPrint> SqlPrintJournal::newest(const QUuid &caseId)
{
    const auto where = QStringLiteral("print-journal.newest");
    const auto rows = m_database.query(
        where, QStringLiteral("SELECT id, state FROM print_jobs WHERE case_id = ? ORDER BY seq DESC LIMIT 1"),
        {textOf(caseId)});
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail(ErrorKind::NotFound, where);
    ports::NewestPrint newest{.job = QUuid::fromString(rows->front().at(0).toString())};
    for (const PrintState state : allStates) {
        if (nameOf(state) == rows->front().at(1).toString())
            newest.state = state;
    }
    return newest;
}

Result<int> SqlPrintJournal::recoverPrinting()
{
    return m_database.run(QStringLiteral("print-journal.recover"), interruptedPrints(),
                          {m_clock.nowUtc().toMSecsSinceEpoch()});
}

} // namespace tongban::offline::store
