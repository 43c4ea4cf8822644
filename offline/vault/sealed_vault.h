// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/file_system.h"
#include "app/core/ports/vault.h"
#include "offline/vault/key_store.h"
#include "offline/vault/owner_claims.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <optional>
#include <stop_token>

namespace tongban::offline::vault {

// Files: <directory>/<owner>/<blob>, sealed with the owner's data key, which lies elsewhere (KeyStore). Destroying the
// key makes every blob and every owned value unreadable at once, also in copies and in what a flash disk keeps of
// deleted blocks. Every seal is bound to its place: a file moved or renamed does not open.
// What was put waits, sealed, in memory until makeDurable: all pages of a save point and a new owner's key reach the
// disk side by side. On the store's Lane, but for eraseOrphans and keys().
class SealedVault final : public ports::Vault
{
public:
    // directory: absolute, made on the first put. files outlives the vault. suite: of what is sealed from now on; what
    // was sealed with another one still opens.
    SealedVault(ports::FileSystem &files, QString directory, QString keyDirectory, const crypto::Key &deviceKey,
                crypto::CipherSuite suite = crypto::CipherSuite::Aes256Gcm);

    Result<ports::KeptFile> put(const QUuid &owner, const QByteArray &plain) override;
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

    // What was put for the owner is on the disk when it returns, with its key and all names. After an error nothing is
    // lost: the next call tries all of it again. meanwhile is run while the disk is waited for; it may `get`, and
    // `sealOwned` for rows that are not committed before this call returned well. Its error is answered when the disk
    // has none.
    [[nodiscard]] Result<void> makeDurable(const QUuid &owner, const std::function<Result<void>()> &meanwhile = {});

    // The blob is there, opens, and is the file of so many bytes and this SM3. Of what waits for the disk the digest is
    // that of `put`. Errors as get; StoreCorrupt: it is another file.
    [[nodiscard]] Result<void> holds(const QUuid &owner, const QUuid &blob, qint64 bytes, const QByteArray &sm3);

    // Housekeeping, beyond the port: what a crash or a page scanned again leaves behind.
    // Several owners at once, which costs less than one by one.
    [[nodiscard]] Result<void> eraseAll(const QSet<QUuid> &owners);
    // Erases every owner that lay here when it began, is not among `named` (asked for after that) and was not worked
    // with in this run; answers how many. Beside all other work, on any thread; one at a time.
    [[nodiscard]] Result<int> eraseOrphans(const std::function<Result<QSet<QUuid>>()> &named,
                                           const std::stop_token &stop = {});
    // Removes every file of the owner but these blobs; answers how many.
    [[nodiscard]] Result<int> keepOnly(const QUuid &owner, const QSet<QUuid> &blobs);
    [[nodiscard]] Result<void> removeBlob(const QUuid &owner, const QUuid &blob);

    // Asked before a page is written: an error keeps the disk from filling up to the last byte.
    void setRoomCheck(std::function<Result<void>()> room) { m_room = std::move(room); }

    [[nodiscard]] KeyStore &keys() { return m_keys; }
    [[nodiscard]] QString directory() const { return m_directory; }
    // Called whenever owners were erased, after their keys are gone for good and before their files go, on the thread
    // that erases: who keeps copies of the keys forgets them now. Its error is the error of the erasure, whose next
    // attempt calls again.
    void setErasedHook(std::function<Result<void>()> hook) { m_erased = std::move(hook); }

private:
    struct WaitingPage
    {
        QByteArray sealed;
        qint64 plainBytes = 0;
        QFuture<QByteArray> sm3;
    };
    struct Waiting // put, and not on the disk yet
    {
        crypto::Key key;
        bool isKeyNew = false; // nor is the key
        QHash<QUuid, WaitingPage> pages;
        qint64 bytes = 0;
    };
    struct Orphans
    {
        QSet<QUuid> owners;
        QStringList directories; // of pages; not always named like an owner
    };

    [[nodiscard]] QString pathOf(const QUuid &owner) const;
    [[nodiscard]] Result<void> makeDirectoryOf(const QUuid &owner);
    [[nodiscard]] Result<crypto::Key> keyOf(const QUuid &owner);
    [[nodiscard]] Result<crypto::Key> keyOrNew(const QUuid &owner);
    [[nodiscard]] Result<Waiting *> waitingOf(const QUuid &owner);
    [[nodiscard]] Result<Orphans> findOrphans(const std::function<Result<QSet<QUuid>>()> &named);
    [[nodiscard]] Result<int> eraseFound(const Orphans &found, const std::stop_token &stop);
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
    QHash<QUuid, Waiting> m_waiting;
    struct Recent
    {
        QUuid owner;
        crypto::Key key;
    };
    std::optional<QUuid> m_making;  // whose files the disk is just writing
    std::optional<Recent> m_recent; // of the owner worked with last: a submission seals a dozen rows with one key
    bool m_isDirectoryDurable = false;
    OwnerClaims m_claims;
    std::function<Result<void>()> m_erased;
    std::function<Result<void>()> m_room;
};

} // namespace tongban::offline::vault
