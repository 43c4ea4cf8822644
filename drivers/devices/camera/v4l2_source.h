// SPDX-License-Identifier: GPL-3.0-or-later
// A V4L2 capture device through OpenCV's V4L2 backend. In the camera program only: OpenCV's videoio is heavy, and what it
// stands on (drivers of cheap cameras) hangs.
#pragma once

#include "drivers/devices/camera/camera_protocol.h"
#include "drivers/devices/camera/frame_source.h"

#include <opencv2/videoio.hpp>

#include <memory>

namespace tongban::drivers::devices {

// Is there a capture device? Opens the node and asks what it is (VIDIOC_QUERYCAP): no lens is lit. DeviceAbsent;
// DeviceFault (the system refuses); ProtocolViolation (it is there and is no capture device).
Result<void> lookAtNode(const QString &path);

class V4l2Source final : public FrameSource
{
public:
    // MJPEG, or YUYV, or grey, what the camera has, near the wanted size. Besides lookAtNode's errors: DeviceFault when
    // another program has the camera or none of the formats goes.
    static Result<std::unique_ptr<V4l2Source>> open(const CameraStart &start);
    Result<RawFrame> next() override;

private:
    V4l2Source(QString path, cv::VideoCapture capture);

    QString m_path;
    cv::VideoCapture m_capture;
    RawFrame::Format m_format = RawFrame::Format::Mjpeg;
    QSize m_size;
    cv::Mat m_raw;
};

} // namespace tongban::drivers::devices
