// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/camera_rig.h"
#include "tests/fault/matrix/rigs.h"

#include <atomic>

namespace tongban::tests {

namespace {

using namespace std::chrono_literals;

class V4l2Camera final : public CameraRig
{
public:
    [[nodiscard]] domain::DeviceClass deviceClass() const override { return domain::DeviceClass::Camera; }
    [[nodiscard]] QJsonObject descriptor() const override { return describe("camera", "v4l2"); }

    [[nodiscard]] QString prepareToBreak() override
    {
        m_isStreaming = true;
        return {};
    }
    [[nodiscard]] QString prepareToSucceed() override
    {
        m_isStreaming = false;
        return {};
    }

    // The live picture, as a screen shows it: the first one, or one behind the other until it is broken.
    [[nodiscard]] Result<void> work(drivers::registry::DeviceManager &devices, std::stop_token stop) override
    {
        const auto shown = watch(devices.camera(), stop);
        devices.camera().close(); // the lens is dark when nobody asked for it
        return shown;
    }

private:
    Result<void> watch(ports::Camera &camera, const std::stop_token &stop)
    {
        const auto started = camera.start(Deadline::in(10s), stop);
        if (!started)
            return started;
        quint64 last = 0;
        do {
            const auto frame = camera.frame(last, Deadline::in(5s), stop);
            if (!frame)
                return fail(frame.error());
            last = frame->sequence;
        } while (m_isStreaming);
        return {};
    }

    std::atomic_bool m_isStreaming = false;
};

} // namespace

std::unique_ptr<DeviceRig> v4l2Camera()
{
    return std::make_unique<V4l2Camera>();
}

} // namespace tongban::tests
