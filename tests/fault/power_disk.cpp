// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/power_disk.h"

#include "tests/fault/power_image.h"

#include <QFile>
#include <QFileInfo>

namespace tongban::testing {

using Operation = PowerDisk::Operation;
using Kind = Operation::Kind;

// The FileSystem port over the real one; what succeeded is written down.
class PowerFiles final : public ports::FileSystem
{
public:
    PowerFiles(PowerDisk &disk, ports::FileSystem &real) : m_disk(disk), m_real(real) {}

    Result<void> writeSynced(const QString &path, const QByteArray &bytes) override
    {
        auto done = m_real.writeSynced(path, bytes);
        if (done) {
            m_disk.note({.kind = Kind::Create, .path = QFile::encodeName(path)});
            m_disk.note({.kind = Kind::Write, .path = QFile::encodeName(path), .bytes = bytes});
            m_disk.note({.kind = Kind::Sync, .path = QFile::encodeName(path)});
        }
        return done;
    }
    Result<void> rename(const QString &from, const QString &to) override
    {
        auto done = m_real.rename(from, to);
        if (done)
            m_disk.note({.kind = Kind::Rename, .path = QFile::encodeName(from), .bytes = QFile::encodeName(to)});
        return done;
    }
    Result<void> syncDirectory(const QString &path) override
    {
        auto done = m_real.syncDirectory(path);
        if (done)
            m_disk.note({.kind = Kind::SyncDirectory, .path = QFile::encodeName(path)});
        return done;
    }
    Result<void> makeDirectory(const QString &path) override
    {
        auto done = m_real.makeDirectory(path);
        if (done)
            m_disk.note({.kind = Kind::MakeDirectory, .path = QFile::encodeName(path)});
        return done;
    }
    Result<void> remove(const QString &path) override
    {
        auto done = m_real.remove(path);
        if (done)
            m_disk.note({.kind = Kind::Remove, .path = QFile::encodeName(path)});
        return done;
    }
    Result<void> appendSynced(const QString &path, const QByteArray &bytes) override
    {
        const QFileInfo before(path);
        const qint64 offset = before.exists() ? before.size() : 0;
        const bool isNew = !before.exists();
        auto done = m_real.appendSynced(path, bytes);
        if (done) {
            if (isNew)
                m_disk.note({.kind = Kind::Create, .path = QFile::encodeName(path)});
            m_disk.note({.kind = Kind::Write, .path = QFile::encodeName(path), .bytes = bytes, .offset = offset});
            m_disk.note({.kind = Kind::Sync, .path = QFile::encodeName(path)});
        }
        return done;
    }
    Result<QByteArray> readPart(const QString &path, qint64 offset, qint64 count) override
    {
        return m_real.readPart(path, offset, count);
    }
    Result<qint64> freeBytes(const QString &path) override { return m_real.freeBytes(path); }
    Result<QByteArray> read(const QString &path) override { return m_real.read(path); }
    Result<QStringList> list(const QString &path) override { return m_real.list(path); }

private:
    PowerDisk &m_disk;
    ports::FileSystem &m_real;
};

PowerDisk::PowerDisk(QString root, ports::FileSystem &real)
    : m_root(QFile::encodeName(root) + '/'), m_files(std::make_unique<PowerFiles>(*this, real)), m_shim(*this)
{}

PowerDisk::~PowerDisk() = default;

bool PowerDisk::isOurs(const QByteArray &path) const
{
    return path.startsWith(m_root) && !path.endsWith("-shm");
}

void PowerDisk::note(Operation operation)
{
    const std::lock_guard lock(m_mutex);
    if (operation.path + '/' == m_root)
        operation.path.clear();
    else if (isOurs(operation.path))
        operation.path = operation.path.mid(m_root.size());
    else if (operation.kind != Kind::Promise)
        return; // the directory above root is taken to be durable
    if (operation.kind == Kind::Rename)
        operation.bytes = operation.bytes.mid(m_root.size());
    m_operations.push_back(std::move(operation));
}

void PowerDisk::promised(const QByteArray &what)
{
    note({.kind = Kind::Promise, .path = {}, .bytes = what});
}

int PowerDisk::write(const File &file, sqlite3_file *real, const void *bytes, int count, sqlite3_int64 offset)
{
    const int code = real->pMethods->xWrite(real, bytes, count, offset);
    if (code == SQLITE_OK)
        note({.kind = Kind::Write,
              .path = file.path,
              .bytes = QByteArray(static_cast<const char *>(bytes), count),
              .offset = offset});
    return code;
}

int PowerDisk::truncate(const File &file, sqlite3_file *real, sqlite3_int64 size)
{
    const int code = real->pMethods->xTruncate(real, size);
    if (code == SQLITE_OK)
        note({.kind = Kind::Truncate, .path = file.path, .offset = size});
    return code;
}

int PowerDisk::sync(const File &file, sqlite3_file *real, int flags)
{
    const int code = real->pMethods->xSync(real, flags);
    // SQLite's unix VFS syncs the directory with the first sync of a log or journal that it has opened (os_unix.c,
    // UNIXFILE_DIRSYNC); not with a later one, and never with that of the database.
    bool isFirst = false;
    {
        const std::lock_guard lock(m_mutex);
        isFirst = code == SQLITE_OK && m_opened.erase(file.path) > 0;
    }
    if (code == SQLITE_OK)
        note({.kind = Kind::Sync, .path = file.path, .syncsNames = isFirst});
    return code;
}

void PowerDisk::willOpen(const File &file)
{
    if ((file.flags & SQLITE_OPEN_CREATE) != 0 && isOurs(file.path) && !QFile::exists(QFile::decodeName(file.path)))
        note({.kind = Kind::Create, .path = file.path});
    if ((file.flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL)) != 0) {
        const std::lock_guard lock(m_mutex);
        m_opened.insert(file.path);
    }
}

void PowerDisk::removed(const QByteArray &path, bool isDirectorySynced)
{
    note({.kind = Kind::Remove, .path = path, .syncsNames = isDirectorySynced});
}

QByteArray PowerDisk::nameOfOperation(int number) const
{
    static constexpr const char *names[] = {"create", "write",         "truncate",      "sync",   "remove",
                                            "rename", "makeDirectory", "syncDirectory", "promise"};
    const Operation &operation = m_operations.at(static_cast<std::size_t>(number) - 1);
    return QByteArray(names[static_cast<int>(operation.kind)]) + ' ' + operation.path;
}

QByteArrayList PowerDisk::cutBehind(int count, Unsynced unsynced, quint32 seed, const QString &into) const
{
    const std::lock_guard lock(m_mutex);
    PowerImage image;
    QByteArrayList promises;
    for (int i = 0; i < count; ++i) {
        const Operation &operation = m_operations.at(static_cast<std::size_t>(i));
        if (operation.kind == Kind::Promise)
            promises.append(operation.bytes);
        else
            image.apply(operation);
    }
    image.cut(unsynced, seed);
    image.writeTo(into);
    return promises;
}

} // namespace tongban::testing
