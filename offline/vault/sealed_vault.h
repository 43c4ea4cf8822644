// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/file_system.h"
#include "app/core/ports/vault.h"
#include "offline/crypto/cipher.h"

#include <QSet>

namespace tongban::offline::vault {

// Files: <directory>/<owner>/key (the owner's data key, sealed with a key derived from the device key) and
// <directory>/<owner>/<blob>. Destroying the key file makes every blob of the owner unreadable at once, also the copies
// that a flash disk keeps of deleted blocks. Every seal is bound to its place: a file moved or renamed does not open.
class SealedVault final : public ports::Vault
{
public:
    // directory: absolute, made on the first put. files outlives the vault. suite: of what is sealed from now on; what
    // was sealed with another one still opens.
    SealedVault(ports::FileSystem &files, QString directory, const crypto::Key &deviceKey,
                crypto::CipherSuite suite = crypto::CipherSuite::Aes256Gcm);

    Result<QUuid> put(const QUuid &owner, const QByteArray &plain) override;
    Result<QByteArray> get(const QUuid &owner, const QUuid &blob) override;
    Result<void> erase(const QUuid &owner) override;

    Result<QByteArray> seal(const QByteArray &plain, const QByteArray &context) override;
    Result<QByteArray> open(const QByteArray &sealed, const QByteArray &context) override;
    Result<QByteArray> sealForHolder(const QByteArray &plain, const QString &idNumber,
                                     const QByteArray &context) override;
    Result<QByteArray> openForHolder(const QByteArray &sealed, const QString &idNumber,
                                     const QByteArray &context) override;
    [[nodiscard]] QByteArray keyedDigest(const QString &value) const override;

    // Housekeeping, beyond the port: what a crash or a page scanned again leaves behind.
    // Erases every owner that is not named; answers how many.
    [[nodiscard]] Result<int> eraseAllBut(const QSet<QUuid> &owners);
    // Removes every file of the owner but its key and these blobs.
    [[nodiscard]] Result<void> keepOnly(const QUuid &owner, const QSet<QUuid> &blobs);

private:
    [[nodiscard]] QString pathOf(const QUuid &owner) const;
    [[nodiscard]] Result<crypto::Key> ownerKey(const QUuid &owner);
    [[nodiscard]] Result<crypto::Key> ownerKeyOrNew(const QUuid &owner);
    [[nodiscard]] Result<crypto::Key> newOwnerKey(const QUuid &owner);
    [[nodiscard]] Result<void> eraseDirectory(const QString &path);
    [[nodiscard]] crypto::Key holderKey(const QString &idNumber, const QByteArray &salt) const;

    ports::FileSystem &m_files;
    QString m_directory;
    crypto::CipherSuite m_suite;
    crypto::Key m_wrapKey;
    crypto::Key m_columnKey;
    crypto::Key m_digestKey;
    crypto::Key m_holderMaster;
};

} // namespace tongban::offline::vault
