// SPDX-License-Identifier: GPL-3.0-or-later
// The camera program's side of the ring: the memory, and one picture after another into it.
#pragma once

#include "drivers/devices/camera/frame_ring.h"
#include "drivers/devices/camera/shared_memory.h"

#include <memory>

namespace tongban::drivers::devices {

class RingMemory
{
public:
    static Result<std::unique_ptr<RingMemory>> make(const RingGeometry &geometry, quint64 firstSequence);

    [[nodiscard]] RingWriter &writer() { return m_writer; }
    [[nodiscard]] uchar *slot(int slot) const { return m_memory.data() + m_geometry.slotOffset(slot); }
    [[nodiscard]] const RingGeometry &geometry() const { return m_geometry; }
    [[nodiscard]] int descriptor() const { return m_descriptor.get(); }

private:
    RingMemory(transport::FileDescriptor descriptor, Mapping memory, const RingGeometry &geometry,
               quint64 firstSequence)
        : m_descriptor(std::move(descriptor)), m_memory(std::move(memory)), m_geometry(geometry),
          m_writer(*reinterpret_cast<RingHeader *>(m_memory.data()), firstSequence)
    {}

    transport::FileDescriptor m_descriptor;
    Mapping m_memory;
    RingGeometry m_geometry;
    RingWriter m_writer;
};

inline Result<std::unique_ptr<RingMemory>> RingMemory::make(const RingGeometry &geometry, quint64 firstSequence)
{
    auto descriptor = makeSharedMemory(geometry.memoryBytes());
    if (!descriptor)
        return fail(descriptor.error());
    auto memory = Mapping::of(descriptor->get(), 0, geometry.memoryBytes(), true);
    if (!memory)
        return fail(memory.error());
    return std::unique_ptr<RingMemory>(
        new RingMemory(std::move(*descriptor), std::move(*memory), geometry, firstSequence));
}

} // namespace tongban::drivers::devices
