// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/shim_vfs.h"

#include <new>

namespace tongban::testing {

namespace {

DiskWatcher *watcher = nullptr;
sqlite3_vfs *realVfs = nullptr;
sqlite3_vfs shimVfs{};

struct ShimFile
{
    sqlite3_file base;       // first: SQLite sees only this
    DiskWatcher::File *what; // ours
    sqlite3_file *real;
};

ShimFile *shimOf(sqlite3_file *file)
{
    return reinterpret_cast<ShimFile *>(file);
}

sqlite3_file *realOf(sqlite3_file *file)
{
    return shimOf(file)->real;
}

int xClose(sqlite3_file *file)
{
    delete shimOf(file)->what;
    return realOf(file)->pMethods ? realOf(file)->pMethods->xClose(realOf(file)) : SQLITE_OK;
}
int xRead(sqlite3_file *file, void *buffer, int count, sqlite3_int64 offset)
{
    return realOf(file)->pMethods->xRead(realOf(file), buffer, count, offset);
}
int xWrite(sqlite3_file *file, const void *buffer, int count, sqlite3_int64 offset)
{
    return watcher->write(*shimOf(file)->what, realOf(file), buffer, count, offset);
}
int xTruncate(sqlite3_file *file, sqlite3_int64 size)
{
    return watcher->truncate(*shimOf(file)->what, realOf(file), size);
}
int xSync(sqlite3_file *file, int flags)
{
    return watcher->sync(*shimOf(file)->what, realOf(file), flags);
}
int xFileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}
int xLock(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xLock(realOf(file), level);
}
int xUnlock(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}
int xCheckReservedLock(sqlite3_file *file, int *result)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), result);
}
int xFileControl(sqlite3_file *file, int operation, void *argument)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
}
int xSectorSize(sqlite3_file *file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}
int xDeviceCharacteristics(sqlite3_file *file)
{
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}
int xShmMap(sqlite3_file *file, int page, int pageSize, int extend, void volatile **memory)
{
    return realOf(file)->pMethods->xShmMap(realOf(file), page, pageSize, extend, memory);
}
int xShmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}
void xShmBarrier(sqlite3_file *file)
{
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}
int xShmUnmap(sqlite3_file *file, int deleteToo)
{
    return realOf(file)->pMethods->xShmUnmap(realOf(file), deleteToo);
}

// Version 2: shared memory for the write-ahead log, no memory mapping (its writes would bypass xWrite).
const sqlite3_io_methods methods{2,
                                 xClose,
                                 xRead,
                                 xWrite,
                                 xTruncate,
                                 xSync,
                                 xFileSize,
                                 xLock,
                                 xUnlock,
                                 xCheckReservedLock,
                                 xFileControl,
                                 xSectorSize,
                                 xDeviceCharacteristics,
                                 xShmMap,
                                 xShmLock,
                                 xShmBarrier,
                                 xShmUnmap,
                                 nullptr,
                                 nullptr};

int xOpen(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *shim = shimOf(file);
    shim->real = reinterpret_cast<sqlite3_file *>(shim + 1);
    shim->base.pMethods = nullptr;
    shim->what = new DiskWatcher::File{.path = QByteArray(name), .flags = flags};
    watcher->willOpen(*shim->what);
    const int opened = realVfs->xOpen(realVfs, name, shim->real, flags, outFlags);
    if (shim->real->pMethods)
        shim->base.pMethods = &methods;
    else
        delete shim->what; // SQLite will not close what has no methods
    return opened;
}

int xDelete(sqlite3_vfs *, const char *name, int syncDirectory)
{
    const int removed = realVfs->xDelete(realVfs, name, syncDirectory);
    if (removed == SQLITE_OK)
        watcher->removed(QByteArray(name), syncDirectory != 0);
    return removed;
}

} // namespace

ShimVfs::ShimVfs(DiskWatcher &disk)
{
    watcher = &disk;
    realVfs = sqlite3_vfs_find(nullptr);
    shimVfs = *realVfs; // everything about paths, time and random is the real one's
    shimVfs.zName = "tongban-shim";
    shimVfs.szOsFile = static_cast<int>(sizeof(ShimFile)) + realVfs->szOsFile;
    shimVfs.xOpen = xOpen;
    shimVfs.xDelete = xDelete;
    shimVfs.pNext = nullptr;
    sqlite3_vfs_register(&shimVfs, 1);
}

ShimVfs::~ShimVfs()
{
    sqlite3_vfs_unregister(&shimVfs);
    sqlite3_vfs_register(realVfs, 1);
    watcher = nullptr;
}

} // namespace tongban::testing
