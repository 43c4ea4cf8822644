// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/camera/kiosk_line.h"

#include "drivers/devices/camera/shared_memory.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <thread>
#include <utility>

namespace tongban::drivers::devices {

namespace {

constexpr int watchIntervalMs = 20;

} // namespace

KioskLine::KioskLine() : m_output(::dup(STDOUT_FILENO))
{
    ::dup2(STDERR_FILENO, STDOUT_FILENO);
    std::signal(SIGPIPE, SIG_IGN); // write() says it
}

std::optional<CameraStart> KioskLine::awaitStart()
{
    while (true) {
        if (auto message = m_decoder.next()) {
            if (!*message || (*message)->type != CameraMessage::Type::Start)
                return std::nullopt;
            const auto start = CameraStart::fromPayload((*message)->payload);
            return start ? std::optional(*start) : std::nullopt;
        }
        char bytes[4096];
        const auto n = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (n <= 0)
            return std::nullopt;
        m_decoder.feed(QByteArray(bytes, n));
    }
}

void KioskLine::listen()
{
    std::thread([this] { live(); }).detach(); // it ends with the process
}

void KioskLine::live()
{
    while (true) {
        pollfd input{STDIN_FILENO, POLLIN, 0};
        if (::poll(&input, 1, watchIntervalMs) > 0)
            hear();
        checkWatch();
    }
}

void KioskLine::hear()
{
    char bytes[4096];
    const auto n = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (n < 0 && errno == EINTR)
        return;
    if (n <= 0)
        ::_exit(EXIT_SUCCESS); // nobody wants pictures any more
    const std::scoped_lock lock(m_mutex);
    m_decoder.feed(QByteArray(bytes, n));
    while (const auto message = m_decoder.next()) {
        if (!*message)
            ::_exit(EXIT_FAILURE);
        note(**message);
    }
}

void KioskLine::note(const CameraMessage &message)
{
    using Type = CameraMessage::Type;
    const auto now = Clock::now();
    switch (message.type) {
    case Type::NextFrame:
        if (const auto after = sequenceFromPayload(message.payload))
            m_frame = *after;
        return;
    case Type::Capture:
        if (const auto wish = CaptureWish::fromPayload(message.payload))
            m_capture = Timed<CaptureWish>{*wish, now};
        return;
    case Type::LookForCode:
        if (const auto ticket = ticketFromPayload(message.payload))
            m_code = Timed<quint32>{*ticket, now};
        return;
    case Type::StopLooking:
        m_code.reset();
        return;
    case Type::Start:
    case Type::Present:
    case Type::Memory:
    case Type::Frame:
    case Type::Page:
    case Type::Refused:
    case Type::Code:
    case Type::Failure:
        ::_exit(EXIT_FAILURE); // not the kiosk
    }
}

void KioskLine::checkWatch()
{
    std::unique_lock lock(m_mutex);
    if (!m_overdue || Clock::now() < *m_overdue)
        return;
    const auto span = m_span.count();
    lock.unlock();
    // The other thread hangs in the watched step, so nobody else is speaking.
    say(CameraMessage::Type::Failure,
        codec::errorToPayload({ErrorKind::DeviceSilent, QStringLiteral("camera.capture"),
                               QStringLiteral("no picture for %1 ms").arg(span)}));
    ::_exit(EXIT_SUCCESS);
}

void KioskLine::say(CameraMessage::Type type, const QByteArray &payload)
{
    const QByteArray message = encodeCameraMessage(type, payload);
    qsizetype sent = 0;
    while (sent < message.size()) {
        const auto n = ::write(m_output, message.constData() + sent, static_cast<size_t>(message.size() - sent));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            ::_exit(EXIT_FAILURE); // the kiosk is gone: nobody is to have this
        sent += n;
    }
}

void KioskLine::sayWithDescriptor(CameraMessage::Type type, const QByteArray &payload, int descriptor)
{
    if (!sendWithDescriptor(m_output, encodeCameraMessage(type, payload), descriptor))
        ::_exit(EXIT_FAILURE);
}

void KioskLine::watch(std::optional<std::chrono::milliseconds> span)
{
    const std::scoped_lock lock(m_mutex);
    m_span = span.value_or(std::chrono::milliseconds(0));
    m_overdue.reset();
    if (span)
        m_overdue = Clock::now() + *span;
}

bool KioskLine::meetFrameWish(quint64 sequence)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_frame || sequence <= *m_frame)
        return false;
    m_frame.reset();
    return true;
}

std::optional<CaptureWish> KioskLine::takeCaptureWish(Clock::time_point moment)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_capture || m_capture->came > moment)
        return std::nullopt;
    return std::exchange(m_capture, std::nullopt)->wish;
}

std::optional<quint32> KioskLine::codeWish(Clock::time_point moment)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_code || m_code->came > moment)
        return std::nullopt;
    return m_code->wish;
}

void KioskLine::codeWishMet(quint32 ticket)
{
    const std::scoped_lock lock(m_mutex);
    if (m_code && m_code->wish == ticket)
        m_code.reset();
}

} // namespace tongban::drivers::devices
