// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/restore.h"

#include "offline/crypto/sm3.h"
#include "offline/store/backup_format.h"
#include "offline/store/migrations.h"
#include "offline/store/restored_database.h"
#include "offline/store/state_lock.h"
#include "offline/store/text.h"
#include "offline/vault/durable_file.h"
#include "offline/vault/key_store.h"

#include <QFileInfo>

namespace tongban::offline::store {

using crypto::Key;

namespace {

const auto completeMark = QStringLiteral("complete");

tl::unexpected<Error> damaged(const QString &what)
{
    return fail(ErrorKind::StoreCorrupt, QStringLiteral("restore"),
                what + QStringLiteral(" is not what was backed up"));
}

QString buildDirectory(const QString &stateDirectory)
{
    return stateDirectory + QStringLiteral(".restoring");
}

class Restorer
{
public:
    Restorer(const RestoreOptions &options, const Clock &clock, ports::FileSystem &files)
        : m_options(options), m_clock(clock),
          m_files(files), m_place{.root = options.backupDirectory + QLatin1Char('/') + options.deviceId},
          m_target(buildDirectory(options.stateDirectory))
    {}

    [[nodiscard]] Result<RestoreReport> run()
    {
        auto step = readKeys();
        if (step)
            step = readManifest();
        if (step)
            step = checkPresent();
        if (step)
            step = build();
        if (step)
            step = swap();
        return step ? Result<RestoreReport>(m_report) : fail(step.error());
    }

private:
    Result<void> readKeys()
    {
        const auto city = crypto::Sm2PrivateKey::fromPem(m_options.cityPrivateKeyPem);
        if (!city)
            return fail(city.error());
        const auto sealed = m_files.read(m_place.keys());
        if (!sealed)
            return fail(sealed.error());
        auto keys = openedKeys(*sealed, *city, m_options.deviceId);
        if (!keys)
            return fail(keys.error());
        m_keys = std::move(*keys);
        return {};
    }

    Result<void> readManifest()
    {
        const auto present = finishedGenerations(m_files, m_place);
        if (!present)
            return fail(present.error());
        const QString name =
            m_options.generation.isEmpty() && !present->isEmpty() ? present->last() : m_options.generation;
        if (!present->contains(name))
            return fail(ErrorKind::NotFound, QStringLiteral("restore"),
                        QStringLiteral("no such finished generation: ") + name);
        const auto bytes = m_files.read(m_place.manifest(name));
        if (!bytes)
            return fail(bytes.error());
        auto manifest = decodedManifest(*bytes, manifestKeyOf(m_keys.device), m_options.signedBy);
        if (!manifest)
            return fail(manifest.error());
        if (manifest->generation != name || manifest->deviceId != m_options.deviceId)
            return damaged(name);
        if (manifest->schema > latestSchema())
            return fail(ErrorKind::Misconfigured, QStringLiteral("restore"),
                        QStringLiteral("schema %1 was made by a later program").arg(manifest->schema));
        m_manifest = std::move(*manifest);
        m_report.generation = name;
        m_report.at = m_manifest.at;
        return {};
    }

    Result<void> checkPresent()
    {
        const auto names = m_files.list(m_options.stateDirectory);
        if (failedWith(names, ErrorKind::NotFound))
            return {};
        if (!names)
            return fail(names.error());
        auto lock = StateLock::take(m_options.stateDirectory); // held until the store has taken its place
        if (!lock)
            return fail(lock.error());
        m_lock = std::move(*lock);
        m_isReplacing = true;
        const QString database = m_options.stateDirectory + QStringLiteral("/store.db");
        return names->contains(QStringLiteral("store.db")) ? refuseNewer(database, m_manifest.at) : Result<void>();
    }

    Result<void> build()
    {
        auto step = removeAll(m_files, m_target);
        for (const char *directory : {"", "/keys", "/keystore", "/vault"}) {
            if (step)
                step = m_files.makeDirectory(m_target + QLatin1String(directory));
        }
        if (step)
            step = vault::writeDurably(m_files, m_target + QStringLiteral("/keys"), QStringLiteral("device.key"),
                                       crypto::bytesOf(m_keys.device));
        if (step)
            step = writeKeystore();
        if (step)
            step = writeDatabase();
        if (step)
            step = writeFiles();
        if (step)
            step = m_files.syncDirectory(m_target);
        return step ? vault::writeDurably(m_files, m_target, completeMark, {}) : step;
    }

    Result<void> writeKeystore()
    {
        vault::KeyStore keystore(m_files, m_target + QStringLiteral("/keystore"), m_keys.device,
                                 crypto::CipherSuite::Sm4Gcm);
        // An empty vault has nothing to adopt: this marks the keystore as the only place of keys.
        auto step = keystore.adoptFrom(m_target + QStringLiteral("/vault"));
        for (auto owner = m_keys.owners.cbegin(); step && owner != m_keys.owners.cend(); ++owner)
            step = keystore.put(owner.key(), owner.value());
        return step;
    }

