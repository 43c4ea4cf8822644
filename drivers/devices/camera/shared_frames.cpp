// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/camera/shared_frames.h"

namespace tongban::drivers::devices {

SharedFrames::SharedFrames(Mapping header, Mapping pixels, const RingGeometry &geometry)
    : m_header(std::move(header)), m_pixels(std::move(pixels)), m_geometry(geometry),
      m_reader(*reinterpret_cast<RingHeader *>(m_header.data()))
{}

Result<std::shared_ptr<SharedFrames>> SharedFrames::open(const transport::FileDescriptor &memory,
                                                         const RingGeometry &geometry)
{
    if (const auto checked = checkSharedMemory(memory.get(), geometry.memoryBytes()); !checked)
        return fail(checked.error());
    auto header = Mapping::of(memory.get(), 0, ringPage, true);
    if (!header)
        return fail(header.error());
    auto pixels = Mapping::of(memory.get(), ringPage, ringSlots * geometry.slotBytes, false);
    if (!pixels)
        return fail(pixels.error());
    return std::shared_ptr<SharedFrames>(new SharedFrames(std::move(*header), std::move(*pixels), geometry));
}

Result<std::optional<ports::CameraFrame>> SharedFrames::take(quint64 after)
{
    const auto hold = m_reader.take(after);
    if (!hold)
        return fail(hold.error());
    if (!*hold)
        return std::nullopt;
    const uchar *first = m_pixels.data() + (*hold)->slot * m_geometry.slotBytes;
    const auto release = [self = shared_from_this(), index = (*hold)->index](const uchar *) {
        self->m_reader.release(index);
    };
    return ports::CameraFrame{.pixels = std::shared_ptr<const uchar>(first, release),
                              .size = m_geometry.size,
                              .bytesPerLine = m_geometry.bytesPerLine,
                              .sequence = (*hold)->sequence};
}

} // namespace tongban::drivers::devices
