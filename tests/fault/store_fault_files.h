// SPDX-License-Identifier: GPL-3.0-or-later
// The FileSystem port with one planted failure, over the real disk. Armed and read by one thread, used by several.
#pragma once

#include "offline/vault/posix_file_system.h"

#include <csignal>
#include <mutex>
#include <optional>
#include <unistd.h>

namespace tongban::testing {

class FaultFiles final : public ports::FileSystem
{
public:
    enum class Kind { Once, FromThenOn, Kill };

    // The nth (from 1) operation from now on fails, or the process dies in it. Reads and listings count too.
    void arm(Kind kind, int nth, ErrorKind error = ErrorKind::StoreUnwritable)
    {
        const std::lock_guard lock(m_mutex);
        m_kind = kind;
        m_nth = nth;
        m_count = 0;
        m_error = error;
        m_fired = false;
    }
    void disarm() { arm(Kind::Once, 0); }
    [[nodiscard]] int operations() const // since arm
    {
        const std::lock_guard lock(m_mutex);
        return m_count;
    }
    [[nodiscard]] bool fired() const
    {
        const std::lock_guard lock(m_mutex);
        return m_fired;
    }

    Result<void> writeSynced(const QString &path, const QByteArray &bytes) override
    {
        if (!strikes())
            return m_disk.writeSynced(path, bytes);
        // What a full disk leaves: a part of the file.
        static_cast<void>(m_disk.writeSynced(path, bytes.left(bytes.size() / 2)));
        return planted();
    }
    Result<void> rename(const QString &from, const QString &to) override
    {
        return strikes() ? Result<void>(planted()) : m_disk.rename(from, to);
    }
    Result<void> syncDirectory(const QString &path) override
    {
        return strikes() ? Result<void>(planted()) : m_disk.syncDirectory(path);
    }
    Result<void> makeDirectory(const QString &path) override
    {
        return strikes() ? Result<void>(planted()) : m_disk.makeDirectory(path);
    }
    Result<QByteArray> read(const QString &path) override
    {
        return strikes() ? Result<QByteArray>(planted()) : m_disk.read(path);
    }
    Result<QStringList> list(const QString &path) override
    {
        return strikes() ? Result<QStringList>(planted()) : m_disk.list(path);
    }
    Result<void> remove(const QString &path) override
    {
        return strikes() ? Result<void>(planted()) : m_disk.remove(path);
    }
    Result<QByteArray> readPart(const QString &path, qint64 offset, qint64 count) override
    {
        return strikes() ? Result<QByteArray>(planted()) : m_disk.readPart(path, offset, count);
    }
    Result<void> appendSynced(const QString &path, const QByteArray &bytes) override
    {
        if (!strikes())
            return m_disk.appendSynced(path, bytes);
        static_cast<void>(m_disk.appendSynced(path, bytes.left(bytes.size() / 2)));
        return planted();
    }
    Result<qint64> freeBytes(const QString &path) override
    {
        if (m_free)
            return *m_free;
        return strikes() ? Result<qint64>(planted()) : m_disk.freeBytes(path);
    }
    // The disk says that so much is left of it.
    void setFreeBytes(std::optional<qint64> bytes) { m_free = bytes; }

private:
    bool strikes()
    {
        const std::lock_guard lock(m_mutex);
        ++m_count;
        if (m_fired)
            return m_kind == Kind::FromThenOn;
        m_fired = m_count == m_nth;
        return m_fired;
    }
    tl::unexpected<Error> planted() const
    {
        const std::lock_guard lock(m_mutex);
        if (m_kind == Kind::Kill)
            ::kill(::getpid(), SIGKILL);
        return fail(m_error, QStringLiteral("file"), QStringLiteral("planted"));
    }

    offline::vault::PosixFileSystem m_disk;
    std::optional<qint64> m_free;
    mutable std::mutex m_mutex; // guards the rest
    Kind m_kind = Kind::Once;
    int m_nth = 0;
    int m_count = 0;
    ErrorKind m_error = ErrorKind::StoreUnwritable;
    bool m_fired = false;
};

} // namespace tongban::testing
