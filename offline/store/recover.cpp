// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/recover.h"

#include "app/core/base/log.h"
#include "offline/crypto/sm3.h"
#include "offline/store/backup_format.h"
#include "offline/store/migrations.h"
#include "offline/store/sql_audit_trail.h"
#include "offline/vault/durable_file.h"

namespace tongban::offline::store {

namespace {

const auto where = QStringLiteral("store.recover");
const auto damagedMark = QStringLiteral("damaged");
const auto readyMark = QStringLiteral("ready");
constexpr int ownedSinceSchema = 6;  // from here on rows are sealed with their owners' keys (own_columns.h)
constexpr int numbersSkipped = 5000; // of a day: what the damaged counters gave out is never given out again

QString workDirectory(const QString &stateDirectory)
{
    return stateDirectory + QStringLiteral("/salvage");
}

// Whole, in parts; an absent file is no file.
Result<void> copyFile(ports::FileSystem &files, const QString &from, const QString &to)
{
    for (qint64 at = 0;; at += backupPartBytes) {
        const auto part = files.readPart(from, at, backupPartBytes);
        if (failedWith(part, ErrorKind::NotFound))
            return {};
        if (!part)
            return fail(part.error());
        if (const auto added = files.appendSynced(to, *part); !added)
            return added;
        if (part->size() < backupPartBytes)
            return {};
    }
}

Result<void> copyDamaged(ports::FileSystem &files, const StateFiles &state, const QString &directory)
{
    auto step = files.makeDirectory(directory);
    for (const char *suffix : {"", "-wal"}) {
        if (step)
            step = copyFile(files, state.database + QLatin1String(suffix),
                            directory + QStringLiteral("/store.db") + QLatin1String(suffix));
    }
    return step ? files.syncDirectory(directory) : step;
}

// The newest generation that is whole, as a database beside the others; false: there is none.
Result<bool> openBackup(ports::FileSystem &files, const OfflineOptions &options, const crypto::Key &deviceKey,
                        const QString &path)
{
    if (!options.backup)
        return false;
    const BackupPlace place{.root = options.backup->directory + QLatin1Char('/') + options.deviceId};
    const auto present = finishedGenerations(files, place);
    if (!present)
        return false; // its disk is away
    for (auto name = present->crbegin(); name != present->crend(); ++name) {
        const auto bytes = files.read(place.manifest(*name));
        const auto manifest =
            bytes ? decodedManifest(*bytes, manifestKeyOf(deviceKey)) : Result<BackupManifest>(fail(bytes.error()));
        bool isWhole = manifest.has_value();
        if (const auto gone = files.remove(path); !gone)
            return fail(gone.error());
        const auto parts = isWhole ? manifest->parts : QMap<QString, QByteArray>();
        for (auto part = parts.cbegin(); isWhole && part != parts.cend(); ++part) {
            const auto sealed = files.read(place.generation(*name) + QLatin1Char('/') + part.key());
            isWhole = sealed && crypto::sm3(*sealed) == part.value();
            const auto plain =
                isWhole ? crypto::openWith(generationKeyOf(deviceKey, *name), *sealed, partContext(*name, part.key()))
                        : Result<QByteArray>(fail(ErrorKind::StoreCorrupt, where));
            if (!plain)
                isWhole = false;
            else if (const auto added = files.appendSynced(path, *plain); !added)
                return fail(added.error());
        }
        if (isWhole)
            return true;
    }
    return false;
}

Result<void> setMarks(Database &fresh, const OfflineOptions &options, int schema, const Clock &clock)
{
    const QDateTime now = clock.nowUtc();
    auto step = setMetaValue(fresh, salvagedKey, QByteArray::number(now.toMSecsSinceEpoch()));
    if (step && schema >= ownedSinceSchema)
        step = setMetaValue(fresh, QStringLiteral("columns_owned"), QByteArrayLiteral("1"));
    for (int day = -1; step && day <= 1; ++day) {
        const QString date = now.toLocalTime().date().addDays(day).toString(QStringLiteral("yyyyMMdd"));
        const auto moved = fresh.run(
            where,
            QStringLiteral("INSERT INTO counters (name, value) VALUES (?, ?) ON CONFLICT (name)"
                           " DO UPDATE SET value = value + excluded.value"),
            {QStringLiteral("local-number/%1-%2-%3").arg(options.siteCode, date, options.deviceId), numbersSkipped});
        if (!moved)
            step = fail(moved.error());
    }
    return step;
}

int schemaOfDamaged(Database *damaged)
{
    const auto schema = damaged ? schemaOf(*damaged) : Result<int>(latestSchema());
    return schema && *schema >= 1 && *schema <= latestSchema() ? *schema : latestSchema();
}

struct SealedColumn
{
    const char *rows;    // SELECT: row's id, owner, sealed value
    const char *backup;  // SELECT: the same row's value
    const char *update;  // UPDATE: value, id
    const char *context; // own_columns.h
};
constexpr SealedColumn sealedColumns[]{
    {"SELECT id, id, content FROM cases WHERE length(content) > 0", "SELECT content FROM cases WHERE id = ?",
     "UPDATE cases SET content = ? WHERE id = ?", "case/"},
    {"SELECT id, case_id, payload FROM outbox WHERE length(payload) > 0", "SELECT payload FROM outbox WHERE id = ?",
     "UPDATE outbox SET payload = ? WHERE id = ?", "outbox/payload/"}};

// A row may read and yet hold noise, where only its tail was hit. SQLite cannot tell; the seal can.
Result<void> replaceBroken(Database &fresh, Database &backup, ports::Vault &vault)
{
    for (const SealedColumn &column : sealedColumns) {
        const auto rows = fresh.query(where, QLatin1String(column.rows));
        if (!rows)
            return fail(rows.error());
        for (const Row &row : *rows) {
            const QUuid owner = QUuid::fromString(row.at(1).toString());
            const QByteArray context = column.context + row.at(0).toString().toLatin1();
            if (!failedWith(vault.openOwned(owner, row.at(2).toByteArray(), context), ErrorKind::SealBroken))
                continue;
            const auto good = backup.query(where, QLatin1String(column.backup), {row.at(0)});
            if (!good || good->empty())
                continue;
            const auto put = fresh.run(where, QLatin1String(column.update), {good->front().at(0), row.at(0)});
            if (!put)
                return fail(put.error());
        }
    }
    return {};
}

Result<void> buildFresh(const QString &work, bool hasBackup, const OfflineOptions &options, ports::Vault &vault,
                        const Clock &clock, StoreReport &report)
{
    const auto damaged = Database::open(work + QStringLiteral("/store.db"));
    const int schema = schemaOfDamaged(damaged ? damaged->get() : nullptr);
    const auto fresh = Database::open(work + QStringLiteral("/fresh.db"));
    if (!fresh)
        return fail(fresh.error());
    if (const auto made = migrate(**fresh, schema); !made)
        return made;
    if (damaged) {
        const auto saved = salvageRows(**damaged, **fresh);
        if (!saved)
            return fail(saved.error());
        report.tables = *saved;
    }
    if (const auto migrated = migrate(**fresh); !migrated)
        return migrated;
    const auto backup = hasBackup ? Database::open(work + QStringLiteral("/backup.db"))
                                  : Result<std::unique_ptr<Database>>(fail(ErrorKind::NotFound, where));
    if (backup && migrate(**backup)) {
        if (const auto replaced = replaceBroken(**fresh, **backup, vault); !replaced)
            return replaced;
        const auto filled = fillFrom(**backup, **fresh);
        if (!filled)
            return fail(filled.error());
        report.fromBackup = *filled;
    }
    if (const auto marked = setMarks(**fresh, options, schema, clock); !marked)
        return marked;
    const auto numbers = (*fresh)->query(where, QStringLiteral("SELECT local_number FROM cases ORDER BY submitted_at"));
    if (!numbers)
        return fail(numbers.error());
    for (const Row &row : *numbers)
        report.cases << row.at(0).toString();
    const auto flushed = (*fresh)->query(where, QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    return flushed ? Result<void>() : fail(flushed.error());
}

void tell(const StoreReport &report)
{
    QStringList saved;
    QStringList lost;
    for (const TableSalvage &table : report.tables) {
        saved << QStringLiteral("%1 %2").arg(table.table).arg(table.saved);
        if (table.lost > 0)
            lost << QStringLiteral("%1 up to %2").arg(table.table).arg(table.lost);
    }
    log(LogEvent::StoreSalvaged, {{"saved", saved.join(QStringLiteral(", "))},
                                  {"lost", lost.join(QStringLiteral(", "))},
                                  {"quarantine", report.quarantine}});
}

} // namespace

Result<StoreReport> recoverDatabase(ports::FileSystem &files, const OfflineOptions &options, const StateFiles &state,
                                    const crypto::Key &deviceKey, ports::Vault &vault, const Clock &clock)
{
    StoreReport report{.at = clock.nowUtc()};
    const QString quarantine = options.stateDirectory + QStringLiteral("/quarantine");
    report.quarantine = quarantine + QLatin1Char('/') + report.at.toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'"));
    const QString work = workDirectory(options.stateDirectory);
    auto step = removeAll(files, report.quarantine); // one of the very same moment was killed half-way
    if (step)
        step = copyDamaged(files, state, report.quarantine);
    if (step)
        step = files.syncDirectory(quarantine);
    if (step)
        step = removeAll(files, work);
    if (step) // SQLite writes into what it reads: the quarantine stays as it was found
        step = copyDamaged(files, state, work);
    if (!step)
        return fail(step.error().within(where));
    const auto hasBackup = openBackup(files, options, deviceKey, work + QStringLiteral("/backup.db"));
    if (!hasBackup)
        return fail(hasBackup.error().within(where));
    step = files.writeSynced(work + QStringLiteral("/fresh.db"), {}); // ours alone: SQLite would ask the umask
    if (step)
        step = buildFresh(work, *hasBackup, options, vault, clock, report);
    if (step)
        step = vault::writeDurably(files, work, readyMark, {});
    if (step)
        step = finishRecovery(files, options.stateDirectory);
    if (!step)
        return fail(step.error().within(where));
    tell(report);
    return report;
}

Result<void> finishRecovery(ports::FileSystem &files, const QString &stateDirectory)
{
    const QString work = workDirectory(stateDirectory);
    const auto names = files.list(work);
    if (failedWith(names, ErrorKind::NotFound))
        return {};
    if (!names)
        return fail(names.error());
    if (!names->contains(readyMark))
        return removeAll(files, work);
    const QString database = stateDirectory + QStringLiteral("/store.db");
    // The log of the damaged database first: it must not be played into the new one.
    auto step = files.remove(database + QStringLiteral("-wal"));
    if (step)
        step = files.remove(database + QStringLiteral("-shm"));
    if (step)
        step = files.syncDirectory(stateDirectory);
    if (step && names->contains(QStringLiteral("fresh.db")))
        step = files.rename(work + QStringLiteral("/fresh.db"), database);
    if (step)
        step = files.remove(stateDirectory + QLatin1Char('/') + damagedMark);
    if (step)
        step = files.syncDirectory(stateDirectory);
    return step ? removeAll(files, work) : step;
}

Result<void> markDamaged(ports::FileSystem &files, const QString &stateDirectory)
{
    return vault::writeDurably(files, stateDirectory, damagedMark, {});
}

Result<bool> isMarkedDamaged(ports::FileSystem &files, const QString &stateDirectory)
{
    const auto names = files.list(stateDirectory);
    if (!names)
        return fail(names.error());
    return names->contains(damagedMark);
}

} // namespace tongban::offline::store
