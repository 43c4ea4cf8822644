// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/camera/camera_line.h"

#include "drivers/devices/camera/shared_memory.h"
#include "drivers/transport/wait_for.h"

#include <poll.h>

namespace tongban::drivers::devices {

using namespace std::chrono_literals;

namespace {

// The program answers wishes; it has no reason to say more than this unasked.
constexpr int mostUnheard = 64;

QString where()
{
    return QStringLiteral("camera");
}

} // namespace

Result<std::unique_ptr<CameraLine>> CameraLine::open(const QString &program, const CameraStart &start)
{
    auto process = transport::ChildProcess::start(
        program, encodeCameraMessage(CameraMessage::Type::Start, start.toPayload()));
    if (!process)
        return fail(process.error());
    return std::unique_ptr<CameraLine>(new CameraLine(std::move(*process)));
}

Result<std::optional<CameraMessage>> CameraLine::decoded()
{
    auto message = m_decoder.next();
    if (!message)
        return std::nullopt;
    if (!*message)
        return fail(message->error());
    if ((*message)->type == CameraMessage::Type::Failure) {
        m_isOver = true;
        return fail(codec::errorFromPayload((*message)->payload));
    }
    return std::optional(std::move(**message));
}

Result<void> CameraLine::receive()
{
    auto received = receiveWithDescriptor(m_process->outputDescriptor());
    if (!received)
        return fail(received.error());
    if (received->bytes.isEmpty()) {
        m_isOver = true;
        const auto ending = m_process->waitForEnd(Deadline::in(500ms));
        return fail(ErrorKind::DeviceFault, where(),
                    QStringLiteral("the camera program ended: ") + ending.value_or(QStringLiteral("output closed")));
    }
    if (received->descriptor.isValid())
        m_memory = std::move(received->descriptor);
    m_decoder.feed(received->bytes);
    return {};
}

Result<CameraMessage> CameraLine::hear(Deadline deadline, const std::stop_token &stop)
{
    while (true) {
        // Before what has come: a program that floods must not outlast the deadline.
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, where());
        if (deadline.expired())
            return fail(ErrorKind::DeviceSilent, where(), QStringLiteral("deadline passed"));
        auto message = decoded();
        if (!message)
            return fail(message.error());
        if (*message)
            return std::move(**message);
        if (const auto came = transport::waitFor(m_process->outputDescriptor(), POLLIN, deadline, stop, where()); !came)
            return fail(came.error());
        if (const auto received = receive(); !received)
            return fail(received.error());
    }
}

Result<void> CameraLine::hearWhatCame()
{
    for (int heard = 0; heard < mostUnheard;) {
        const auto message = decoded();
        if (!message)
            return fail(message.error());
        if (*message) {
            ++heard;
            continue;
        }
        const auto came = transport::waitFor(m_process->outputDescriptor(), POLLIN, Deadline::in(0ms), {}, where());
        if (failedWith(came, ErrorKind::DeviceSilent))
            return {};
        if (!came)
            return fail(came.error());
        if (auto received = receive(); !received)
            return received;
    }
    return fail(ErrorKind::ProtocolViolation, where(), QStringLiteral("the camera program says more than it was asked"));
}

Result<void> CameraLine::say(CameraMessage::Type type, const QByteArray &payload, Deadline deadline,
                             const std::stop_token &stop)
{
    auto said = m_process->write(encodeCameraMessage(type, payload), deadline, stop);
    if (!failedWith(said, ErrorKind::DeviceFault))
        return said;
    // It is dead. Its last words, when there are any, know more of why.
    auto heard = hearWhatCame();
    return heard ? said : heard;
}

void CameraLine::dismiss()
{
    m_process->dismiss();
    static_cast<void>(m_process->waitForEnd(Deadline::in(250ms)));
}

} // namespace tongban::drivers::devices
