// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/state_lock.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace tongban::offline::store {

Result<std::unique_ptr<StateLock>> StateLock::take(const QString &stateDirectory)
{
    const auto where = QStringLiteral("store.lock");
    const QByteArray path = QFile::encodeName(stateDirectory + QStringLiteral("/lock"));
    const int fd = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return fail(errno == ENOSPC ? ErrorKind::StoreFull : ErrorKind::StoreUnwritable, where,
                    QString::fromLocal8Bit(std::strerror(errno)));
    std::unique_ptr<StateLock> lock(new StateLock(fd));
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0)
        return fail(ErrorKind::StoreUnwritable, where,
                    errno == EWOULDBLOCK ? QStringLiteral("another process uses this store")
                                         : QString::fromLocal8Bit(std::strerror(errno)));
    return lock;
}

StateLock::~StateLock()
{
    ::close(m_fd);
}

} // namespace tongban::offline::store
