// SPDX-License-Identifier: GPL-3.0-or-later
// One run of tongban-camera from the kiosk's side: messages both ways and the memory that comes along. Blocking, one
// thread. The program may die, hang or flood at any moment; every call ends by its deadline or the stop all the same.
#pragma once

#include "drivers/devices/camera/camera_protocol.h"
#include "drivers/transport/child_process.h"

#include <memory>

namespace tongban::drivers::devices {

class CameraLine
{
public:
    // DeviceFault when the program cannot be started.
    static Result<std::unique_ptr<CameraLine>> open(const QString &program, const CameraStart &start);

    // The next message. Failure comes as the error that it is; the program's end as DeviceFault that says how it ended.
    // Besides: DeviceSilent (deadline), ProtocolViolation, Cancelled.
    Result<CameraMessage> hear(Deadline deadline, const std::stop_token &stop);
    // Throws away what has come, without waiting; errors as hear, but for DeviceSilent.
    Result<void> hearWhatCame();
    Result<void> say(CameraMessage::Type type, const QByteArray &payload, Deadline deadline,
                     const std::stop_token &stop);

    // It has said its last word or ended.
    [[nodiscard]] bool isOver() const { return m_isOver; }

    // The descriptor that came last, once.
    [[nodiscard]] transport::FileDescriptor takeMemory() { return std::move(m_memory); }

    // Lets the program end by itself (the driver puts the lens out in order), for at most a quarter of a second. The
    // destructor kills what is still there.
    void dismiss();

private:
    explicit CameraLine(std::unique_ptr<transport::ChildProcess> process) : m_process(std::move(process)) {}
    Result<std::optional<CameraMessage>> decoded();
    Result<void> receive();

    std::unique_ptr<transport::ChildProcess> m_process;
    CameraMessageDecoder m_decoder;
    transport::FileDescriptor m_memory;
    bool m_isOver = false;
};

} // namespace tongban::drivers::devices
