// SPDX-License-Identifier: GPL-3.0-or-later
// A terminal out of its backup (backup.h): needs the backup's disk and the city's private key, nothing of the old
// machine.
#pragma once

#include "app/core/base/clock.h"
#include "app/core/ports/file_system.h"
#include "offline/crypto/sm2.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace tongban::offline::store {

struct RestoreOptions
{
    QString backupDirectory; // as BackupOptions::directory
    QString deviceId;
    QString stateDirectory; // absolute; absent, empty, or a store that is damaged or older than the generation
    QByteArray cityPrivateKeyPem;
    QString generation{};                                        // empty: the newest that is finished
    std::optional<crypto::Sm2PublicKey> signedBy = std::nullopt; // then the manifest must be signed with it
};

struct RestoreReport
{
    QString generation;
    QDateTime at; // UTC: what happened later is not in it
    int files = 0;
    int cases = 0;      // that open
    int erased = 0;     // erased since: tombstones now
    QString setAside{}; // where the store lies that was there before; empty: there was none
};

// Everything is measured before anything of the present store is touched: manifest, every part, every sealed file, the
// database. Then the new store, put together and synced beside it, takes its place by a rename; what was there is set
// aside whole. Killed at any moment, there is the old store or the new one, never a half.
// Numbers go on far beyond those of the generation: what was printed after it is not printed a second time.
// Blocking. Errors: SealBroken (another city's key, another terminal), StoreCorrupt (a part of the backup is damaged:
// named), NotFound (no finished generation), Misconfigured (a generation of a later program; the present store is
// newer), StoreUnwritable (also: another process uses the store), StoreFull.
[[nodiscard]] Result<RestoreReport> restoreStore(const RestoreOptions &options, const Clock &clock,
                                                 ports::FileSystem &files);

// A restore was killed between its two renames: finishes it. Fine when there is nothing to finish.
[[nodiscard]] Result<void> finishRestore(ports::FileSystem &files, const QString &stateDirectory);

} // namespace tongban::offline::store
