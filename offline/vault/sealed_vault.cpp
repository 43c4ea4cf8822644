// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/vault/sealed_vault.h"

#include "offline/vault/durable_file.h"

namespace tongban::offline::vault {

using namespace crypto;

namespace {

constexpr int holderSaltBytes = 16;
const auto keyName = QStringLiteral("key");

QByteArray keyContext(const QUuid &owner)
{
    return "owner-key/" + owner.toByteArray(QUuid::WithoutBraces);
}

QByteArray blobContext(const QUuid &owner, const QUuid &blob)
{
    return "blob/" + owner.toByteArray(QUuid::WithoutBraces) + '/' + blob.toByteArray(QUuid::WithoutBraces);
}

QString fileName(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

} // namespace

SealedVault::SealedVault(ports::FileSystem &files, QString directory, const Key &deviceKey, CipherSuite suite)
    : m_files(files), m_directory(std::move(directory)), m_suite(suite),
      m_wrapKey(deriveKey(deviceKey, {}, QByteArrayLiteral("tongban vault 1: owner keys"))),
      m_columnKey(deriveKey(deviceKey, {}, QByteArrayLiteral("tongban vault 1: columns"))),
      m_digestKey(deriveKey(deviceKey, {}, QByteArrayLiteral("tongban vault 1: digests"))),
      m_holderMaster(deriveKey(deviceKey, {}, QByteArrayLiteral("tongban vault 1: holders")))
{}

QString SealedVault::pathOf(const QUuid &owner) const
{
    return m_directory + QLatin1Char('/') + fileName(owner);
}

Result<QUuid> SealedVault::put(const QUuid &owner, const QByteArray &plain)
{
    const auto where = QStringLiteral("vault.put");
    const auto key = ownerKeyOrNew(owner);
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
    const auto key = ownerKey(owner);
    if (!key)
        return fail(key.error().within(where));
    const auto sealed = m_files.read(pathOf(owner) + QLatin1Char('/') + fileName(blob));
    if (!sealed)
        return fail(sealed.error().within(where));
    return openWith(*key, *sealed, blobContext(owner, blob));
}

Result<void> SealedVault::erase(const QUuid &owner)
{
    const auto erased = eraseDirectory(pathOf(owner));
    if (!erased)
        return fail(erased.error().within(QStringLiteral("vault.erase")));
    return {};
}

Result<Key> SealedVault::ownerKey(const QUuid &owner)
{
    const auto sealed = m_files.read(pathOf(owner) + QLatin1Char('/') + keyName);
    if (!sealed)
        return fail(sealed.error());
    const auto opened = openWith(m_wrapKey, *sealed, keyContext(owner));
    if (!opened)
        return fail(opened.error());
    return keyFromBytes(*opened);
}

Result<Key> SealedVault::ownerKeyOrNew(const QUuid &owner)
{
    auto key = ownerKey(owner);
    return failedWith(key, ErrorKind::NotFound) ? newOwnerKey(owner) : std::move(key);
}

Result<Key> SealedVault::newOwnerKey(const QUuid &owner)
{
    const Key key = randomKey();
    auto step = m_files.makeDirectory(pathOf(owner));
    if (step)
        step = m_files.syncDirectory(m_directory);
    if (step)
        step = writeDurably(m_files, pathOf(owner), keyName,
                            sealWith(m_suite, m_wrapKey, bytesOf(key), keyContext(owner)));
    if (!step)
        return fail(step.error());
    return key;
}

// The key goes first and for good; whatever a power cut leaves after that is noise, and the next sweep takes it.
Result<void> SealedVault::eraseDirectory(const QString &path)
{
    const auto names = m_files.list(path);
    if (failedWith(names, ErrorKind::NotFound))
        return {};
    if (!names)
        return fail(names.error());
    auto step = m_files.remove(path + QLatin1Char('/') + keyName);
    if (step)
        step = m_files.syncDirectory(path);
    for (const QString &name : *names) {
        if (step && name != keyName)
            step = m_files.remove(path + QLatin1Char('/') + name);
    }
    if (step)
        step = m_files.remove(path);
    return step ? m_files.syncDirectory(m_directory) : step;
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
    const auto names = m_files.list(m_directory);
    if (failedWith(names, ErrorKind::NotFound))
        return 0;
    if (!names)
        return fail(names.error());
    int erased = 0;
    for (const QString &name : *names) {
        if (owners.contains(QUuid::fromString(name)))
            continue;
        if (const auto gone = eraseDirectory(m_directory + QLatin1Char('/') + name); !gone)
            return fail(gone.error().within(QStringLiteral("vault.sweep")));
        ++erased;
    }
    return erased;
}

Result<void> SealedVault::keepOnly(const QUuid &owner, const QSet<QUuid> &blobs)
{
    const auto names = m_files.list(pathOf(owner));
    if (failedWith(names, ErrorKind::NotFound))
        return {};
    if (!names)
        return fail(names.error());
    for (const QString &name : *names) {
        if (name == keyName || blobs.contains(QUuid::fromString(name)))
            continue;
        if (const auto gone = m_files.remove(pathOf(owner) + QLatin1Char('/') + name); !gone)
            return fail(gone.error().within(QStringLiteral("vault.keep-only")));
    }
    return {};
}

} // namespace tongban::offline::vault
