// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk's side of the ring: pictures that stay as they are while they are held, whatever becomes of the program that
// took them.
#pragma once

#include "app/core/ports/camera.h"
#include "drivers/devices/camera/frame_ring.h"
#include "drivers/devices/camera/shared_memory.h"

#include <memory>
#include <optional>

namespace tongban::drivers::devices {

class SharedFrames : public std::enable_shared_from_this<SharedFrames>
{
public:
    // Takes the memory over. ProtocolViolation when it is not what the geometry wants; DeviceFault.
    static Result<std::shared_ptr<SharedFrames>> open(const transport::FileDescriptor &memory,
                                                      const RingGeometry &geometry);

    // As RingReader::take. The frame may be let go on any thread and outlive everything else.
    Result<std::optional<ports::CameraFrame>> take(quint64 after);
    [[nodiscard]] bool isFull() const { return m_reader.isFull(); }
    [[nodiscard]] quint64 newestSequence() const { return m_reader.newestSequence(); }
    [[nodiscard]] const RingGeometry &geometry() const { return m_geometry; }

private:
    SharedFrames(Mapping header, Mapping pixels, const RingGeometry &geometry);

    Mapping m_header; // writable: what is held is said there
    Mapping m_pixels; // read only
    RingGeometry m_geometry;
    RingReader m_reader;
};

} // namespace tongban::drivers::devices
