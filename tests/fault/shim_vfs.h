// SPDX-License-Identifier: GPL-3.0-or-later
// A layer between SQLite and the disk: a VFS over the real one, registered as the default, so that the product opens
// its database exactly as ever and knows nothing of it. What the layer does is its watcher's business.
#pragma once

#include <QByteArray>

#include <sqlite3.h>

namespace tongban::testing {

class DiskWatcher // may be called on any thread that uses a database
{
public:
    virtual ~DiskWatcher() = default;
    struct File
    {
        QByteArray path; // absolute
        int flags = 0;   // SQLITE_OPEN_…
    };
    // Each carries its operation out on the real file (or does not) and answers SQLite's code.
    virtual int write(const File &file, sqlite3_file *real, const void *bytes, int count, sqlite3_int64 offset) = 0;
    virtual int truncate(const File &file, sqlite3_file *real, sqlite3_int64 size) = 0;
    virtual int sync(const File &file, sqlite3_file *real, int flags) = 0;
    virtual void willOpen(const File &file) = 0;
    virtual void removed(const QByteArray &path, bool isDirectorySynced) = 0;
};

class ShimVfs
{
public:
    explicit ShimVfs(DiskWatcher &watcher); // one at a time, before the first database is opened
    ~ShimVfs();                             // after the last is closed
    ShimVfs(const ShimVfs &) = delete;
    ShimVfs &operator=(const ShimVfs &) = delete;
};

} // namespace tongban::testing
