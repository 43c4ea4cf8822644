// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal's automatic backup, on another disk (SCOPE row 59). Sealed throughout: a stolen backup disk opens
// nothing. Layout and promises: README, "Backup".
#pragma once

#include "app/core/base/clock.h"
#include "app/core/ports/file_system.h"
#include "offline/crypto/sm2.h"
#include "offline/store/backup_format.h"
#include "offline/vault/key_store.h"

#include <mutex>
#include <optional>

namespace tongban::offline::store {

struct BackupOptions
{
    QString directory;            // absolute, on another disk; it must exist: a disk that is not mounted is no backup
    int generations = 7;          // kept, at least 1
    crypto::Sm2PublicKey cityKey; // who alone can restore
    std::optional<crypto::Sm2PrivateKey> signer = std::nullopt; // this terminal's, when it has one
};

// With the keys from files: signKeyFile may be empty. Misconfigured names the file.
[[nodiscard]] Result<BackupOptions> backupOptionsFrom(ports::FileSystem &files, const QString &directory,
                                                      int generations, const QString &cityKeyFile,
                                                      const QString &signKeyFile);

struct BackupReport
{
    QString generation;
    int files = 0;    // sealed files that were not there yet
    qint64 bytes = 0; // written
};

// What of the store goes into it.
struct BackupSource
{
    QString stateDirectory;
    QString deviceId;
    crypto::Key deviceKey;
};

// A generation is the database as of one moment, sealed with a key of its own, and the list of the sealed files that
// lay in the vault then. Every owner's key lies in ONE file beside all generations, together with the device key,
// sealed to the city and replaced whole: an owner whose key is gone from it is unreadable in every generation there is.
// Any thread; runs wait for each other. Blocking, seconds for a large store. Errors: StoreFull, StoreUnwritable (also
// when the directory is not there), StoreCorrupt.
class Backup
{
public:
    // files and clock outlive it.
    Backup(ports::FileSystem &files, const Clock &clock, BackupOptions options, BackupSource source,
           vault::KeyStore keys);

    // A new generation; older ones beyond the number kept go, and files that none of the others names.
    [[nodiscard]] Result<BackupReport> run();

    // Owners were erased, or may have been while the disk was away: replaces the file of keys. Fine when nothing was
    // ever backed up. Waits for no run.
    [[nodiscard]] Result<void> replaceKeys();

private:
    [[nodiscard]] Result<void> copyDatabase(const crypto::Key &key, BackupManifest &manifest, BackupReport &report);
    [[nodiscard]] Result<void> sealParts(const QString &copy, const crypto::Key &key, BackupManifest &manifest,
                                         BackupReport &report);
    [[nodiscard]] Result<void> copyVault(const BackupManifest &previous, BackupManifest &manifest,
                                         BackupReport &report);
    [[nodiscard]] Result<void> copyOwner(const QString &owner, const BackupManifest &previous, BackupManifest &manifest,
                                         BackupReport &report);
    [[nodiscard]] Result<BackupReport> runOnce();
    [[nodiscard]] Result<void> writeKeys();
    [[nodiscard]] Result<void> removeOld(const QStringList &present);

    ports::FileSystem &m_files;
    const Clock &m_clock;
    BackupOptions m_options;
    BackupSource m_source;
    BackupPlace m_place;
    vault::KeyStore m_keys;
    crypto::Key m_manifestKey;
    std::mutex m_running;
    std::mutex m_replacing; // from reading the keys to the new file: a key that goes meanwhile must not come back
};

} // namespace tongban::offline::store
