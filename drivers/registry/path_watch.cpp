// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/registry/path_watch.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace tongban::drivers::registry {

namespace {

// Which file a path leads to, and for one with content when it was last written: enough to see that it is not what it
// was. A device node changes its times with the bytes that pass; it is another one when it was made anew.
QString signatureOf(const QString &path)
{
    struct stat found{};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return {};
    const QString node = QStringLiteral("%1:%2:%3").arg(found.st_dev).arg(found.st_ino).arg(found.st_rdev);
    if (!S_ISREG(found.st_mode) && !S_ISDIR(found.st_mode))
        return node;
    return node + QStringLiteral("@%1.%2+%3").arg(found.st_mtim.tv_sec).arg(found.st_mtim.tv_nsec).arg(found.st_size);
}

QString nearestDirectory(const QString &path)
{
    QString directory = QFileInfo(path).path();
    while (!QFileInfo(directory).isDir() && directory != QFileInfo(directory).path())
        directory = QFileInfo(directory).path();
    return directory;
}

// Where something may happen to a path: its directory, and those of the links that it leads over.
QStringList directoriesOf(const QString &path)
{
    constexpr int mostLinks = 8; // more is a circle
    QStringList directories{nearestDirectory(path)};
    QString link = path;
    for (int i = 0; i < mostLinks && QFileInfo(link).isSymLink(); ++i) {
        link = QFileInfo(link).symLinkTarget();
        directories << nearestDirectory(link);
    }
    return directories;
}

} // namespace

PathWatch::PathWatch(QObject *parent) : QObject(parent)
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &PathWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &PathWatch::look);
}

void PathWatch::watch(const QStringList &paths)
{
    m_seen.clear();
    for (const QString &path : paths)
        m_seen.insert(path, signatureOf(path));
    arm();
    look(); // what came between the two
}

void PathWatch::arm()
{
    QStringList wanted;
    for (auto it = m_seen.cbegin(); it != m_seen.cend(); ++it) {
        wanted << directoriesOf(it.key());
        if (const QFileInfo file(it.key()); file.isFile() || file.isDir())
            wanted << it.key();
    }
    wanted.removeDuplicates();
    const QStringList watched = m_watcher.directories() + m_watcher.files();
    QStringList given;
    for (const QString &path : watched) {
        if (!wanted.contains(path))
            given << path;
    }
    if (!given.isEmpty())
        m_watcher.removePaths(given);
    QStringList added;
    for (const QString &path : std::as_const(wanted)) {
        if (!watched.contains(path))
            added << path;
    }
    if (!added.isEmpty())
        m_watcher.addPaths(added);
}

void PathWatch::look()
{
    QStringList news;
    for (auto it = m_seen.begin(); it != m_seen.end(); ++it) {
        QString now = signatureOf(it.key());
        if (now != it.value())
            news << it.key();
        it.value() = std::move(now);
    }
    arm(); // directories come and go as well
    for (const QString &path : std::as_const(news))
        Q_EMIT changed(path);
}

} // namespace tongban::drivers::registry
