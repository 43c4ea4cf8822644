// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/camera/frame_ring.h"

#include <QtEndian>

namespace tongban::drivers::devices {

namespace {

constexpr quint32 maxWidth = 4608; // a document camera of 16 megapixels
constexpr quint32 maxHeight = 3456;

tl::unexpected<Error> violation(const QString &why)
{
    return fail(ErrorKind::ProtocolViolation, QStringLiteral("frame-ring"), why);
}

} // namespace

RingGeometry RingGeometry::of(QSize size, Format format)
{
    const int bytesPerPixel = format == Format::Bgrx ? 4 : 1;
    RingGeometry geometry;
    geometry.format = format;
    geometry.size = size;
    geometry.bytesPerLine = size.width() * bytesPerPixel;
    const qint64 bytes = static_cast<qint64>(geometry.bytesPerLine) * size.height();
    geometry.slotBytes = (bytes + ringPage - 1) / ringPage * ringPage;
    return geometry;
}

QByteArray RingGeometry::toPayload() const
{
    QByteArray payload(12, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(format), payload.data());
    qToBigEndian(static_cast<quint32>(size.width()), payload.data() + 4);
    qToBigEndian(static_cast<quint32>(size.height()), payload.data() + 8);
    return payload;
}

Result<RingGeometry> RingGeometry::fromPayload(const QByteArray &payload)
{
    if (payload.size() != 12)
        return violation(QStringLiteral("a geometry of %1 bytes").arg(payload.size()));
    const auto format = qFromBigEndian<quint32>(payload.constData());
    const auto width = qFromBigEndian<quint32>(payload.constData() + 4);
    const auto height = qFromBigEndian<quint32>(payload.constData() + 8);
    const bool knowsFormat =
        format == static_cast<quint32>(Format::Bgrx) || format == static_cast<quint32>(Format::Grey);
    if (!knowsFormat || width < 1 || width > maxWidth || height < 1 || height > maxHeight)
        return violation(QStringLiteral("a picture of %1 × %2, format %3").arg(width).arg(height).arg(format));
    return of({static_cast<int>(width), static_cast<int>(height)}, static_cast<Format>(format));
}

bool RingWriter::isHeld(int slot) const
{
    for (const auto &hold : m_header.held) {
        if (hold.load() == static_cast<std::uint32_t>(slot) + 1)
            return true;
    }
    return false;
}

std::optional<int> RingWriter::begin()
{
    for (int slot = 0; slot < ringSlots; ++slot) {
        if (slot == m_newest || isHeld(slot))
            continue;
        m_header.sequence[static_cast<std::size_t>(slot)].store(0);
        if (!isHeld(slot)) // a reader that comes from now on sees the empty number
            return slot;
    }
    return std::nullopt;
}

void RingWriter::commit(int slot)
{
    m_header.sequence[static_cast<std::size_t>(slot)].store(m_next);
    m_header.newest.store(m_next << 8 | static_cast<std::uint64_t>(slot));
    m_newest = slot;
    ++m_next;
}

std::optional<int> RingReader::freeHold() const
{
    for (std::size_t i = 0; i < m_isTaken.size(); ++i) {
        if (!m_isTaken[i].load())
            return static_cast<int>(i);
    }
    return std::nullopt;
}

bool RingReader::isFull() const
{
    return !freeHold();
}

Result<std::optional<RingReader::Hold>> RingReader::take(quint64 after)
{
    const auto index = freeHold();
    if (!index)
        return std::nullopt;
    auto &held = m_header.held[static_cast<std::size_t>(*index)];
    // Each failure means that a later picture came meanwhile; a camera does not bring eight in this time.
    for (int attempt = 0; attempt < 8; ++attempt) {
        const std::uint64_t newest = m_header.newest.load();
        const quint64 sequence = newest >> 8;
        const auto slot = static_cast<int>(newest & 0xff);
        if (newest == 0 || sequence <= after)
            return std::nullopt;
        if (slot >= ringSlots)
            return violation(QStringLiteral("the newest picture is in slot %1").arg(slot));
        held.store(static_cast<std::uint32_t>(slot) + 1);
        if (m_header.sequence[static_cast<std::size_t>(slot)].load() == sequence) {
            m_isTaken[static_cast<std::size_t>(*index)].store(true);
            return Hold{.index = *index, .slot = slot, .sequence = sequence};
        }
        held.store(0);
    }
    return violation(QStringLiteral("the newest picture is not where it is said to be"));
}

void RingReader::release(int index)
{
    m_header.held[static_cast<std::size_t>(index)].store(0);
    m_isTaken[static_cast<std::size_t>(index)].store(false);
}

} // namespace tongban::drivers::devices
