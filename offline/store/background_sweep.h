// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/lane.h"
#include "offline/store/backup_service.h"
#include "offline/vault/sealed_vault.h"

#include <memory>

namespace tongban::offline::store {

// What a start owes to what was erased or left half-done before, and what takes longer the more cases there are: it
// runs beside the villagers, on a thread and a connection of its own. On the store's Lane.
class BackgroundSweep
{
public:
    // database: path. All outlive it.
    BackgroundSweep(QString database, vault::SealedVault &vault, BackupService &backups)
        : m_database(std::move(database)), m_vault(vault), m_backups(backups)
    {}

    // Once more, after one that may still run, and after `isSound` has ended well: a damaged database may have
    // forgotten whose a file is. First the copies of keys that were erased while the backup's disk was away, then every
    // sealed file that no draft and no case owns; none while a recovery waits to be looked at: its case may only be
    // lost from the database. What fails is logged and left to the next one.
    void begin(QFuture<Result<void>> isSound);
    void end(); // asks it to stop, and waits

    // Of the newest: how many owners were erased. Finished at once when none has begun.
    [[nodiscard]] QFuture<Result<int>> newest() const { return m_newest; }

private:
    QString m_database;
    vault::SealedVault &m_vault;
    BackupService &m_backups;
    QFuture<Result<int>> m_newest;
    std::unique_ptr<Lane> m_lane; // last: what runs on it uses the others
};

} // namespace tongban::offline::store
