// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/store_fault_vfs.h"

#include <sqlite3.h>

#include <atomic>
#include <csignal>
#include <unistd.h>

namespace tongban::testing {

namespace {

struct State
{
    std::atomic<DiskFault> fault{DiskFault::None};
    std::atomic<int> nth{0};
    std::atomic<int> count{0};
    std::atomic<bool> fired{false};
};

State state;
sqlite3_vfs *realVfs = nullptr;
sqlite3_vfs shimVfs{};

struct ShimFile
{
    sqlite3_file base; // first: SQLite sees only this
    sqlite3_file *real;
};

sqlite3_file *realOf(sqlite3_file *file)
{
    return reinterpret_cast<ShimFile *>(file)->real;
}

// Counts one operation; true when it is the one that fails.
bool strikes()
{
    const int number = ++state.count;
    if (state.fault == DiskFault::None)
        return false;
    if (state.fired)
        return state.fault == DiskFault::DiskGone;
    if (number != state.nth)
        return false;
    state.fired = true;
    return true;
}

int failureCode(int ordinary)
{
    return state.fault == DiskFault::DiskFull ? SQLITE_FULL : ordinary;
}

[[noreturn]] void die()
{
    ::kill(::getpid(), SIGKILL);
    ::_exit(9); // not reached
}

int xClose(sqlite3_file *file)
{
    return realOf(file)->pMethods ? realOf(file)->pMethods->xClose(realOf(file)) : SQLITE_OK;
}
int xRead(sqlite3_file *file, void *buffer, int count, sqlite3_int64 offset)
{
    return realOf(file)->pMethods->xRead(realOf(file), buffer, count, offset);
}
int xWrite(sqlite3_file *file, const void *buffer, int count, sqlite3_int64 offset)
{
    sqlite3_file *real = realOf(file);
    if (!strikes())
        return real->pMethods->xWrite(real, buffer, count, offset);
    if (state.fault == DiskFault::TornKill) {
        real->pMethods->xWrite(real, buffer, count / 2, offset);
        die();
    }
    return failureCode(SQLITE_IOERR_WRITE);
}
int xTruncate(sqlite3_file *file, sqlite3_int64 size)
{
    if (!strikes())
        return realOf(file)->pMethods->xTruncate(realOf(file), size);
    if (state.fault == DiskFault::TornKill)
        die();
    return failureCode(SQLITE_IOERR_TRUNCATE);
}
int xSync(sqlite3_file *file, int flags)
{
    if (!strikes())
        return realOf(file)->pMethods->xSync(realOf(file), flags);
    if (state.fault == DiskFault::TornKill)
        die();
    return failureCode(SQLITE_IOERR_FSYNC);
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
    auto *shim = reinterpret_cast<ShimFile *>(file);
    shim->real = reinterpret_cast<sqlite3_file *>(shim + 1);
    shim->base.pMethods = nullptr;
    const int opened = realVfs->xOpen(realVfs, name, shim->real, flags, outFlags);
    if (shim->real->pMethods)
        shim->base.pMethods = &methods;
    return opened;
}

} // namespace

FaultVfs::FaultVfs()
{
    realVfs = sqlite3_vfs_find(nullptr);
    shimVfs = *realVfs; // everything about paths, time and random is the real one's
    shimVfs.zName = "tongban-fault";
    shimVfs.szOsFile = static_cast<int>(sizeof(ShimFile)) + realVfs->szOsFile;
    shimVfs.xOpen = xOpen;
    shimVfs.pNext = nullptr;
    sqlite3_vfs_register(&shimVfs, 1);
}

FaultVfs::~FaultVfs()
{
    sqlite3_vfs_unregister(&shimVfs);
    sqlite3_vfs_register(realVfs, 1);
}

void FaultVfs::arm(DiskFault fault, int nth)
{
    state.fired = false;
    state.nth = nth;
    state.count = 0;
    state.fault = fault;
}

bool FaultVfs::fired() const
{
    return state.fired;
}

int FaultVfs::operations() const
{
    return state.count;
}

} // namespace tongban::testing
