// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/file_system.h"

namespace tongban::offline::vault {

// The real disk, by POSIX calls: QFile does not sync. A failed fsync is an error of the call and never tried again on
// the same file, since Linux forgets the lost pages after reporting them once (PostgreSQL's "fsyncgate", 2018).
class PosixFileSystem final : public ports::FileSystem
{
public:
    Result<void> writeSynced(const QString &path, const QByteArray &bytes) override;
    Result<void> rename(const QString &from, const QString &to) override;
    Result<void> syncDirectory(const QString &path) override;
    Result<void> makeDirectory(const QString &path) override;
    Result<QByteArray> read(const QString &path) override;
    Result<QStringList> list(const QString &path) override;
    Result<void> remove(const QString &path) override;
    Result<QByteArray> readPart(const QString &path, qint64 offset, qint64 count) override;
    Result<void> appendSynced(const QString &path, const QByteArray &bytes) override;
    Result<qint64> freeBytes(const QString &path) override;
};

} // namespace tongban::offline::vault
