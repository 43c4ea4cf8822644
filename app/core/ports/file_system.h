// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace tongban::ports {

// The few file operations that durability hangs on, so that faults can be planted at each. Blocking. Paths absolute. Any
// thread, but one writer a file.
// Errors: StoreFull (ENOSPC, EDQUOT), StoreUnwritable, NotFound.
class FileSystem
{
public:
    virtual ~FileSystem() = default;
    // Writes a new file of mode 0600 and syncs it.
    virtual Result<void> writeSynced(const QString &path, const QByteArray &bytes) = 0;
    virtual Result<void> rename(const QString &from, const QString &to) = 0;
    virtual Result<void> syncDirectory(const QString &path) = 0;
    virtual Result<void> makeDirectory(const QString &path) = 0; // with parents, mode 0700; present is fine
    virtual Result<QByteArray> read(const QString &path) = 0;
    virtual Result<QStringList> list(const QString &path) = 0; // names, sorted
    virtual Result<void> remove(const QString &path) = 0;      // file or empty directory; absent is fine
    // For files too large to be held at once. A part is shorter than `count` only at the end of the file.
    virtual Result<QByteArray> readPart(const QString &path, qint64 offset, qint64 count) = 0;
    // At the end of the file, which is made (mode 0600) when it is absent; synced when it returns.
    virtual Result<void> appendSynced(const QString &path, const QByteArray &bytes) = 0;
    // What this process may still write to the disk that holds `path`, which exists.
    virtual Result<qint64> freeBytes(const QString &path) = 0;
};

} // namespace tongban::ports
