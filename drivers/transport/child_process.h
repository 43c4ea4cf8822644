// SPDX-License-Identifier: GPL-3.0-or-later
// What is known to crash or hang (SANE back ends, capture, a vendor's library) runs in a program of its own. This is it
// from the kiosk's side: a child in a process group of its own, spoken to through sockets that stand in for its standard
// input and output. Blocking, one thread (the device's Lane).
#pragma once

#include "app/core/base/deadline.h"
#include "app/core/base/result.h"
#include "drivers/transport/file_descriptor.h"

#include <QByteArray>

#include <stop_token>
#include <sys/types.h>

#include <memory>
#include <optional>

namespace tongban::drivers::transport {

class ChildProcess
{
public:
    // `request` is what it reads first; at most 64 KiB. DeviceFault when the program cannot be started.
    static Result<std::unique_ptr<ChildProcess>> start(const QString &program, const QByteArray &request);
    ~ChildProcess(); // kills what is still running
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    // What the program said, or an empty array when it will say no more. DeviceSilent, Cancelled.
    Result<QByteArray> read(Deadline deadline, const std::stop_token &stop);

    // More for its standard input. DeviceSilent (it does not read), DeviceFault (it is dead), Cancelled.
    Result<void> write(const QByteArray &bytes, Deadline deadline, const std::stop_token &stop);

    // Its end of the conversation: a socket, so that descriptors (shared memory) may come along with the bytes.
    [[nodiscard]] int outputDescriptor() const { return m_output.get(); }

    // Tells the program to cancel and to end by itself; does not wait. A scanner's head wants to go home first.
    void dismiss() { m_input.reset(); }

    // Waits for its end; how it ended, e.g. "signal 11". Nothing when it still runs at the deadline or at the stop.
    std::optional<QString> waitForEnd(Deadline deadline, const std::stop_token &stop = {});

    void kill(); // the whole group: some backends fork a reader

private:
    ChildProcess(pid_t pid, FileDescriptor input, FileDescriptor output);

    pid_t m_pid; // 0 once it has been waited for
    FileDescriptor m_input;
    FileDescriptor m_output;
    QString m_ending;
};

} // namespace tongban::drivers::transport
