// SPDX-License-Identifier: GPL-3.0-or-later
// A disk beneath SQLite that fails when it is told to: a VFS over the real one, registered as the default, so that the
// product opens its database exactly as ever and knows nothing of it.
#pragma once

namespace tongban::testing {

enum class DiskFault {
    None,
    WriteError, // EIO once
    DiskFull,   // once
    DiskGone,   // EIO from then on
    TornKill,   // half of the bytes reach the file, then SIGKILL
};

class FaultVfs
{
public:
    FaultVfs();  // registers; one at a time, before the first database is opened
    ~FaultVfs(); // after the last is closed

    // The nth (from 1) write, sync or truncation from now on fails; counted over all files.
    void arm(DiskFault fault, int nth);
    void disarm() { arm(DiskFault::None, 0); }
    [[nodiscard]] bool fired() const;
    [[nodiscard]] int operations() const; // counted since arm
};

} // namespace tongban::testing
