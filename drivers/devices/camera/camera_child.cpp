// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/camera/camera_child.h"

#include "app/core/base/log.h"
#include "drivers/transport/wait_for.h"

#include <algorithm>

namespace tongban::drivers::devices {

using namespace std::chrono_literals;
using Type = CameraMessage::Type;

namespace {

// The program tells by itself that the camera stands still; only when it cannot even do that the kiosk ends it.
constexpr auto graceOfProgram = 500ms;

QString where()
{
    return QStringLiteral("camera");
}

// An error after which nothing can be expected of this program any more.
bool isFinal(ErrorKind kind)
{
    return remedyFor(kind) == Remedy::TechnicianFixes && kind != ErrorKind::DeviceSilent;
}

void logTrouble(const Error &error)
{
    if (remedyFor(error.kind) != Remedy::TechnicianFixes)
        return;
    log(LogEvent::DeviceTrouble, {{"device", QStringLiteral("camera")},
                                  {"kind", QLatin1String(nameOf(error.kind))},
                                  {"where", error.where},
                                  {"detail", error.detail}});
}

} // namespace

CameraChild::CameraChild(CameraOptions options, QString program, CameraMode mode)
    : m_options(std::move(options)), m_program(std::move(program)), m_mode(mode)
{}

template <class T> Result<T> CameraChild::settled(Result<T> result)
{
    if (result)
        return result;
    const bool isLost = isFinal(result.error().kind) || m_isInDoubt || (m_line && m_line->isOver());
    if (isLost) {
        end();
        logTrouble(result.error());
    }
    return result;
}

Result<void> CameraChild::start(Deadline deadline, const std::stop_token &stop)
{
    if (m_line && m_frames)
        return {};
    if (!m_line) { // else an earlier call had no time to wait for its first picture
        if (auto launched = settled(launch(m_mode, stop)); !launched)
            return launched;
    }
    const auto geometry = settled(awaitFirst(Type::Memory, deadline, stop));
    return geometry ? settled(attach(geometry->payload)) : Result<void>(fail(geometry.error()));
}

Result<void> CameraChild::launch(CameraMode mode, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return fail(ErrorKind::Cancelled, where());
    const CameraStart request{.device = m_options.path,
                              .size = m_options.size,
                              .fps = m_options.fps,
                              .mode = mode,
                              .firstSequence = m_lastSequence + 1,
                              .startTimeout = m_options.startTimeout,
                              .frameTimeout = m_options.frameTimeout};
    auto line = CameraLine::open(m_program, request);
    if (!line)
        return fail(line.error());
    m_line = std::move(*line);
    m_startBy = Deadline::in(m_options.startTimeout + graceOfProgram);
    return {};
}

Result<CameraMessage> CameraChild::awaitFirst(Type type, Deadline deadline, const std::stop_token &stop)
{
    auto first = hearBy(m_startBy, deadline, stop);
    if (first && first->type != type)
        return fail(ErrorKind::ProtocolViolation, where(), QStringLiteral("an answer before the start"));
    return first;
}

Result<CameraMessage> CameraChild::hearBy(Deadline own, Deadline caller, const std::stop_token &stop)
{
    auto message = m_line->hear(caller.capped(own.remaining()), stop);
    if (failedWith(message, ErrorKind::DeviceSilent))
        m_isInDoubt = own.remaining() <= 2ms; // two clocks' worth of rounding
    return message;
}

Result<void> CameraChild::attach(const QByteArray &payload)
{
    const auto geometry = RingGeometry::fromPayload(payload);
    if (!geometry)
        return fail(geometry.error());
    const auto wanted = m_mode == CameraMode::Codes ? RingGeometry::Format::Grey : RingGeometry::Format::Bgrx;
    if (geometry->format != wanted)
        return fail(ErrorKind::ProtocolViolation, where(), QStringLiteral("pictures of another format"));
    auto frames = SharedFrames::open(m_line->takeMemory(), *geometry);
    if (!frames)
        return fail(frames.error());
    m_frames = std::move(*frames);
    return {};
}

Result<void> CameraChild::say(Type type, const QByteArray &payload, Deadline deadline, const std::stop_token &stop)
{
    return m_line->say(type, payload, deadline.capped(graceOfProgram), stop);
}

Result<ports::CameraFrame> CameraChild::frame(quint64 after, Deadline deadline, const std::stop_token &stop)
{
    if (const auto started = start(deadline, stop); !started)
        return fail(started.error());
    // The dead are found out here: their last picture must not be shown as the present.
    if (const auto heard = m_line->hearWhatCame(); !heard)
        return settled(Result<ports::CameraFrame>(fail(heard.error())));
    auto frame = settled(awaitFrame(after, deadline, stop));
    if (frame)
        m_lastSequence = std::max(m_lastSequence, frame->sequence);
    return frame;
}

Result<ports::CameraFrame> CameraChild::awaitFrame(quint64 after, Deadline deadline, const std::stop_token &stop)
{
    const Deadline still = Deadline::in(m_options.frameTimeout + graceOfProgram);
    bool hasAsked = false;
    while (true) {
        auto frame = m_frames->take(after);
        if (!frame)
            return fail(frame.error());
        if (*frame)
            return std::move(**frame);
        if (m_frames->isFull()) { // the caller holds two: the camera has nothing to do with it
            if (deadline.expired())
                return fail(ErrorKind::DeviceSilent, where(), QStringLiteral("two pictures are still held"));
            if (const auto paused = transport::pause(5ms, deadline, stop, where()); !paused)
                return fail(paused.error());
            continue;
        }
        if (!hasAsked) {
            if (const auto said = say(Type::NextFrame, sequenceToPayload(after), deadline, stop); !said)
                return fail(said.error());
            hasAsked = true;
            continue; // one may have come between the look and the wish
        }
        const auto message = hearBy(still, deadline, stop);
        if (!message)
            return fail(message.error());
        hasAsked = message->type != Type::Frame; // an answer to an earlier wish may be too early for this one
    }
}

Result<ports::ScannedPage> CameraChild::capture(const ports::PageProfile &profile, Deadline deadline,
                                                const std::stop_token &stop)
{
    if (const auto started = start(deadline, stop); !started)
        return fail(started.error());
    const quint32 ticket = ++m_ticket;
    const CaptureWish wish{.ticket = ticket, .profile = profile};
    if (const auto said = say(Type::Capture, wish.toPayload(), deadline, stop); !said)
        return settled(Result<ports::ScannedPage>(fail(said.error())));
    return settled(awaitPage(ticket, profile, deadline, stop));
}

Result<ports::ScannedPage> CameraChild::awaitPage(quint32 ticket, const ports::PageProfile &profile, Deadline deadline,
                                                  const std::stop_token &stop)
{
    const Deadline ready = Deadline::in(m_options.captureTimeout);
    while (true) {
        const auto message = hearBy(ready, deadline, stop);
        if (!message)
            return fail(message.error());
        if (message->type == Type::Refused) {
            const auto refused = RefusedPage::fromPayload(message->payload);
            if (!refused || refused->ticket == ticket)
                return fail(refused ? refused->error : refused.error());
        }
        if (message->type != Type::Page)
            continue;
        auto captured = CapturedPage::fromPayload(message->payload);
        if (!captured)
            return fail(captured.error());
        if (captured->ticket != ticket)
            continue;
        if (captured->page.jpeg.size() > profile.maxBytes)
            return fail(ErrorKind::ProtocolViolation, where(),
                        QStringLiteral("a page of %1 bytes").arg(captured->page.jpeg.size()));
        return std::move(captured->page);
    }
}

Result<QByteArray> CameraChild::nextCode(Deadline deadline, const std::stop_token &stop)
{
    if (const auto started = start(deadline, stop); !started) {
        const bool isStarting = failedWith(started, ErrorKind::DeviceSilent) && m_line; // and may take its time
        return isStarting ? fail(ErrorKind::CodeAbsent, where()) : fail(started.error());
    }
    const quint32 ticket = ++m_ticket;
    if (const auto said = say(Type::LookForCode, ticketToPayload(ticket), deadline, stop); !said)
        return settled(Result<QByteArray>(fail(said.error())));
    auto code = settled(awaitCode(ticket, deadline, stop));
    if (!code && m_line) // what is shown from now on belongs to nobody
        static_cast<void>(say(Type::StopLooking, {}, Deadline::in(100ms), {}));
    return code;
}

Result<QByteArray> CameraChild::awaitCode(quint32 ticket, Deadline deadline, const std::stop_token &stop)
{
    Deadline still = Deadline::in(m_options.frameTimeout + graceOfProgram);
    quint64 newest = m_frames->newestSequence();
    while (true) {
        const auto message = hearBy(still, deadline, stop);
        if (failedWith(message, ErrorKind::DeviceSilent) && !m_line->isOver()) { // else it is the program's word
            if (deadline.expired()) {
                m_isInDoubt = false;
                return fail(ErrorKind::CodeAbsent, where());
            }
            if (m_frames->newestSequence() == newest)
                return fail(message.error());
            m_isInDoubt = false; // pictures without a code
            newest = m_frames->newestSequence();
            still = Deadline::in(m_options.frameTimeout + graceOfProgram);
            continue;
        }
        if (!message)
            return fail(message.error());
        if (message->type != Type::Code)
            continue;
        const auto code = SeenCode::fromPayload(message->payload);
        if (!code)
            return fail(code.error());
        if (code->ticket == ticket)
            return code->content;
    }
}

Result<void> CameraChild::probe(Deadline deadline, const std::stop_token &stop)
{
    if (m_line && m_frames) { // its pictures are proof enough: a camera that stands still has it end itself
        if (auto heard = settled(m_line->hearWhatCame()); heard)
            return heard;
    }
    end();
    if (auto launched = settled(launch(CameraMode::Probe, stop)); !launched)
        return launched;
    const auto seen = settled(awaitFirst(Type::Present, deadline, stop));
    end();
    return seen ? Result<void>() : Result<void>(fail(seen.error()));
}

void CameraChild::end()
{
    if (m_frames) // from the page that the program writes: a number without a meaning stays one
        m_lastSequence = std::max(m_lastSequence, m_frames->newestSequence() % (quint64(1) << 48));
    m_line.reset();
    m_frames.reset();
    m_isInDoubt = false;
}

void CameraChild::close()
{
    if (m_line)
        m_line->dismiss();
    end();
}

} // namespace tongban::drivers::devices
