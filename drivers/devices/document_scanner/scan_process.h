// SPDX-License-Identifier: GPL-3.0-or-later
// The scan program from the kiosk's side: a child in a process group of its own, spoken to through pipes. Blocking, one
// thread (the scanner's Lane).
#pragma once

#include "app/core/base/deadline.h"
#include "app/core/base/result.h"
#include "drivers/transport/file_descriptor.h"

#include <QByteArray>

#include <stop_token>
#include <sys/types.h>

#include <memory>
#include <optional>

namespace tongban::drivers::devices {

class ScanProcess
{
public:
    // DeviceFault when the program cannot be started.
    static Result<std::unique_ptr<ScanProcess>> start(const QString &program, const QByteArray &request);
    ~ScanProcess(); // kills what is still running
    ScanProcess(const ScanProcess &) = delete;
    ScanProcess &operator=(const ScanProcess &) = delete;

    // What the program said, or an empty array when it will say no more. DeviceSilent, Cancelled.
    Result<QByteArray> read(Deadline deadline, const std::stop_token &stop);

    // Tells the program to cancel and to end by itself; does not wait. A scanner's head wants to go home first.
    void dismiss() { m_input.reset(); }

    // Waits for its end; how it ended, e.g. "signal 11". Nothing when it still runs at the deadline.
    std::optional<QString> waitForEnd(Deadline deadline);

    void kill(); // the whole group: some backends fork a reader

private:
    ScanProcess(pid_t pid, transport::FileDescriptor input, transport::FileDescriptor output);

    pid_t m_pid; // 0 once it has been waited for
    transport::FileDescriptor m_input;
    transport::FileDescriptor m_output;
    QString m_ending;
};

} // namespace tongban::drivers::devices
