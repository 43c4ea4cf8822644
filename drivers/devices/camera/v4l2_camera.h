// SPDX-License-Identifier: GPL-3.0-or-later
// A camera or document camera behind V4L2. Capture runs in tongban-camera, a process of its own; pictures come through
// shared memory without a copy.
#pragma once

#include "app/core/ports/camera.h"
#include "drivers/devices/camera/camera_child.h"

namespace tongban::drivers::devices {

class V4l2Camera final : public ports::Camera // all calls on the camera's Lane; frames may be let go anywhere
{
public:
    V4l2Camera(CameraOptions options, QString program)
        : m_child(std::move(options), std::move(program), CameraMode::Preview)
    {}

    Result<void> start(Deadline deadline, std::stop_token stop) override { return m_child.start(deadline, stop); }
    Result<ports::CameraFrame> frame(quint64 after, Deadline deadline, std::stop_token stop) override
    {
        return m_child.frame(after, deadline, stop);
    }
    Result<ports::ScannedPage> capture(const ports::PageProfile &profile, Deadline deadline,
                                       std::stop_token stop) override
    {
        return m_child.capture(profile, deadline, stop);
    }
    Result<void> probe(Deadline deadline, std::stop_token stop) override { return m_child.probe(deadline, stop); }
    void close() override { m_child.close(); }

private:
    CameraChild m_child;
};

} // namespace tongban::drivers::devices