    Result<void> writeDatabase()
    {
        const Key key = generationKeyOf(m_keys.device, m_manifest.generation);
        const QString path = m_target + QStringLiteral("/store.db");
        for (auto part = m_manifest.parts.cbegin(); part != m_manifest.parts.cend(); ++part) {
            const auto sealed = m_files.read(m_place.generation(m_manifest.generation) + QLatin1Char('/') + part.key());
            if (failedWith(sealed, ErrorKind::NotFound))
                return damaged(part.key());
            if (!sealed)
                return fail(sealed.error());
            if (crypto::sm3(*sealed) != part.value())
                return damaged(part.key());
            const auto plain = crypto::openWith(key, *sealed, partContext(m_manifest.generation, part.key()));
            if (!plain)
                return fail(plain.error());
            if (const auto added = m_files.appendSynced(path, *plain); !added)
                return added;
        }
        const auto prepared = prepareRestored(path,
                                              {.generation = m_manifest.generation,
                                               .backedUpAt = m_manifest.at,
                                               .audit = m_manifest.audit,
                                               .owners = m_keys.owners.keys()},
                                              m_clock);
        if (!prepared)
            return fail(prepared.error());
        m_report.cases = prepared->cases;
        m_report.erased = prepared->erased;
        return {};
    }

    // Only of owners that are not erased: the rest is noise.
    Result<void> writeFiles()
    {
        QString last;
        for (auto file = m_manifest.files.cbegin(); file != m_manifest.files.cend(); ++file) {
            const QString owner = file.key().section(QLatin1Char('/'), 0, 0);
            if (!m_keys.owners.contains(QUuid::fromString(owner)))
                continue;
            const auto sealed = m_files.read(m_place.vault() + QLatin1Char('/') + file.key());
            if (failedWith(sealed, ErrorKind::NotFound))
                return damaged(file.key());
            if (!sealed)
                return fail(sealed.error());
            if (crypto::sm3(*sealed) != file.value())
                return damaged(file.key());
            const QString directory = m_target + QStringLiteral("/vault/") + owner;
            auto step = owner == last ? Result<void>() : nextOwner(last, directory);
            last = owner;
            if (step)
                step = m_files.writeSynced(m_target + QStringLiteral("/vault/") + file.key(), *sealed);
            if (!step)
                return step;
            ++m_report.files;
        }
        if (!last.isEmpty()) {
            if (const auto synced = m_files.syncDirectory(m_target + QStringLiteral("/vault/") + last); !synced)
                return synced;
        }
        return m_files.syncDirectory(m_target + QStringLiteral("/vault"));
    }

    Result<void> nextOwner(const QString &last, const QString &directory)
    {
        if (!last.isEmpty()) {
            if (const auto synced = m_files.syncDirectory(m_target + QStringLiteral("/vault/") + last); !synced)
                return synced;
        }
        return m_files.makeDirectory(directory);
    }

    Result<void> swap()
    {
        const QString parent = QFileInfo(m_options.stateDirectory).path();
        if (m_isReplacing) {
            m_report.setAside = m_options.stateDirectory + QStringLiteral(".replaced-") +
                                m_clock.nowUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz"));
            auto step = m_files.rename(m_options.stateDirectory, m_report.setAside);
            if (step)
                step = m_files.syncDirectory(parent);
            if (!step)
                return step;
        }
        return finishRestore(m_files, m_options.stateDirectory);
    }

    const RestoreOptions &m_options;
    const Clock &m_clock;
    ports::FileSystem &m_files;
    BackupPlace m_place;
    QString m_target;
    BackupKeys m_keys;
    BackupManifest m_manifest;
    RestoreReport m_report;
    std::unique_ptr<StateLock> m_lock;
    bool m_isReplacing = false;
};

} // namespace

Result<RestoreReport> restoreStore(const RestoreOptions &options, const Clock &clock, ports::FileSystem &files)
{
    // One that was killed on its last step comes first: what it put together is the store by now.
    if (const auto finished = finishRestore(files, options.stateDirectory); !finished)
        return fail(finished.error());
    auto report = Restorer(options, clock, files).run();
    return report ? std::move(report) : Result<RestoreReport>(fail(report.error().within(QStringLiteral("restore"))));
}

Result<void> finishRestore(ports::FileSystem &files, const QString &stateDirectory)
{
    const QString built = buildDirectory(stateDirectory);
    const auto names = files.list(built);
    if (failedWith(names, ErrorKind::NotFound))
        return {};
    if (!names)
        return fail(names.error());
    const auto present = files.list(stateDirectory);
    // The old store is still in its place, or the new one is not whole: the next restore begins anew.
    if (present || !names->contains(completeMark))
        return {};
    if (present.error().kind != ErrorKind::NotFound)
        return fail(present.error());
    auto step = files.rename(built, stateDirectory);
    if (step)
        step = files.syncDirectory(QFileInfo(stateDirectory).path());
    if (step)
        step = files.remove(stateDirectory + QLatin1Char('/') + completeMark);
    return step;
}

} // namespace tongban::offline::store
