// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/vault/posix_file_system.h"

#include <QThread>

#include <condition_variable>
#include <mutex>

namespace tongban::testing {

// The real disk, whose listing of one directory waits at a gate when another thread than the store's asks for it. It
// counts what the store's own thread does.
class GatedFiles final : public ports::FileSystem
{
public:
    void shut(const QString &directory)
    {
        const std::lock_guard lock(m_mutex);
        m_directory = directory;
        m_isShut = true;
    }
    void waitForSweep() // until it stands at the gate
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isSomebodyHere; });
    }
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_isShut = false;
        m_changed.notify_all();
    }
    [[nodiscard]] QStringList ownOperations() const { return m_own; }
    void forget() { m_own.clear(); }

    Result<QStringList> list(const QString &path) override
    {
        note(path);
        std::unique_lock lock(m_mutex);
        if (m_isShut && path == m_directory && QThread::currentThread() != m_thread) {
            m_isSomebodyHere = true;
            m_changed.notify_all();
            m_changed.wait(lock, [this] { return !m_isShut; });
        }
        lock.unlock();
        return m_disk.list(path);
    }
    Result<void> writeSynced(const QString &path, const QByteArray &bytes) override
    {
        note(path);
        return m_disk.writeSynced(path, bytes);
    }
    Result<void> rename(const QString &from, const QString &to) override
    {
        note(to);
        return m_disk.rename(from, to);
    }
    Result<void> syncDirectory(const QString &path) override
    {
        note(path);
        return m_disk.syncDirectory(path);
    }
    Result<void> makeDirectory(const QString &path) override
    {
        note(path);
        return m_disk.makeDirectory(path);
    }
    Result<QByteArray> read(const QString &path) override
    {
        note(path);
        return m_disk.read(path);
    }
    Result<void> remove(const QString &path) override
    {
        note(path);
        return m_disk.remove(path);
    }
    Result<QByteArray> readPart(const QString &path, qint64 offset, qint64 count) override
    {
        note(path);
        return m_disk.readPart(path, offset, count);
    }
    Result<void> appendSynced(const QString &path, const QByteArray &bytes) override
    {
        note(path);
        return m_disk.appendSynced(path, bytes);
    }
    Result<qint64> freeBytes(const QString &path) override { return m_disk.freeBytes(path); }

private:
    void note(const QString &path)
    {
        if (QThread::currentThread() == m_thread)
            m_own.append(path);
    }

    offline::vault::PosixFileSystem m_disk;
    QThread *m_thread = QThread::currentThread();
    QStringList m_own;
    std::mutex m_mutex; // guards the rest
    std::condition_variable m_changed;
    QString m_directory;
    bool m_isShut = false;
    bool m_isSomebodyHere = false;
};

} // namespace tongban::testing
