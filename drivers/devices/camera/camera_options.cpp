// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/camera/camera_options.h"

#include "drivers/devices/strict_object.h"

namespace tongban::drivers::devices {

Result<CameraOptions> CameraOptions::fromJson(const QJsonObject &transport, const QJsonObject &options)
{
    CameraOptions result;
    StrictObject wire(transport, QStringLiteral("transport."));
    static_cast<void>(wire.oneOf(QStringLiteral("kind"), {QStringLiteral("v4l2")}));
    result.path = wire.string(QStringLiteral("path"));
    const int width = wire.integer(QStringLiteral("width"), 160, 4608, result.size.width());
    const int height = wire.integer(QStringLiteral("height"), 120, 3456, result.size.height());
    result.size = {width, height};
    if (auto checked = wire.finish(); !checked)
        return fail(checked.error());

    StrictObject object(options, QStringLiteral("options."));
    const auto span = [&object](const char *key, std::chrono::milliseconds otherwise) {
        return object.milliseconds(QLatin1String(key), 50, 60'000, static_cast<int>(otherwise.count()));
    };
    result.fps = object.integer(QStringLiteral("fps"), 1, 120, result.fps);
    result.startTimeout = span("startTimeoutMs", result.startTimeout);
    result.frameTimeout = span("frameTimeoutMs", result.frameTimeout);
    result.captureTimeout = span("captureTimeoutMs", result.captureTimeout);
    if (auto checked = object.finish(); !checked)
        return fail(checked.error());
    return result;
}

} // namespace tongban::drivers::devices
