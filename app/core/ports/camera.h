// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/device.h"
#include "app/core/ports/document_scanner.h"

#include <QSize>

#include <memory>

namespace tongban::ports {

// One picture of a live stream, 32 bits a pixel in memory order B G R X (QImage::Format_RGB32), shared with the capture
// process: the pixels are not copied on their way to the screen and stay unchanged while `pixels` is held. At most two
// frames may be held at a time.
struct CameraFrame
{
    std::shared_ptr<const uchar> pixels;
    QSize size;
    int bytesPerLine = 0;
    quint64 sequence = 0; // grows by one a captured frame, from 1
};

// A camera or document camera (高拍仪). Live pictures for the person to aim by, still pages for the case.
class Camera : public Device
{
public:
    // Begins the stream; does nothing when it runs. Errors: DeviceAbsent, DeviceSilent, DeviceFault, Misconfigured,
    // Cancelled.
    virtual Result<void> start(Deadline deadline, std::stop_token stop) = 0;

    // The newest frame behind `after` (0: any). Errors: as start; DeviceSilent when the stream stands still, DeviceFault
    // when the capture process died.
    virtual Result<CameraFrame> frame(quint64 after, Deadline deadline, std::stop_token stop) = 0;

    // One still page from the running stream, within the profile and legible. Errors: PageIllegible and as frame.
    virtual Result<ScannedPage> capture(const PageProfile &profile, Deadline deadline, std::stop_token stop) = 0;
    // close() ends the stream: the lens is dark when nobody asked for it.
};

} // namespace tongban::ports
