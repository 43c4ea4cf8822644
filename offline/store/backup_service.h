// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/lane.h"
#include "offline/store/backup.h"
#include "offline/store/database.h"

#include <QFuture>

#include <atomic>
#include <memory>

namespace tongban::offline::store {

// When a backup is made, and what becomes of its outcome: a day's rhythm, a thread of its own, log and audit. Without a
// directory it says so at every start and else does nothing. On the store's Lane.
class BackupService
{
public:
    // files and clock outlive it.
    BackupService(ports::FileSystem &files, const Clock &clock, const std::optional<BackupOptions> &options,
                  BackupSource source, vault::KeyStore keys);
    ~BackupService();
    BackupService(const BackupService &) = delete;
    BackupService &operator=(const BackupService &) = delete;

    void begin() const; // at start: says when there is no directory
    void end();         // waits for a backup that is being made

    // Never an error of the erasure: a disk that is away is told, and the keys are replaced when it is back. Any
    // thread.
    [[nodiscard]] Result<void> ownersErased();
    // Keys that were erased while the disk was away go now. Reads every key. Any thread.
    void catchUp();

    [[nodiscard]] Result<void> runWhenDue(Database &database); // once a day; errors as Database
    [[nodiscard]] QFuture<Result<BackupReport>> run();

private:
    ports::FileSystem &m_files;
    const Clock &m_clock;
    QString m_database; // path
    std::shared_ptr<Backup> m_backup;
    std::atomic<bool> m_isStale{true}; // the file of keys may still hold an erased owner's
    std::unique_ptr<Lane> m_lane;      // from the first run on
};

} // namespace tongban::offline::store
