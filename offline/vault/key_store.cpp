// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/vault/key_store.h"

#include <QFileInfo>

namespace tongban::offline::vault {

using crypto::Key;

namespace {

// Beside the keys: none is left among the pages. Not a UUID, so never taken for a key.
const auto adoptedMark = QStringLiteral("adopted");
const auto oldKeyName = QStringLiteral("key");

QByteArray keyContext(const QUuid &owner)
{
    return "owner-key/" + owner.toByteArray(QUuid::WithoutBraces);
}

} // namespace

KeyStore::KeyStore(ports::FileSystem &files, QString directory, const Key &deviceKey, crypto::CipherSuite suite)
    : m_files(files), m_directory(std::move(directory)),
      m_wrapKey(crypto::deriveKey(deviceKey, {}, QByteArrayLiteral("tongban vault 1: owner keys"))), m_suite(suite)
{}

QString KeyStore::pathOf(const QUuid &owner) const
{
    return m_directory + QLatin1Char('/') + owner.toString(QUuid::WithoutBraces);
}

Result<Key> KeyStore::key(const QUuid &owner)
{
    const auto sealed = m_files.read(pathOf(owner));
    if (!sealed)
        return fail(sealed.error());
    const auto opened = crypto::openWith(m_wrapKey, *sealed, keyContext(owner));
    if (!opened)
        return fail(opened.error());
    return crypto::keyFromBytes(*opened);
}

Result<Key> KeyStore::keyOrNew(const QUuid &owner)
{
    auto present = key(owner);
    if (!failedWith(present, ErrorKind::NotFound))
        return present;
    const Key fresh = crypto::randomKey();
    if (const auto kept = put(owner, fresh); !kept)
        return fail(kept.error());
    return fresh;
}

NewFile KeyStore::fileOf(const QUuid &owner, const Key &key) const
{
    return {.path = pathOf(owner),
            .bytes = crypto::sealWith(m_suite, m_wrapKey, crypto::bytesOf(key), keyContext(owner))};
}

Result<void> KeyStore::put(const QUuid &owner, const Key &key)
{
    return writeDurably(m_files, m_directory, owner.toString(QUuid::WithoutBraces), fileOf(owner, key).bytes);
}

Result<void> KeyStore::destroy(const QSet<QUuid> &owners)
{
    for (const QUuid &owner : owners) {
        // What a crash left of writing it is a copy of the key.
        auto removed = removeHalfMade(owner);
        if (removed)
            removed = m_files.remove(pathOf(owner));
        if (!removed)
            return removed;
    }
    return owners.isEmpty() ? Result<void>() : m_files.syncDirectory(m_directory);
}

Result<void> KeyStore::removeHalfMade(const QUuid &owner)
{
    return m_files.remove(pathOf(owner) + QLatin1String(temporarySuffix));
}

Result<KeyStore::Names> KeyStore::names()
{
    const auto present = m_files.list(m_directory);
    if (failedWith(present, ErrorKind::NotFound))
        return Names{};
    if (!present)
        return fail(present.error());
    Names names;
    for (const QString &name : *present) {
        const QUuid owner = QUuid::fromString(name); // takes a UUID with something behind it, too
        if (!owner.isNull())
            (name.endsWith(QLatin1String(temporarySuffix)) ? names.halfMade : names.keys).insert(owner);
    }
    return names;
}

Result<QSet<QUuid>> KeyStore::owners()
{
    auto present = names();
    return present ? Result<QSet<QUuid>>(std::move(present->keys)) : fail(present.error());
}

Result<QHash<QUuid, Key>> KeyStore::all()
{
    const auto present = owners();
    if (!present)
        return fail(present.error());
    QHash<QUuid, Key> keys;
    for (const QUuid &owner : *present) {
        auto opened = key(owner);
        if (opened)
            keys.insert(owner, std::move(*opened));
        else if (opened.error().kind != ErrorKind::NotFound && opened.error().kind != ErrorKind::SealBroken)
            return fail(opened.error());
    }
    return keys;
}

Result<void> KeyStore::adoptFrom(const QString &vaultDirectory)
{
    const auto where = QStringLiteral("vault.adopt-keys");
    const auto mark = m_files.read(m_directory + QLatin1Char('/') + adoptedMark);
    if (mark)
        return {};
    if (mark.error().kind != ErrorKind::NotFound)
        return fail(mark.error().within(where));
    auto made = m_files.makeDirectory(m_directory);
    if (made)
        made = m_files.syncDirectory(QFileInfo(m_directory).path());
    if (!made)
        return fail(made.error().within(where));
    const auto owners = m_files.list(vaultDirectory);
    if (!owners && owners.error().kind != ErrorKind::NotFound)
        return fail(owners.error().within(where));
    for (const QString &name : owners ? *owners : QStringList()) {
        const QUuid owner = QUuid::fromString(name);
        if (owner.isNull())
            continue;
        if (const auto moved = adopt(owner, vaultDirectory + QLatin1Char('/') + name); !moved)
            return fail(moved.error().within(where));
    }
    const auto marked = writeDurably(m_files, m_directory, adoptedMark, {});
    return marked ? Result<void>() : fail(marked.error().within(where));
}

// Here first and durably, then away from there. The seal binds the key to its owner, not to its place.
Result<void> KeyStore::adopt(const QUuid &owner, const QString &oldDirectory)
{
    const QString oldPath = oldDirectory + QLatin1Char('/') + oldKeyName;
    const auto sealed = m_files.read(oldPath);
    if (failedWith(sealed, ErrorKind::NotFound))
        return {};
    if (!sealed)
        return fail(sealed.error());
    auto step = writeDurably(m_files, m_directory, owner.toString(QUuid::WithoutBraces), *sealed);
    if (step)
        step = m_files.remove(oldPath);
    return step ? m_files.syncDirectory(oldDirectory) : step;
}

} // namespace tongban::offline::vault
