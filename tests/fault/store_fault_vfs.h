// SPDX-License-Identifier: GPL-3.0-or-later
// A disk beneath SQLite that fails when it is told to.
#pragma once

#include "tests/fault/shim_vfs.h"

#include <atomic>

namespace tongban::testing {

enum class DiskFault {
    None,
    WriteError, // EIO once
    DiskFull,   // once
    DiskGone,   // EIO from then on
    TornKill,   // half of the bytes reach the file, then SIGKILL
};

class FaultVfs final : private DiskWatcher
{
public:
    // The nth (from 1) write, sync or truncation from now on fails; counted over all files.
    void arm(DiskFault fault, int nth);
    void disarm() { arm(DiskFault::None, 0); }
    [[nodiscard]] bool fired() const { return m_fired; }
    [[nodiscard]] int operations() const { return m_count; } // counted since arm

private:
    int write(const File &file, sqlite3_file *real, const void *bytes, int count, sqlite3_int64 offset) override;
    int truncate(const File &file, sqlite3_file *real, sqlite3_int64 size) override;
    int sync(const File &file, sqlite3_file *real, int flags) override;
    void willOpen(const File &) override {}
    void removed(const QByteArray &, bool) override {}

    [[nodiscard]] bool strikes();
    [[nodiscard]] int failureCode(int ordinary) const;

    std::atomic<DiskFault> m_fault{DiskFault::None};
    std::atomic<int> m_nth{0};
    std::atomic<int> m_count{0};
    std::atomic<bool> m_fired{false};
    ShimVfs m_shim{*this}; // last: it calls this
};

} // namespace tongban::testing
