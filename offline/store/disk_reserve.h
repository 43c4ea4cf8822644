// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/file_system.h"

namespace tongban::offline::store {

// The last bytes of a disk are kept for what was promised already: the outbox's answers, the print journal, the log of
// the database. New applications are refused before that, while refusing is still a clear word and not half a case.
class DiskReserve
{
public:
    // files outlives the reserve. bytes: 0 asks for nothing.
    DiskReserve(ports::FileSystem &files, QString directory, qint64 bytes)
        : m_files(files), m_directory(std::move(directory)), m_bytes(bytes)
    {}

    // StoreFull: less than the reserve is free.
    [[nodiscard]] Result<void> check() const
    {
        if (m_bytes <= 0)
            return {};
        const auto free = m_files.freeBytes(m_directory);
        if (!free)
            return fail(free.error());
        if (*free >= m_bytes)
            return {};
        return fail(ErrorKind::StoreFull, QStringLiteral("store.reserve"),
                    QStringLiteral("%1 bytes are free, %2 are kept in reserve").arg(*free).arg(m_bytes));
    }

private:
    ports::FileSystem &m_files;
    QString m_directory;
    qint64 m_bytes;
};

} // namespace tongban::offline::store
