// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/vault/sealed_vault.h"

#include "offline/vault/durable_file.h"

#include <algorithm>

namespace tongban::offline::vault {

using namespace crypto;

namespace {

constexpr int holderSaltBytes = 16;

QByteArray blobContext(const QUuid &owner, const QUuid &blob)
{
    return "blob/" + owner.toByteArray(QUuid::WithoutBraces) + '/' + blob.toByteArray(QUuid::WithoutBraces);
}

QString fileName(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

} // namespace

SealedVault::SealedVault(ports::FileSystem &files, QString directory, QString keyDirectory, const Key &deviceKey,
                         CipherSuite suite)
    : m_files(files), m_directory(std::move(directory)), m_suite(suite),
      m_keys(files, std::move(keyDirectory), deviceKey, suite),
      m_columnKey(deriveKey(deviceKey, {}, QByteArrayLiteral("tongban vault 1: columns"))),
      m_digestKey(deriveKey(deviceKey, {}, QByteArrayLiteral("tongban vault 1: digests"))),
      m_holderMaster(deriveKey(deviceKey, {}, QByteArrayLiteral("tongban vault 1: holders")))
{}

QString SealedVault::pathOf(const QUuid &owner) const
{
    return m_directory + QLatin1Char('/') + fileName(owner);
}

// A key that is there says that the owner's directory is durable.
Result<Key> SealedVault::keyOrNew(const QUuid &owner)
{
    auto key = m_keys.key(owner);
    if (!failedWith(key, ErrorKind::NotFound))
        return key;
    auto made = m_files.makeDirectory(pathOf(owner));
    if (made)
        made = m_files.syncDirectory(m_directory);
    if (!made)
        return fail(made.error());
    return m_keys.keyOrNew(owner);
}

Result<QUuid> SealedVault::put(const QUuid &owner, const QByteArray &plain)
{
    const auto where = QStringLiteral("vault.put");
    if (const auto room = m_room ? m_room() : Result<void>(); !room)
        return fail(room.error().within(where));
    const auto key = keyOrNew(owner);
    if (!key)
        return fail(key.error().within(where));
    const QUuid blob = QUuid::createUuid();
    const QByteArray sealed = sealWith(m_suite, *key, plain, blobContext(owner, blob));
    if (const auto written = writeDurably(m_files, pathOf(owner), fileName(blob), sealed); !written)
        return fail(written.error().within(where));
    return blob;
}

Result<QByteArray> SealedVault::get(const QUuid &owner, const QUuid &blob)
{
    const auto where = QStringLiteral("vault.get");
    const auto key = m_keys.key(owner);
    if (!key)
        return fail(key.error().within(where));
    const auto sealed = m_files.read(pathOf(owner) + QLatin1Char('/') + fileName(blob));
    if (!sealed)
        return fail(sealed.error().within(where));
    return openWith(*key, *sealed, blobContext(owner, blob));
}

Result<void> SealedVault::erase(const QUuid &owner)
{
    auto step = destroyKeys({owner});
    if (step)
        step = eraseDirectory(pathOf(owner));
    return step ? Result<void>() : fail(step.error().within(QStringLiteral("vault.erase")));
}

// The keys go first and for good; whatever a power cut leaves after that is noise, and the next sweep takes it.
Result<void> SealedVault::destroyKeys(const QSet<QUuid> &owners)
{
    for (const QUuid &owner : owners) {
        if (const auto gone = m_keys.destroy(owner); !gone)
            return gone;
    }
    return m_erased && !owners.isEmpty() ? m_erased() : Result<void>();
}

Result<void> SealedVault::eraseDirectory(const QString &path)
{
    const auto names = m_files.list(path);
    if (failedWith(names, ErrorKind::NotFound))
        return {};
    if (!names)
        return fail(names.error());
    for (const QString &name : *names) {
        if (const auto gone = m_files.remove(path + QLatin1Char('/') + name); !gone)
            return gone;
    }
    const auto gone = m_files.remove(path);
    return gone ? m_files.syncDirectory(m_directory) : gone;
}

Result<QByteArray> SealedVault::sealOwned(const QUuid &owner, const QByteArray &plain, const QByteArray &context)
{
    const auto key = keyOrNew(owner);
    if (!key)
        return fail(key.error().within(QStringLiteral("vault.seal-owned")));
    return sealWith(m_suite, *key, plain, context);
}

Result<QByteArray> SealedVault::openOwned(const QUuid &owner, const QByteArray &sealed, const QByteArray &context)
{
    const auto where = QStringLiteral("vault.open-owned");
    const auto key = m_keys.key(owner);
    // Not "not found": the value is there, and what opened it is gone.
    if (failedWith(key, ErrorKind::NotFound))
        return fail(ErrorKind::SealBroken, where, QStringLiteral("its owner's key was destroyed"));
    if (!key)
        return fail(key.error().within(where));
    return openWith(*key, sealed, context);
}

Result<QByteArray> SealedVault::seal(const QByteArray &plain, const QByteArray &context)
{
    return sealWith(m_suite, m_columnKey, plain, context);
}

Result<QByteArray> SealedVault::open(const QByteArray &sealed, const QByteArray &context)
{
    return openWith(m_columnKey, sealed, context);
}

// The salt is new for every value, so that two drafts of one person do not even share a key.
Key SealedVault::holderKey(const QString &idNumber, const QByteArray &salt) const
{
    return deriveKey(m_holderMaster, salt, "holder/" + idNumber.toUtf8());
}

Result<QByteArray> SealedVault::sealForHolder(const QByteArray &plain, const QString &idNumber,
                                              const QByteArray &context)
{
    const QByteArray salt = randomBytes(holderSaltBytes);
    return salt + sealWith(m_suite, holderKey(idNumber, salt), plain, context);
}

Result<QByteArray> SealedVault::openForHolder(const QByteArray &sealed, const QString &idNumber,
                                              const QByteArray &context)
{
    return openWith(holderKey(idNumber, sealed.left(holderSaltBytes)), sealed.mid(holderSaltBytes), context);
}

QByteArray SealedVault::keyedDigest(const QString &value) const
{
    return hmac(m_digestKey, value.toUtf8());
}

Result<int> SealedVault::eraseAllBut(const QSet<QUuid> &owners)
{
    const auto where = QStringLiteral("vault.sweep");
    const auto names = m_files.list(m_directory);
    if (!names && names.error().kind != ErrorKind::NotFound)
        return fail(names.error().within(where));
    if (const auto removed = m_keys.removeLeftovers(); !removed)
        return fail(removed.error().within(where));
    const auto withKey = m_keys.owners();
    if (!withKey)
        return fail(withKey.error().within(where));
    QSet<QUuid> orphans = *withKey - owners;
    QStringList directories;
    for (const QString &name : names ? *names : QStringList()) {
        const QUuid owner = QUuid::fromString(name);
        if (owners.contains(owner))
            continue;
        directories << name;
        if (!owner.isNull())
            orphans.insert(owner);
    }
    if (const auto gone = destroyKeys(orphans); !gone)
        return fail(gone.error().within(where));
    for (const QString &name : directories) {
        if (const auto gone = eraseDirectory(m_directory + QLatin1Char('/') + name); !gone)
            return fail(gone.error().within(where));
    }
    return static_cast<int>(std::max(orphans.size(), directories.size()));
}

Result<int> SealedVault::keepOnly(const QUuid &owner, const QSet<QUuid> &blobs)
{
    const auto names = m_files.list(pathOf(owner));
    if (failedWith(names, ErrorKind::NotFound))
        return 0;
    if (!names)
        return fail(names.error());
    int removed = 0;
    for (const QString &name : *names) {
        if (blobs.contains(QUuid::fromString(name)))
            continue;
        if (const auto gone = m_files.remove(pathOf(owner) + QLatin1Char('/') + name); !gone)
            return fail(gone.error().within(QStringLiteral("vault.keep-only")));
        ++removed;
    }
    return removed;
}

Result<void> SealedVault::removeBlob(const QUuid &owner, const QUuid &blob)
{
    return m_files.remove(pathOf(owner) + QLatin1Char('/') + fileName(blob));
}

} // namespace tongban::offline::vault
