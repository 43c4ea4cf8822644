// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/camera/v4l2_source.h"

#include "drivers/transport/file_descriptor.h"

#include <QFile>

#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>

#include <cerrno>
#include <cstring>

namespace tongban::drivers::devices {

namespace {

QString where()
{
    return QStringLiteral("camera.open");
}

bool isGone(int error)
{
    return error == ENOENT || error == ENODEV || error == ENXIO || error == ENOTDIR;
}

tl::unexpected<Error> refused(int error)
{
    return fail(isGone(error) ? ErrorKind::DeviceAbsent : ErrorKind::DeviceFault, where(),
                QString::fromLocal8Bit(std::strerror(error)));
}

std::optional<RawFrame::Format> formatOf(int fourcc)
{
    if (fourcc == cv::VideoWriter::fourcc('M', 'J', 'P', 'G') || fourcc == cv::VideoWriter::fourcc('J', 'P', 'E', 'G'))
        return RawFrame::Format::Mjpeg;
    if (fourcc == cv::VideoWriter::fourcc('Y', 'U', 'Y', 'V'))
        return RawFrame::Format::Yuyv;
    if (fourcc == cv::VideoWriter::fourcc('G', 'R', 'E', 'Y'))
        return RawFrame::Format::Grey;
    return std::nullopt;
}

int propertyOf(const cv::VideoCapture &capture, int property)
{
    return static_cast<int>(capture.get(property));
}

// A camera that has no MJPEG at the wanted size says so by staying at what it was.
std::optional<RawFrame::Format> chooseFormat(cv::VideoCapture &capture, const CameraStart &start)
{
    capture.set(cv::CAP_PROP_CONVERT_RGB, 0); // conversion is ours: one decoding, straight to where it belongs
    for (const char *name : {"MJPG", "YUYV", "GREY"}) {
        capture.set(cv::CAP_PROP_FOURCC, cv::VideoWriter::fourcc(name[0], name[1], name[2], name[3]));
        capture.set(cv::CAP_PROP_FRAME_WIDTH, start.size.width());
        capture.set(cv::CAP_PROP_FRAME_HEIGHT, start.size.height());
        capture.set(cv::CAP_PROP_FPS, start.fps);
        const auto format = formatOf(propertyOf(capture, cv::CAP_PROP_FOURCC));
        if (format && capture.isOpened())
            return format;
    }
    return std::nullopt;
}

} // namespace

Result<void> lookAtNode(const QString &path)
{
    const transport::FileDescriptor node(::open(QFile::encodeName(path).constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC));
    if (!node.isValid())
        return refused(errno);
    v4l2_capability capability{};
    if (::ioctl(node.get(), VIDIOC_QUERYCAP, &capability) != 0) {
        const int error = errno;
        if (error != ENOTTY && error != EINVAL)
            return refused(error);
        return fail(ErrorKind::ProtocolViolation, where(), QStringLiteral("no video device"));
    }
    const auto can = (capability.capabilities & V4L2_CAP_DEVICE_CAPS) != 0 ? capability.device_caps
                                                                           : capability.capabilities;
    const auto wanted = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    if ((can & wanted) != wanted)
        return fail(ErrorKind::ProtocolViolation, where(), QStringLiteral("a video device that captures nothing"));
    return {};
}

V4l2Source::V4l2Source(QString path, cv::VideoCapture capture)
    : m_path(std::move(path)), m_capture(std::move(capture)),
      m_size(propertyOf(m_capture, cv::CAP_PROP_FRAME_WIDTH), propertyOf(m_capture, cv::CAP_PROP_FRAME_HEIGHT))
{}

Result<std::unique_ptr<V4l2Source>> V4l2Source::open(const CameraStart &start)
{
    if (const auto seen = lookAtNode(start.device); !seen)
        return fail(seen.error());
    cv::VideoCapture capture(start.device.toStdString(), cv::CAP_V4L2);
    if (!capture.isOpened())
        return fail(ErrorKind::DeviceFault, where(), QStringLiteral("cannot be opened; another program may have it"));
    const auto format = chooseFormat(capture, start);
    if (!format)
        return fail(ErrorKind::DeviceFault, where(), QStringLiteral("has neither MJPEG nor YUYV nor grey pictures"));
    std::unique_ptr<V4l2Source> source(new V4l2Source(start.device, std::move(capture)));
    source->m_format = *format;
    return source;
}

Result<RawFrame> V4l2Source::next()
{
    // read() is false, isOpened() stays true when the camera was unplugged: the node itself is asked.
    if (!m_capture.read(m_raw)) {
        if (const auto seen = lookAtNode(m_path); !seen)
            return fail(seen.error());
        return fail(ErrorKind::DeviceFault, QStringLiteral("camera.capture"),
                    QStringLiteral("the camera gives no more pictures"));
    }
    const std::span<const uchar> bytes(m_raw.data, m_raw.total() * m_raw.elemSize());
    return RawFrame{.format = m_format, .size = m_size, .bytes = bytes};
}

} // namespace tongban::drivers::devices
