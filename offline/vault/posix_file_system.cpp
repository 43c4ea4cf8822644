// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/vault/posix_file_system.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <utility>

namespace tongban::offline::vault {

namespace {

// File names are ids or fixed words: they may stand in a technician's log.
tl::unexpected<Error> failure(const char *operation, const QString &path, int error)
{
    const ErrorKind kind = error == ENOSPC || error == EDQUOT ? ErrorKind::StoreFull
                           : error == ENOENT                  ? ErrorKind::NotFound
                                                              : ErrorKind::StoreUnwritable;
    return fail(kind, QStringLiteral("file.") + QLatin1String(operation),
                path + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(error)));
}

class Descriptor
{
public:
    Descriptor(const QString &path, int flags)
        : m_fd(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600))
    {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    [[nodiscard]] int fd() const { return m_fd; }
    // Some file systems report a failed write only here.
    [[nodiscard]] bool close() { return ::close(std::exchange(m_fd, -1)) == 0; }

private:
    int m_fd;
};

bool writeAll(int fd, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::write(fd, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        done += count;
    }
    return true;
}

} // namespace

Result<void> PosixFileSystem::writeSynced(const QString &path, const QByteArray &bytes)
{
    Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
    if (!file.isOpen())
        return failure("write", path, errno);
    // An older file keeps its mode through O_TRUNC.
    if (::fchmod(file.fd(), 0600) != 0 || !writeAll(file.fd(), bytes) || ::fsync(file.fd()) != 0 || !file.close()) {
        const int error = errno;
        ::unlink(QFile::encodeName(path).constData());
        return failure("write", path, error);
    }
    return {};
}

Result<void> PosixFileSystem::rename(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return failure("rename", from, errno);
    return {};
}

Result<void> PosixFileSystem::syncDirectory(const QString &path)
{
    const Descriptor directory(path, O_RDONLY | O_DIRECTORY);
    if (!directory.isOpen() || ::fsync(directory.fd()) != 0)
        return failure("sync", path, errno);
    return {};
}

Result<void> PosixFileSystem::makeDirectory(const QString &path)
{
    if (::mkdir(QFile::encodeName(path).constData(), 0700) == 0)
        return {};
    if (errno == EEXIST)
        return QFileInfo(path).isDir() ? Result<void>() : failure("mkdir", path, ENOTDIR);
    if (errno != ENOENT)
        return failure("mkdir", path, errno);
    const QString parent = QFileInfo(path).path();
    if (parent == path)
        return failure("mkdir", path, ENOENT);
    if (const auto made = makeDirectory(parent); !made)
        return made;
    return ::mkdir(QFile::encodeName(path).constData(), 0700) == 0 ? Result<void>() : failure("mkdir", path, errno);
}

Result<QByteArray> PosixFileSystem::read(const QString &path)
{
    const Descriptor file(path, O_RDONLY | O_NOFOLLOW);
    if (!file.isOpen())
        return failure("read", path, errno);
    QByteArray bytes;
    char block[65536];
    for (;;) {
        const ssize_t count = ::read(file.fd(), block, sizeof block);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failure("read", path, errno);
        if (count == 0)
            return bytes;
        bytes.append(block, count);
    }
}

Result<QStringList> PosixFileSystem::list(const QString &path)
{
    // Not QDir, which asks the disk about every entry.
    const std::unique_ptr<DIR, int (*)(DIR *)> directory(::opendir(QFile::encodeName(path).constData()), ::closedir);
    if (!directory)
        return failure("list", path, errno);
    QStringList names;
    for (;;) {
        errno = 0;
        const dirent *entry = ::readdir(directory.get());
        if (entry == nullptr && errno != 0)
            return failure("list", path, errno);
        if (entry == nullptr)
            break;
        if (std::strcmp(entry->d_name, ".") != 0 && std::strcmp(entry->d_name, "..") != 0)
            names << QFile::decodeName(entry->d_name);
    }
    names.sort();
    return names;
}

Result<void> PosixFileSystem::remove(const QString &path)
{
    if (std::remove(QFile::encodeName(path).constData()) != 0 && errno != ENOENT)
        return failure("remove", path, errno);
    return {};
}

Result<QByteArray> PosixFileSystem::readPart(const QString &path, qint64 offset, qint64 count)
{
    const Descriptor file(path, O_RDONLY | O_NOFOLLOW);
    if (!file.isOpen())
        return failure("read", path, errno);
    QByteArray bytes(count, Qt::Uninitialized);
    qint64 done = 0;
    while (done < count) {
        const ssize_t got =
            ::pread(file.fd(), bytes.data() + done, static_cast<std::size_t>(count - done), offset + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failure("read", path, errno);
        if (got == 0)
            break;
        done += got;
    }
    bytes.truncate(done);
    return bytes;
}

Result<void> PosixFileSystem::appendSynced(const QString &path, const QByteArray &bytes)
{
    Descriptor file(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW);
    if (!file.isOpen() || !writeAll(file.fd(), bytes) || ::fsync(file.fd()) != 0 || !file.close())
        return failure("append", path, errno);
    return {};
}

Result<qint64> PosixFileSystem::freeBytes(const QString &path)
{
    struct statvfs disk
    {};
    if (::statvfs(QFile::encodeName(path).constData(), &disk) != 0)
        return failure("free", path, errno);
    return static_cast<qint64>(disk.f_bavail) * static_cast<qint64>(disk.f_frsize);
}

} // namespace tongban::offline::vault
