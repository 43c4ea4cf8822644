// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QJsonObject>
#include <QSize>
#include <QString>

#include <chrono>

namespace tongban::drivers::devices {

// What a descriptor says of a camera that V4L2 knows (UVC webcams, document cameras).
struct CameraOptions
{
    QString path;            // capture node or a link to it, e.g. /dev/v4l/by-id/…
    QSize size{1920, 1080};  // wanted; the camera may have only something near it
    int fps = 30;            // likewise
    std::chrono::milliseconds startTimeout{8000};   // from nothing to the first picture; a UVC camera takes 1-3 s
    std::chrono::milliseconds frameTimeout{2000};   // from picture to picture
    std::chrono::milliseconds captureTimeout{5000}; // a still page, judged and encoded

    // transport: kind "v4l2", path, width, height. options: fps, startTimeoutMs, frameTimeoutMs, captureTimeoutMs. All but
    // kind and path optional. Misconfigured names the key.
    static Result<CameraOptions> fromJson(const QJsonObject &transport, const QJsonObject &options);
};

} // namespace tongban::drivers::devices
