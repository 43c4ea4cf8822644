// SPDX-License-Identifier: GPL-3.0-or-later
// How a backup lies on its disk. Pure but for the directory helpers; written and read here only.
//
//   <directory>/<deviceId>/keys              the keys, sealed to the city's SM2 key
//   <directory>/<deviceId>/vault/<owner>/<blob>  sealed files, as in the store
//   <directory>/<deviceId>/<generation>/db.0000 …  the database in sealed parts
//   <directory>/<deviceId>/<generation>/manifest   written last: without it the generation is none
#pragma once

#include "app/core/ports/audit_trail.h"
#include "app/core/ports/file_system.h"
#include "offline/crypto/cipher.h"
#include "offline/crypto/sm2.h"

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QUuid>

#include <optional>

namespace tongban::offline::store {

inline constexpr qint64 backupPartBytes = 4 * 1024 * 1024;

struct BackupPlace
{
    QString root; // <directory>/<deviceId>

    [[nodiscard]] QString keys() const { return root + QStringLiteral("/keys"); }
    [[nodiscard]] QString vault() const { return root + QStringLiteral("/vault"); }
    [[nodiscard]] QString generation(const QString &name) const { return root + QLatin1Char('/') + name; }
    [[nodiscard]] QString manifest(const QString &name) const { return generation(name) + QStringLiteral("/manifest"); }
};

struct BackupManifest
{
    QString generation; // running number and time; sorts by age whatever the clock did
    QString deviceId;
    QDateTime at{}; // UTC
    int schema = 0;
    ports::AuditHead audit{};
    QMap<QString, QByteArray> parts{}; // name → SM3 of the sealed part
    QMap<QString, QByteArray> files{}; // <owner>/<blob> → SM3 of the sealed file
};

// HMAC-SM3 under a key that comes from the device key, and the device's SM2 signature when it has a key for that.
[[nodiscard]] QByteArray encodedManifest(const BackupManifest &manifest, const crypto::Key &manifestKey,
                                         const std::optional<crypto::Sm2PrivateKey> &signer);
// StoreCorrupt: not a manifest, or not of this key; signedBy, when given, must have signed it.
[[nodiscard]] Result<BackupManifest> decodedManifest(const QByteArray &bytes, const crypto::Key &manifestKey,
                                                     const std::optional<crypto::Sm2PublicKey> &signedBy = {});

struct BackupKeys
{
    crypto::Key device;
    QHash<QUuid, crypto::Key> owners;
};

[[nodiscard]] QByteArray sealedKeys(const BackupKeys &keys, const crypto::Sm2PublicKey &city, const QString &deviceId);
// SealBroken: another city's key, another device's file, or damaged.
[[nodiscard]] Result<BackupKeys> openedKeys(const QByteArray &sealed, const crypto::Sm2PrivateKey &city,
                                            const QString &deviceId);

[[nodiscard]] crypto::Key manifestKeyOf(const crypto::Key &deviceKey);
[[nodiscard]] crypto::Key generationKeyOf(const crypto::Key &deviceKey, const QString &generation);
[[nodiscard]] QByteArray partContext(const QString &generation, const QString &part);

// Names of generations that have a manifest, oldest first; none when there is no backup.
[[nodiscard]] Result<QStringList> finishedGenerations(ports::FileSystem &files, const BackupPlace &place);
// Directories of generations without one: what a crash left.
[[nodiscard]] Result<QStringList> brokenGenerations(ports::FileSystem &files, const BackupPlace &place);

// Files and directories below, then itself; absent is fine.
[[nodiscard]] Result<void> removeAll(ports::FileSystem &files, const QString &path);

} // namespace tongban::offline::store
