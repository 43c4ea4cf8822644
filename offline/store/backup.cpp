// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/backup.h"

#include "offline/crypto/sm3.h"
#include "offline/store/migrations.h"
#include "offline/store/sql_audit_trail.h"
#include "offline/vault/durable_file.h"

#include <QFileInfo>
#include <QSet>

namespace tongban::offline::store {

using crypto::Key;

namespace {

constexpr qint64 roomBesideCopy = 64 * 1024 * 1024; // the store goes on working while the copy is made

QString nextName(const QStringList &present, const QDateTime &nowUtc)
{
    const int number = present.isEmpty() ? 1 : present.last().section(QLatin1Char('-'), 0, 0).toInt() + 1;
    return QStringLiteral("%1-%2")
        .arg(number, 6, 10, QLatin1Char('0'))
        .arg(nowUtc.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")));
}

// Durable: the directory and its name.
Result<void> makeDurable(ports::FileSystem &files, const QString &directory)
{
    const auto made = files.makeDirectory(directory);
    return made ? files.syncDirectory(QFileInfo(directory).path()) : made;
}

} // namespace

Backup::Backup(ports::FileSystem &files, const Clock &clock, BackupOptions options, BackupSource source,
               vault::KeyStore keys)
    : m_files(files), m_clock(clock), m_options(std::move(options)),
      m_source(std::move(source)), m_place{.root = m_options.directory + QLatin1Char('/') + m_source.deviceId},
      m_keys(std::move(keys)), m_manifestKey(manifestKeyOf(m_source.deviceKey))
{}

Result<BackupReport> Backup::run()
{
    const std::lock_guard running(m_running);
    auto report = runOnce();
    // The copy of the database must not stay behind, whatever happened.
    const auto cleaned = m_files.remove(m_source.stateDirectory + QStringLiteral("/backup.db"));
    if (!report)
        return fail(report.error().within(QStringLiteral("backup")));
    return cleaned ? std::move(report) : Result<BackupReport>(fail(cleaned.error()));
}

Result<BackupReport> Backup::runOnce()
{
    const auto mounted = m_files.list(m_options.directory);
    if (!mounted)
        return fail(ErrorKind::StoreUnwritable, QStringLiteral("backup.directory"),
                    m_options.directory + QStringLiteral(": ") + mounted.error().detail);
    if (const auto made = makeDurable(m_files, m_place.root); !made)
        return fail(made.error());
    const auto broken = brokenGenerations(m_files, m_place);
    if (!broken)
        return fail(broken.error());
    for (const QString &name : *broken) {
        if (const auto gone = removeAll(m_files, m_place.generation(name)); !gone)
            return fail(gone.error());
    }
    auto present = finishedGenerations(m_files, m_place);
    if (!present)
        return fail(present.error());
    BackupManifest previous;
    if (!present->isEmpty()) {
        const auto bytes = m_files.read(m_place.manifest(present->last()));
        auto decoded = bytes ? decodedManifest(*bytes, m_manifestKey) : Result<BackupManifest>(fail(bytes.error()));
        if (decoded) // else every file is copied anew
            previous = std::move(*decoded);
    }
    BackupManifest manifest{
        .generation = nextName(*present, m_clock.nowUtc()), .deviceId = m_source.deviceId, .at = m_clock.nowUtc()};
    BackupReport report{.generation = manifest.generation};
    auto step = makeDurable(m_files, m_place.generation(manifest.generation));
    if (step)
        step = copyDatabase(generationKeyOf(m_source.deviceKey, manifest.generation), manifest, report);
    if (step) // after the database: what it names is there, or was erased meanwhile
        step = copyVault(previous, manifest, report);
    if (step) {
        const std::lock_guard replacing(m_replacing);
        step = writeKeys();
    }
    if (step)
        step = vault::writeDurably(m_files, m_place.generation(manifest.generation), QStringLiteral("manifest"),
                                   encodedManifest(manifest, m_manifestKey, m_options.signer));
    if (!step)
        return fail(step.error());
    present->append(manifest.generation);
    if (const auto old = removeOld(*present); !old)
        return fail(old.error());
    return report;
}

Result<void> Backup::copyDatabase(const Key &key, BackupManifest &manifest, BackupReport &report)
{
    const auto where = QStringLiteral("backup.database");
    const QString source = m_source.stateDirectory + QStringLiteral("/store.db");
    const QString copy = m_source.stateDirectory + QStringLiteral("/backup.db");
    const auto free = m_files.freeBytes(m_source.stateDirectory);
    if (!free)
        return fail(free.error());
    if (*free < QFileInfo(source).size() + roomBesideCopy)
        return fail(ErrorKind::StoreFull, where, QStringLiteral("no room for a copy of the database"));
    // An empty file of ours: SQLite would ask the umask for its mode.
    if (const auto made = m_files.writeSynced(copy, {}); !made)
        return made;
    {
        const auto database = Database::open(source);
        if (!database)
            return fail(database.error());
        const auto copied = (*database)->run(where, QStringLiteral("VACUUM INTO ?"), {copy});
        if (!copied)
            return fail(copied.error());
    }
    {
        const auto database = Database::open(copy); // what is really in it, not what the source has by now
        if (!database)
            return fail(database.error());
        const auto schema = schemaOf(**database);
        const auto audit = SqlAuditTrail(**database, m_clock).head();
        if (!schema || !audit)
            return fail(schema ? audit.error() : schema.error());
        manifest.schema = *schema;
        manifest.audit = *audit;
    }
    return sealParts(copy, key, manifest, report);
}

Result<void> Backup::sealParts(const QString &copy, const Key &key, BackupManifest &manifest, BackupReport &report)
{
    const QString directory = m_place.generation(manifest.generation);
    for (qint64 number = 0;; ++number) {
        const auto plain = m_files.readPart(copy, number * backupPartBytes, backupPartBytes);
        if (!plain)
            return fail(plain.error());
        if (plain->isEmpty())
            return m_files.syncDirectory(directory);
        const QString name = QStringLiteral("db.%1").arg(number, 4, 10, QLatin1Char('0'));
        const QByteArray sealed =
            crypto::sealWith(crypto::CipherSuite::Sm4Gcm, key, *plain, partContext(manifest.generation, name));
        if (const auto written = m_files.writeSynced(directory + QLatin1Char('/') + name, sealed); !written)
            return written;
        manifest.parts.insert(name, crypto::sm3(sealed));
        report.bytes += sealed.size();
    }
}

Result<void> Backup::copyVault(const BackupManifest &previous, BackupManifest &manifest, BackupReport &report)
{
    const auto owners = m_files.list(m_source.stateDirectory + QStringLiteral("/vault"));
    if (failedWith(owners, ErrorKind::NotFound))
        return {};
    if (!owners)
        return fail(owners.error());
    if (const auto made = makeDurable(m_files, m_place.vault()); !made)
        return made;
    for (const QString &owner : *owners) {
        if (QUuid::fromString(owner).isNull())
            continue;
        if (const auto copied = copyOwner(owner, previous, manifest, report); !copied)
            return copied;
    }
    return {};
}

// Sealed files never change: one that is there and was listed by the generation before is not read again. A restore
// measures all of them.
Result<void> Backup::copyOwner(const QString &owner, const BackupManifest &previous, BackupManifest &manifest,
                               BackupReport &report)
{
    const QString from = m_source.stateDirectory + QStringLiteral("/vault/") + owner;
    const QString to = m_place.vault() + QLatin1Char('/') + owner;
    const auto blobs = m_files.list(from);
    if (failedWith(blobs, ErrorKind::NotFound))
        return {}; // erased meanwhile
    if (!blobs)
        return fail(blobs.error());
    const auto there = m_files.list(to);
    if (!there && there.error().kind != ErrorKind::NotFound)
        return fail(there.error());
    if (!there) {
        if (const auto made = makeDurable(m_files, to); !made)
            return made;
    }
    for (const QString &blob : *blobs) {
        const QString name = owner + QLatin1Char('/') + blob;
        if (QUuid::fromString(blob).isNull())
            continue; // half written
        if (there && there->contains(blob) && previous.files.contains(name)) {
            manifest.files.insert(name, previous.files.value(name));
            continue;
        }
        const auto sealed = m_files.read(from + QLatin1Char('/') + blob);
        if (failedWith(sealed, ErrorKind::NotFound))
            continue;
        if (!sealed)
            return fail(sealed.error());
        if (const auto written = vault::writeDurably(m_files, to, blob, *sealed); !written)
            return written;
        manifest.files.insert(name, crypto::sm3(*sealed));
        ++report.files;
        report.bytes += sealed->size();
    }
    return {};
}

Result<void> Backup::replaceKeys()
{
    const std::lock_guard replacing(m_replacing);
    const auto present = m_files.list(m_place.root);
    if (failedWith(present, ErrorKind::NotFound)) // nothing there yet; or the disk is away, which is not "nothing"
        return m_files.list(m_options.directory)
                   ? Result<void>()
                   : Result<void>(fail(ErrorKind::StoreUnwritable, QStringLiteral("backup.keys"),
                                       QStringLiteral("the backup's disk is away")));
    if (!present)
        return fail(present.error());
    return present->contains(QStringLiteral("keys")) ? writeKeys() : Result<void>();
}

Result<void> Backup::writeKeys()
{
    auto owners = m_keys.all();
    if (!owners)
        return fail(owners.error());
    const BackupKeys keys{.device = m_source.deviceKey, .owners = std::move(*owners)};
    return vault::writeDurably(m_files, m_place.root, QStringLiteral("keys"),
                               sealedKeys(keys, m_options.cityKey, m_source.deviceId));
}

Result<void> Backup::removeOld(const QStringList &present)
{
    const auto excess = std::max<qsizetype>(0, present.size() - m_options.generations);
    for (const QString &name : present.first(excess)) {
        // The manifest first: half a generation must not look like a whole one.
        auto gone = m_files.remove(m_place.manifest(name));
        if (gone)
            gone = removeAll(m_files, m_place.generation(name));
        if (!gone)
            return gone;
    }
    QSet<QString> named;
    for (const QString &name : present.sliced(excess)) {
        const auto bytes = m_files.read(m_place.manifest(name));
        const auto manifest =
            bytes ? decodedManifest(*bytes, m_manifestKey) : Result<BackupManifest>(fail(bytes.error()));
        if (!manifest)
            return {}; // one that cannot be read may name anything: nothing is removed until it has aged out
        for (auto file = manifest->files.cbegin(); file != manifest->files.cend(); ++file)
            named.insert(file.key());
    }
    const auto owners = m_files.list(m_place.vault());
    for (const QString &owner : owners ? *owners : QStringList()) {
        const QString directory = m_place.vault() + QLatin1Char('/') + owner;
        const auto blobs = m_files.list(directory);
        qsizetype kept = 0;
        for (const QString &blob : blobs ? *blobs : QStringList()) {
            if (named.contains(owner + QLatin1Char('/') + blob)) {
                ++kept;
                continue;
            }
            if (const auto gone = m_files.remove(directory + QLatin1Char('/') + blob); !gone)
                return gone;
        }
        if (kept == 0) {
            if (const auto gone = m_files.remove(directory); !gone)
                return gone;
        }
    }
    return {};
}

} // namespace tongban::offline::store
