// SPDX-License-Identifier: GPL-3.0-or-later
// A code scanner that looks through the camera.
#include "tests/fault/matrix/camera_rig.h"
#include "tests/fault/matrix/rigs.h"
#include "tests/fault/scripted_camera.h"

#include <QImage>

namespace tongban::tests {

namespace {

using namespace std::chrono_literals;

class CameraCodeScanner final : public CameraRig
{
public:
    [[nodiscard]] domain::DeviceClass deviceClass() const override { return domain::DeviceClass::CodeScanner; }
    [[nodiscard]] QJsonObject descriptor() const override { return describe("codeScanner", "camera-code"); }

    [[nodiscard]] QString prepareToBreak() override { return show({}); } // no code is held before it
    [[nodiscard]] QString prepareToSucceed() override
    {
        constexpr QSize size(640, 480);
        std::vector<uchar> grey(640 * 480, 200);
        test::drawCode(test::codeBytes(4), grey, size, {200, 100}, 7);
        const QString file = path(QStringLiteral("code.png"));
        return QImage(grey.data(), 640, 480, 640, QImage::Format_Grayscale8).save(file)
                   ? show(file)
                   : QStringLiteral("no picture of a code");
    }

    [[nodiscard]] Result<void> work(drivers::registry::DeviceManager &devices, std::stop_token stop) override
    {
        const auto code = devices.codeScanner().next(Deadline::in(20s), std::move(stop));
        devices.codeScanner().close();
        return code ? Result<void>() : Result<void>(fail(code.error()));
    }
};

} // namespace

std::unique_ptr<DeviceRig> cameraCodeScanner()
{
    return std::make_unique<CameraCodeScanner>();
}

} // namespace tongban::tests
