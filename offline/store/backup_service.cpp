// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/backup_service.h"

#include "app/core/base/log.h"
#include "offline/store/retention.h"
#include "offline/store/sql_audit_trail.h"
#include "offline/store/start_up.h"
#include "offline/store/text.h"

namespace tongban::offline::store {

namespace {

const auto lastBackupKey = QStringLiteral("last_backup");

void report(const Error &error)
{
    log(LogEvent::StoreBackupTrouble,
        {{"kind", QLatin1String(nameOf(error.kind))}, {"where", error.where}, {"detail", error.detail}});
}

// On a connection of the backup's own thread.
Result<void> noteDone(const QString &path, const BackupReport &done, const Clock &clock)
{
    const auto database = Database::open(path);
    if (!database)
        return fail(database.error());
    return (*database)->transact(QStringLiteral("backup.note"), [&]() -> Result<void> {
        const auto noted =
            setMetaValue(**database, lastBackupKey, QByteArray::number(clock.nowUtc().toMSecsSinceEpoch()));
        if (!noted)
            return noted;
        return SqlAuditTrail(**database, clock)
            .append({.actor = ports::AuditActor::Terminal,
                     .action = QStringLiteral("store.backup"),
                     .subject = done.generation});
    });
}

Result<BackupReport> backedUp(Backup &backup, const QString &path, const Clock &clock)
{
    auto done = backup.run();
    if (!done) {
        report(done.error());
        return done;
    }
    log(LogEvent::StoreBackedUp, {{"generation", done->generation},
                                  {"files", QString::number(done->files)},
                                  {"bytes", QString::number(done->bytes)}});
    if (const auto noted = noteDone(path, *done, clock); !noted)
        return fail(noted.error());
    return done;
}

} // namespace

Result<BackupOptions> backupOptionsFrom(ports::FileSystem &files, const QString &directory, int generations,
                                        const QString &cityKeyFile, const QString &signKeyFile)
{
    const auto wrong = [](const QString &file, const Error &error) {
        return fail(ErrorKind::Misconfigured, QStringLiteral("backup"), file + QStringLiteral(": ") + error.detail);
    };
    const auto cityPem = files.read(cityKeyFile);
    if (!cityPem)
        return wrong(cityKeyFile, cityPem.error());
    auto city = crypto::Sm2PublicKey::fromPem(*cityPem);
    if (!city)
        return wrong(cityKeyFile, city.error());
    BackupOptions options{.directory = directory, .generations = generations, .cityKey = std::move(*city)};
    if (signKeyFile.isEmpty())
        return options;
    const auto signPem = files.read(signKeyFile);
    if (!signPem)
        return wrong(signKeyFile, signPem.error());
    auto signer = crypto::Sm2PrivateKey::fromPem(*signPem);
    if (!signer)
        return wrong(signKeyFile, signer.error());
    options.signer = std::move(*signer);
    return options;
}

BackupService::BackupService(ports::FileSystem &files, const Clock &clock, const std::optional<BackupOptions> &options,
                             BackupSource source, vault::KeyStore keys)
    : m_files(files), m_clock(clock), m_database(source.stateDirectory + QStringLiteral("/store.db"))
{
    if (options)
        m_backup = std::make_shared<Backup>(files, clock, *options, std::move(source), std::move(keys));
}

BackupService::~BackupService() = default;

void BackupService::begin() const
{
    if (!m_backup)
        report({ErrorKind::Misconfigured, QStringLiteral("backup"), QStringLiteral("no directory is configured")});
}

void BackupService::catchUp()
{
    if (m_isStale)
        static_cast<void>(ownersErased()); // never fails
}

void BackupService::end()
{
    m_lane.reset();
}

Result<void> BackupService::ownersErased()
{
    if (!m_backup)
        return {};
    m_isStale = true;
    if (const auto replaced = m_backup->replaceKeys(); !replaced)
        report(replaced.error());
    else
        m_isStale = false;
    return {};
}

Result<void> BackupService::runWhenDue(Database &database)
{
    if (!m_backup)
        return {};
    catchUp();
    const auto last = metaValue(database, lastBackupKey);
    if (!last)
        return fail(last.error());
    const QDateTime then = last->has_value() ? utcFromMs((*last)->toLongLong()) : QDateTime();
    // A clock that leapt is no reason against a backup.
    if (sweepDue(then, m_clock.nowUtc()) != SweepDue::No)
        static_cast<void>(run()); // its outcome is in the log and in the audit
    return {};
}

QFuture<Result<BackupReport>> BackupService::run()
{
    if (!m_backup) {
        QPromise<Result<BackupReport>> promise;
        promise.start();
        promise.addResult(Result<BackupReport>(
            fail(ErrorKind::Misconfigured, QStringLiteral("backup"), QStringLiteral("no directory is configured"))));
        promise.finish();
        return promise.future();
    }
    if (!m_lane)
        m_lane = std::make_unique<Lane>(QStringLiteral("store-backup"));
    return m_lane->run([backup = m_backup, path = m_database, &clock = m_clock](std::stop_token) {
        return backedUp(*backup, path, clock);
    });
}

} // namespace tongban::offline::store
