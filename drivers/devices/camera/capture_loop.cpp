// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/camera/capture_loop.h"

#include "drivers/devices/camera/code_finder.h"
#include "drivers/devices/camera/frame_convert.h"
#include "drivers/imaging/page.h"

namespace tongban::drivers::devices {

using Type = CameraMessage::Type;

std::optional<QByteArray> findCodeIn(const RingMemory &ring, int slot)
{
    return findCode(ring.slot(slot), ring.geometry().size, ring.geometry().bytesPerLine);
}

Error CaptureLoop::run()
{
    m_lastGood = Clock::now();
    while (true) {
        const auto begun = Clock::now();
        m_line.watch(m_isAnnounced ? m_start.frameTimeout : m_start.startTimeout);
        const auto frame = m_source.next();
        m_line.watch(std::nullopt);
        if (!frame)
            return frame.error();
        if (const auto taken = takeIn(*frame, begun); !taken)
            return taken.error();
    }
}

Result<void> CaptureLoop::takeIn(const RawFrame &frame, Clock::time_point begun)
{
    if (!m_ring) {
        if (auto made = makeRing(frame.size); !made)
            return made;
    }
    const auto slot = m_ring->writer().begin();
    if (!slot) // the kiosk holds more than it may; this one is lost to it
        return {};
    if (!convertInto(frame, m_ring->geometry(), m_ring->slot(*slot)))
        return bad();
    m_ring->writer().commit(*slot);
    m_lastGood = Clock::now();
    if (!m_isAnnounced)
        m_line.sayWithDescriptor(Type::Memory, m_ring->geometry().toPayload(), m_ring->descriptor());
    m_isAnnounced = true;
    serve(frame, *slot, begun);
    return {};
}

Result<void> CaptureLoop::makeRing(QSize size)
{
    const auto format =
        m_start.mode == CameraMode::Codes ? RingGeometry::Format::Grey : RingGeometry::Format::Bgrx;
    auto ring = RingMemory::make(RingGeometry::of(size, format), m_start.firstSequence);
    if (!ring)
        return fail(ring.error());
    m_ring = std::move(*ring);
    return {};
}

Result<void> CaptureLoop::bad()
{
    // A frame cut short now and then is USB's ordinary life.
    if (Clock::now() - m_lastGood < m_start.frameTimeout)
        return {};
    return fail(ErrorKind::ProtocolViolation, QStringLiteral("camera.capture"),
                QStringLiteral("what comes is no picture"));
}

void CaptureLoop::serve(const RawFrame &frame, int slot, Clock::time_point begun)
{
    const quint64 sequence = m_ring->writer().newestSequence();
    if (m_line.meetFrameWish(sequence))
        m_line.say(Type::Frame, sequenceToPayload(sequence));
    if (const auto wish = m_line.takeCaptureWish(begun))
        capture(frame, *wish);
    const auto ticket = m_start.mode == CameraMode::Codes ? m_line.codeWish(begun) : std::nullopt;
    if (!ticket)
        return;
    if (const auto content = findCodeIn(*m_ring, slot)) {
        m_line.codeWishMet(*ticket);
        m_line.say(Type::Code, SeenCode{.ticket = *ticket, .content = *content}.toPayload());
    }
}

void CaptureLoop::capture(const RawFrame &frame, const CaptureWish &wish)
{
    const auto picture = toRaster(frame);
    auto page = picture ? imaging::preparePage(*picture, wish.profile)
                        : Result<ports::ScannedPage>(fail(ErrorKind::PageIllegible, QStringLiteral("camera.page"),
                                                          QStringLiteral("no picture")));
    if (page)
        m_line.say(Type::Page, CapturedPage{.ticket = wish.ticket, .page = *page}.toPayload());
    else
        m_line.say(Type::Refused, RefusedPage{.ticket = wish.ticket, .error = page.error()}.toPayload());
}

} // namespace tongban::drivers::devices
