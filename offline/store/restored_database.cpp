// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/restored_database.h"

#include "offline/store/case_tombstone.h"
#include "offline/store/migrations.h"
#include "offline/store/sql_audit_trail.h"
#include "offline/store/start_up.h"
#include "offline/store/text.h"

#include <QSet>

namespace tongban::offline::store {

namespace {

const auto where = QStringLiteral("restore.database");

// More numbers than a hall gives out in a day: what was printed after the backup is never given to somebody else.
constexpr int numbersSkipped = 5000;
constexpr int longestGapDays = 400; // days whose counters are moved; an older backup is no backup

tl::unexpected<Error> damaged(const QString &what)
{
    return fail(ErrorKind::StoreCorrupt, where, what);
}

Result<void> checkStructure(Database &database, const RestoredFrom &from, const Clock &clock)
{
    const auto verdict = database.query(where, QStringLiteral("PRAGMA integrity_check(1)"));
    if (!verdict)
        return fail(verdict.error());
    if (verdict->empty() || verdict->front().at(0).toString() != QLatin1String("ok"))
        return damaged(QStringLiteral("the database of the generation is damaged"));
    if (const auto migrated = migrate(database); !migrated)
        return fail(migrated.error());
    SqlAuditTrail trail(database, clock);
    const auto head = trail.head();
    if (!head)
        return fail(head.error());
    if (head->seq != from.audit.seq || head->hash != from.audit.hash)
        return damaged(QStringLiteral("the audit does not end where the manifest says"));
    const auto chain = trail.verify();
    if (!chain)
        return fail(chain.error());
    return chain->firstBroken
               ? Result<void>(damaged(QStringLiteral("the audit is broken at row %1").arg(*chain->firstBroken)))
               : Result<void>();
}

Result<RestoredCases> endErased(Database &database, const RestoredFrom &from, const Clock &clock)
{
    const QSet<QUuid> present(from.owners.cbegin(), from.owners.cend());
    const auto rows = database.query(where, QStringLiteral("SELECT id FROM cases WHERE erased_at IS NULL"));
    const auto drafts = database.query(where, QStringLiteral("SELECT id FROM drafts"));
    if (!rows || !drafts)
        return fail(rows ? drafts.error() : rows.error());
    RestoredCases result;
    for (const Row &row : *rows) {
        const QUuid id = QUuid::fromString(row.at(0).toString());
        if (present.contains(id)) {
            ++result.cases;
            continue;
        }
        if (const auto ended = leaveTombstone(database, id, clock.nowUtc()); !ended)
            return fail(ended.error());
        ++result.erased;
    }
    for (const Row &row : *drafts) {
        if (present.contains(QUuid::fromString(row.at(0).toString())))
            continue;
        const auto deleted = database.run(where, QStringLiteral("DELETE FROM drafts WHERE id = ?"), {row.at(0)});
        if (!deleted)
            return fail(deleted.error());
    }
    return result;
}

// The counter of a day is named after site, day and device (local_number.h); those of the days since the backup may not
// be there at all.
Result<void> skipNumbers(Database &database, const QDateTime &backedUpAt, const QDateTime &nowUtc)
{
    const auto counters = database.query(
        where,
        QStringLiteral("SELECT name FROM counters WHERE name LIKE 'local-number/%' ORDER BY rowid DESC LIMIT 1"));
    if (!counters)
        return fail(counters.error());
    if (counters->empty())
        return {}; // no number was ever given out
    const QStringList parts = counters->front().at(0).toString().split(QLatin1Char('-'));
    const QString site = parts.mid(0, 2).join(QLatin1Char('-')); // "local-number/<site>"
    const QString device = parts.mid(3).join(QLatin1Char('-'));
    const QDate last = nowUtc.toLocalTime().date().addDays(1); // whatever the clock says, and tomorrow
    QDate day = backedUpAt.toLocalTime().date().addDays(-1);
    for (int count = 0; day <= last && count < longestGapDays; ++count, day = day.addDays(1)) {
        const QString name =
            site + QLatin1Char('-') + day.toString(QStringLiteral("yyyyMMdd")) + QLatin1Char('-') + device;
        const auto moved = database.run(where,
                                        QStringLiteral("INSERT INTO counters (name, value) VALUES (?, ?)"
                                                       " ON CONFLICT (name) DO UPDATE SET value = value + ?"),
                                        {name, numbersSkipped, numbersSkipped});
        if (!moved)
            return fail(moved.error());
    }
    return {};
}

} // namespace

Result<RestoredCases> prepareRestored(const QString &path, const RestoredFrom &from, const Clock &clock)
{
    const auto database = Database::open(path);
    if (!database)
        return fail(database.error());
    if (const auto sound = checkStructure(**database, from, clock); !sound)
        return fail(sound.error());
    RestoredCases cases;
    const auto prepared = (*database)->transact(where, [&]() -> Result<void> {
        const auto ended = endErased(**database, from, clock);
        if (!ended)
            return fail(ended.error());
        cases = *ended;
        if (const auto skipped = skipNumbers(**database, from.backedUpAt, clock.nowUtc()); !skipped)
            return skipped;
        return SqlAuditTrail(**database, clock)
            .append({.actor = ports::AuditActor::Technician,
                     .action = QStringLiteral("store.restore"),
                     .subject = from.generation,
                     .detail = QStringLiteral("%1 cases, %2 erased since").arg(cases.cases).arg(cases.erased)});
    });
    if (!prepared)
        return fail(prepared.error());
    const auto flushed = (*database)->query(where, QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (!flushed)
        return fail(flushed.error());
    return cases;
}

Result<void> refuseNewer(const QString &path, const QDateTime &at)
{
    const auto database = Database::open(path);
    if (failedWith(database, ErrorKind::StoreCorrupt))
        return {};
    if (!database)
        return fail(database.error());
    const auto newest = (*database)->query(
        where, QStringLiteral("SELECT max(at) FROM (SELECT coalesce(max(submitted_at), 0) AS at FROM cases"
                              " UNION ALL SELECT coalesce(max(changed_at), 0) FROM outbox"
                              " UNION ALL SELECT coalesce(max(saved_at), 0) FROM drafts)"));
    if (!newest) // damaged, or of an early program: this is why one restores
        return {};
    if (!newest->empty() && newest->front().at(0).toLongLong() > at.toMSecsSinceEpoch())
        return fail(ErrorKind::Misconfigured, where,
                    QStringLiteral("the present store is newer than the generation: move it away first"));
    return {};
}

} // namespace tongban::offline::store
