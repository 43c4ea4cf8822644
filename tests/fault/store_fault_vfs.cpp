// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/store_fault_vfs.h"

#include <csignal>
#include <unistd.h>

namespace tongban::testing {

namespace {

[[noreturn]] void die()
{
    ::kill(::getpid(), SIGKILL);
    ::_exit(9); // not reached
}

} // namespace

// Counts one operation; true when it is the one that fails.
bool FaultVfs::strikes()
{
    const int number = ++m_count;
    if (m_fault == DiskFault::None)
        return false;
    if (m_fired)
        return m_fault == DiskFault::DiskGone;
    if (number != m_nth)
        return false;
    m_fired = true;
    return true;
}

int FaultVfs::failureCode(int ordinary) const
{
    return m_fault == DiskFault::DiskFull ? SQLITE_FULL : ordinary;
}

int FaultVfs::write(const File &, sqlite3_file *real, const void *bytes, int count, sqlite3_int64 offset)
{
    if (!strikes())
        return real->pMethods->xWrite(real, bytes, count, offset);
    if (m_fault == DiskFault::TornKill) {
        real->pMethods->xWrite(real, bytes, count / 2, offset);
        die();
    }
    return failureCode(SQLITE_IOERR_WRITE);
}

int FaultVfs::truncate(const File &, sqlite3_file *real, sqlite3_int64 size)
{
    if (!strikes())
        return real->pMethods->xTruncate(real, size);
    if (m_fault == DiskFault::TornKill)
        die();
    return failureCode(SQLITE_IOERR_TRUNCATE);
}

int FaultVfs::sync(const File &, sqlite3_file *real, int flags)
{
    if (!strikes())
        return real->pMethods->xSync(real, flags);
    if (m_fault == DiskFault::TornKill)
        die();
    return failureCode(SQLITE_IOERR_FSYNC);
}

void FaultVfs::arm(DiskFault fault, int nth)
{
    m_fired = false;
    m_nth = nth;
    m_count = 0;
    m_fault = fault;
}

} // namespace tongban::testing
