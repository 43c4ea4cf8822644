// SPDX-License-Identifier: GPL-3.0-or-later
// A vault in a directory of its own, for tests.
#pragma once

#include "offline/vault/posix_file_system.h"
#include "offline/vault/sealed_vault.h"

#include <QTemporaryDir>

#include <memory>

namespace tongban::testing {

class VaultRig
{
protected:
    using Key = offline::crypto::Key;
    using SealedVault = offline::vault::SealedVault;

    void makeVault()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_keys = std::make_unique<QTemporaryDir>();
        m_key = offline::crypto::randomKey();
        m_vault = vaultOf(m_key);
        if (!m_vault->keys().adoptFrom(m_directory->path()))
            qFatal("no directory for the vault");
    }

    static QByteArray fileBytes(const QString &path)
    {
        offline::vault::PosixFileSystem disk;
        return *disk.read(path);
    }

    // Pages and keys lie apart, as in the product.
    std::unique_ptr<SealedVault> vaultOf(const Key &deviceKey)
    {
        return std::make_unique<SealedVault>(m_disk, m_directory->path(), m_keys->path(), deviceKey);
    }
    QString keyPathOf(const QUuid &owner) const { return m_keys->filePath(owner.toString(QUuid::WithoutBraces)); }
    QString pathOf(const QUuid &owner, const QString &name) const
    {
        return m_directory->filePath(owner.toString(QUuid::WithoutBraces)) + QLatin1Char('/') + name;
    }
    QString pathOf(const QUuid &owner, const QUuid &blob) const
    {
        return pathOf(owner, blob.toString(QUuid::WithoutBraces));
    }

    // On the disk, as a save point leaves it.
    Result<QUuid> kept(SealedVault &vault, const QUuid &owner, const QByteArray &plain)
    {
        const auto blob = vault.put(owner, plain);
        if (!blob)
            return fail(blob.error());
        const auto durable = vault.makeDurable(owner);
        return durable ? Result<QUuid>(blob->blob) : fail(durable.error());
    }
    Result<QUuid> kept(const QUuid &owner, const QByteArray &plain) { return kept(*m_vault, owner, plain); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QTemporaryDir> m_keys;
    offline::vault::PosixFileSystem m_disk;
    Key m_key;
    std::unique_ptr<SealedVault> m_vault;
    const QUuid m_owner = QUuid::createUuid();
};

} // namespace tongban::testing
