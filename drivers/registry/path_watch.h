// SPDX-License-Identifier: GPL-3.0-or-later
// Tells when a file, a link or what it leads to comes or goes, also while its directory is not there yet. inotify
// watches directories; a directory in which something else stirs is no news.
#pragma once

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QStringList>

namespace tongban::drivers::registry {

class PathWatch : public QObject // UI thread
{
    Q_OBJECT
public:
    explicit PathWatch(QObject *parent = nullptr);

    void watch(const QStringList &paths); // absolute; instead of those before

Q_SIGNALS:
    void changed(const QString &path);

private:
    void look();
    void arm();

    QFileSystemWatcher m_watcher;
    QHash<QString, QString> m_seen; // path → what stood there
};

} // namespace tongban::drivers::registry
