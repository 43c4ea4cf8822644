// SPDX-License-Identifier: GPL-3.0-or-later
// What the city says of a case: its status now, and its way.
#include "app/core/domain/case_machine.h"
#include "offline/store/sql_case_store.h"
#include "offline/store/text.h"

namespace tongban::offline::store {

using domain::CaseStatus;

namespace {

const auto where = QStringLiteral("store.record-status");

// The office is done with it: from here on its retention runs (app/core/domain/service_item.h).
bool hasEnded(CaseStatus status)
{
    switch (status) {
    case CaseStatus::NotAccepted:
    case CaseStatus::Rejected:
    case CaseStatus::Closed:
    case CaseStatus::Delivered:
    case CaseStatus::Withdrawn:
    case CaseStatus::Terminated:
        return true;
    default:
        return false;
    }
}

} // namespace

Result<void> SqlCaseStore::recordStatus(const QUuid &caseId, CaseStatus status, const QString &projectNumber,
                                        const QDateTime &sinceUtc)
{
    return m_parts.database.transact(where, [&]() -> Result<void> {
        const auto rows = m_parts.database.query(
            where, QStringLiteral("SELECT status, local_number FROM cases WHERE id = ?"), {textOf(caseId)});
        if (!rows)
            return fail(rows.error());
        if (rows->empty())
            return fail(ErrorKind::NotFound, where);
        const auto present = domain::caseStatusFromName(rows->front().at(0).toString());
        if (!present)
            return fail(ErrorKind::StoreCorrupt, where, QStringLiteral("unknown status"));
        const bool follows = domain::isReachable(*present, status);
        if (!follows && !domain::isReachable(status, *present))
            return fail(ErrorKind::PlatformBadAnswer, where,
                        domain::nameOf(status) + QStringLiteral(" cannot follow ") + domain::nameOf(*present));
        const auto changed = m_parts.database.run(
            where,
            QStringLiteral("UPDATE cases SET status = ?, project_number = coalesce(nullif(?, ''), project_number),"
                           " ended_at = coalesce(ended_at, ?) WHERE id = ?"),
            {domain::nameOf(follows ? status : *present), notNull(projectNumber),
             hasEnded(status) ? QVariant(m_parts.clock.nowUtc().toMSecsSinceEpoch()) : QVariant(), textOf(caseId)});
        if (!changed)
            return fail(changed.error());
        if (const auto kept = keepMoment(caseId, status, sinceUtc); !kept)
            return kept;
        if (!follows || status == *present)
            return {};
        return m_parts.audit.append({.actor = ports::AuditActor::City,
                                     .action = QStringLiteral("case.status"),
                                     .subject = rows->front().at(1).toString(),
                                     .detail = domain::nameOf(status)});
    });
}

// The city repeats itself when a cursor is lost: what is known with that date is known. Of an erased case no way is
// kept.
Result<void> SqlCaseStore::keepMoment(const QUuid &caseId, CaseStatus status, const QDateTime &sinceUtc)
{
    const auto put = m_parts.database.run(
        where,
        QStringLiteral("INSERT INTO case_history (case_id, status, since) SELECT id, ?, ? FROM cases WHERE id = ?"
                       " AND erased_at IS NULL ON CONFLICT DO NOTHING"),
        {domain::nameOf(status), sinceUtc.toMSecsSinceEpoch(), textOf(caseId)});
    return put ? Result<void>() : fail(put.error());
}

} // namespace tongban::offline::store
