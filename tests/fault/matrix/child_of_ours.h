// SPDX-License-Identifier: GPL-3.0-or-later
// Kills a program that this test's driver has started, and no other of that name.
#pragma once

#include <QDir>
#include <QFile>
#include <QString>

#include <csignal>
#include <unistd.h>

namespace tongban::tests {

// Why not; empty when one was killed. name: as the kernel knows it, at most 15 characters (proc(5), comm).
inline QString killChildOfOurs(const QString &name)
{
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool isNumber = false;
        const pid_t process = entry.toInt(&isNumber);
        QFile file(QStringLiteral("/proc/%1/stat").arg(entry));
        if (!isNumber || !file.open(QIODevice::ReadOnly))
            continue;
        // pid (comm) state ppid …; comm may hold anything, the last bracket ends it.
        const QByteArray stat = file.readAll();
        const auto from = stat.indexOf('(') + 1;
        const auto to = stat.lastIndexOf(')');
        const auto parent = stat.mid(to + 2).split(' ').value(1).toInt();
        if (parent == ::getpid() && stat.mid(from, to - from) == name.toLatin1())
            return ::kill(process, SIGKILL) == 0 ? QString() : QStringLiteral("could not be killed");
    }
    return QStringLiteral("no such child");
}

} // namespace tongban::tests
