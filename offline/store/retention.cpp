// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/retention.h"

#include "app/core/base/log.h"
#include "offline/store/case_tombstone.h"
#include "offline/store/start_up.h"
#include "offline/store/text.h"

namespace tongban::offline::store {

using namespace std::chrono_literals;

namespace {

constexpr qint64 dayMs = std::chrono::milliseconds(24h).count();
constexpr qint64 betweenSweepsMs = std::chrono::milliseconds(20h).count(); // a hall opens at about the same hour
constexpr qint64 believableGapMs = 40 * dayMs;                             // the long holiday, and a repair
const auto lastSweepKey = QStringLiteral("last_sweep");

// Nothing of the case is still on its way. An evaluation or a thumbnail that a
// person must decide on holds nobody's data back.
const auto isWholeInTheCity = QStringLiteral(
    "NOT EXISTS (SELECT 1 FROM outbox o WHERE o.case_id = c.id AND o.state <> 'done'"
    " AND NOT (o.kind IN ('sendEvaluation', 'uploadThumbnail') AND o.state NOT IN ('pending', 'inFlight')))"
    " AND EXISTS (SELECT 1 FROM outbox o WHERE o.case_id = c.id AND o.kind = 'submitCase')");

} // namespace

// The index cases_due, word for word: what is due is read, and nothing besides.
const QString &casesWhoseTimeIsUp()
{
    static const auto sql =
        QStringLiteral("SELECT c.id FROM cases c WHERE c.erased_at IS NULL AND c.ended_at IS NOT NULL"
                       " AND c.ended_at + c.retention_days * 86400000 <= ? AND %1"
                       " ORDER BY c.ended_at + c.retention_days * 86400000")
            .arg(isWholeInTheCity);
    return sql;
}

SweepDue sweepDue(const QDateTime &lastUtc, const QDateTime &nowUtc)
{
    if (!lastUtc.isValid())
        return SweepDue::NoteOnly;
    const qint64 gap = lastUtc.msecsTo(nowUtc);
    if (gap < 0 || gap > believableGapMs)
        return SweepDue::NoteOnly;
    return gap >= betweenSweepsMs ? SweepDue::Yes : SweepDue::No;
}

Result<std::optional<SweepReport>> Retention::sweepWhenDue()
{
    const auto last = metaValue(m_database, lastSweepKey);
    if (!last)
        return fail(last.error());
    const QDateTime now = m_clock.nowUtc();
    const SweepDue due = sweepDue(last->has_value() ? utcFromMs((*last)->toLongLong()) : QDateTime(), now);
    if (due == SweepDue::No)
        return std::optional<SweepReport>();
    SweepReport report;
    if (due == SweepDue::Yes) {
        const auto swept = sweep();
        if (!swept)
            return fail(swept.error());
        report = *swept;
    }
    // Afterwards: a sweep that a failing disk stopped is tried again at once.
    const auto noted = setMetaValue(m_database, lastSweepKey, QByteArray::number(now.toMSecsSinceEpoch()));
    if (!noted)
        return fail(noted.error());
    return due == SweepDue::Yes ? std::optional<SweepReport>(report) : std::nullopt;
}

Result<SweepReport> Retention::sweep()
{
    SweepReport report;
    const auto ended = casesToErase();
    if (!ended)
        return fail(ended.error());
    QSet<QUuid> gone;
    Result<void> step;
    for (const QUuid &id : *ended) {
        step = m_database.transact(QStringLiteral("retention.erase"), [&] { return endCase(id); });
        if (!step)
            break;
        gone.insert(id);
    }
    // The keys of those whose rows are gone, whatever stopped the rest; together: every erasure has the backup's copy
    // of all keys written anew.
    if (const auto erased = m_vault.eraseAll(gone); !erased)
        return fail(erased.error());
    if (!step)
        return fail(step.error());
    report.cases = static_cast<int>(gone.size());
    const auto drafts = discardOldDrafts();
    if (!drafts)
        return fail(drafts.error());
    report.drafts = *drafts;
    if (report.cases + report.drafts > 0)
        log(LogEvent::StoreSwept, {{"cases", QString::number(report.cases)},
                                   {"drafts", QString::number(report.drafts)},
                                   {"pages", QString::number(report.pages)}});
    return report;
}

Result<QList<QUuid>> Retention::casesToErase()
{
    const qint64 now = m_clock.nowUtc().toMSecsSinceEpoch();
    const auto rows = m_database.query(QStringLiteral("retention.cases"), casesWhoseTimeIsUp(), {now});
    if (!rows)
        return fail(rows.error());
    QList<QUuid> ids;
    for (const Row &row : *rows)
        ids << QUuid::fromString(row.at(0).toString());
    return ids;
}

Result<void> Retention::eraseCase(const QUuid &caseId)
{
    const auto gone = m_database.transact(QStringLiteral("retention.erase"), [&] { return endCase(caseId); });
    return gone ? m_vault.erase(caseId) : gone;
}

Result<void> Retention::endCase(const QUuid &caseId)
{
    const auto where = QStringLiteral("retention.erase");
    const QString id = textOf(caseId);
    const auto rows =
        m_database.query(where,
                         QStringLiteral("SELECT c.local_number, %1 FROM cases c WHERE c.id = ? AND c.erased_at IS NULL")
                             .arg(isWholeInTheCity),
                         {id});
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail(ErrorKind::NotFound, where);
    if (!rows->front().at(1).toBool())
        return fail(ErrorKind::Misconfigured, where, QStringLiteral("the city does not have this case whole"));
    if (const auto left = store::leaveTombstone(m_database, caseId, m_clock.nowUtc()); !left)
        return left;
    return m_audit.append({.actor = ports::AuditActor::Terminal,
                           .action = QStringLiteral("case.erase"),
                           .subject = rows->front().at(0).toString()});
}

Result<int> Retention::discardOldDrafts()
{
    const auto where = QStringLiteral("retention.drafts");
    const qint64 oldest = m_clock.nowUtc().toMSecsSinceEpoch() - draftRetentionDays * dayMs;
    const auto rows = m_database.query(where, QStringLiteral("SELECT id FROM drafts WHERE saved_at <= ?"), {oldest});
    if (!rows)
        return fail(rows.error());
    for (const Row &row : *rows) {
        const auto forgotten = m_database.transact(where, [&]() -> Result<void> {
            const auto deleted = m_database.run(where, QStringLiteral("DELETE FROM drafts WHERE id = ?"), {row.at(0)});
            if (!deleted)
                return fail(deleted.error());
            return m_audit.append({.actor = ports::AuditActor::Terminal,
                                   .action = QStringLiteral("draft.expire"),
                                   .subject = row.at(0).toString()});
        });
        if (!forgotten)
            return fail(forgotten.error());
        if (const auto erased = m_vault.erase(QUuid::fromString(row.at(0).toString())); !erased)
            return fail(erased.error());
    }
    return static_cast<int>(rows->size());
}

Result<int> Retention::pruneDraftPages()
{
    const auto rows = m_database.query(QStringLiteral("retention.pages"),
                                       QStringLiteral("SELECT draft_id, blob FROM draft_pages ORDER BY draft_id"));
    if (!rows)
        return fail(rows.error());
    QHash<QUuid, QSet<QUuid>> shown;
    for (const Row &row : *rows)
        shown[QUuid::fromString(row.at(0).toString())].insert(QUuid::fromString(row.at(1).toString()));
    int removed = 0;
    for (auto draft = shown.cbegin(); draft != shown.cend(); ++draft) {
        const auto kept = m_vault.keepOnly(draft.key(), draft.value());
        if (!kept)
            return fail(kept.error());
        removed += *kept;
    }
    return removed;
}

} // namespace tongban::offline::store
