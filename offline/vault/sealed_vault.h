// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/file_system.h"
#include "app/core/ports/vault.h"
#include "offline/vault/key_store.h"

#include <QSet>

#include <functional>

namespace tongban::offline::vault {

// Files: <directory>/<owner>/<blob>, sealed with the owner's data key, which lies elsewhere (KeyStore). Destroying the
// key makes every blob and every owned value unreadable at once, also in copies and in what a flash disk keeps of
// deleted blocks. Every seal is bound to its place: a file moved or renamed does not open.
class SealedVault final : public ports::Vault
{
public:
    // directory: absolute, made on the first put. files outlives the vault. suite: of what is sealed from now on; what
    // was sealed with another one still opens.
    SealedVault(ports::FileSystem &files, QString directory, QString keyDirectory, const crypto::Key &deviceKey,
                crypto::CipherSuite suite = crypto::CipherSuite::Aes256Gcm);

    Result<QUuid> put(const QUuid &owner, const QByteArray &plain) override;
    Result<QByteArray> get(const QUuid &owner, const QUuid &blob) override;
    Result<void> erase(const QUuid &owner) override;

    Result<QByteArray> seal(const QByteArray &plain, const QByteArray &context) override;
    Result<QByteArray> open(const QByteArray &sealed, const QByteArray &context) override;
    Result<QByteArray> sealOwned(const QUuid &owner, const QByteArray &plain, const QByteArray &context) override;
    Result<QByteArray> openOwned(const QUuid &owner, const QByteArray &sealed, const QByteArray &context) override;
    Result<QByteArray> sealForHolder(const QByteArray &plain, const QString &idNumber,
                                     const QByteArray &context) override;
    Result<QByteArray> openForHolder(const QByteArray &sealed, const QString &idNumber,
                                     const QByteArray &context) override;
    [[nodiscard]] QByteArray keyedDigest(const QString &value) const override;

    // Housekeeping, beyond the port: what a crash or a page scanned again leaves behind.
    // Erases every owner that is not named; answers how many.
    [[nodiscard]] Result<int> eraseAllBut(const QSet<QUuid> &owners);
    // Removes every file of the owner but these blobs; answers how many.
    [[nodiscard]] Result<int> keepOnly(const QUuid &owner, const QSet<QUuid> &blobs);
    [[nodiscard]] Result<void> removeBlob(const QUuid &owner, const QUuid &blob);

    // Asked before a page is written: an error keeps the disk from filling up to the last byte.
    void setRoomCheck(std::function<Result<void>()> room) { m_room = std::move(room); }

    [[nodiscard]] KeyStore &keys() { return m_keys; }
    [[nodiscard]] QString directory() const { return m_directory; }
    // Called whenever owners were erased, after their keys are gone for good and before their files go: who keeps
    // copies of the keys forgets them now. Its error is the error of the erasure, whose next attempt calls again.
    void setErasedHook(std::function<Result<void>()> hook) { m_erased = std::move(hook); }

private:
    [[nodiscard]] QString pathOf(const QUuid &owner) const;
    [[nodiscard]] Result<crypto::Key> keyOrNew(const QUuid &owner);
    [[nodiscard]] Result<void> destroyKeys(const QSet<QUuid> &owners);
    [[nodiscard]] Result<void> eraseDirectory(const QString &path);
    [[nodiscard]] crypto::Key holderKey(const QString &idNumber, const QByteArray &salt) const;

    ports::FileSystem &m_files;
    QString m_directory;
    crypto::CipherSuite m_suite;
    KeyStore m_keys;
    crypto::Key m_columnKey;
    crypto::Key m_digestKey;
    crypto::Key m_holderMaster;
    std::function<Result<void>()> m_erased;
    std::function<Result<void>()> m_room;
};

} // namespace tongban::offline::vault
