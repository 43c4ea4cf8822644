// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/file_owner.h"

#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

namespace tongban::app {

Result<void> becomeOwnerOf(const QString &directory)
{
    struct stat state
    {};
    if (::geteuid() != 0 || ::stat(QFile::encodeName(directory).constData(), &state) != 0 || state.st_uid == 0)
        return {};
    if (::setgid(state.st_gid) != 0 || ::setuid(state.st_uid) != 0)
        return fail(ErrorKind::StoreUnwritable, QStringLiteral("tool.user"),
                    QStringLiteral("cannot become the owner of ") + directory);
    return {};
}

} // namespace tongban::app
