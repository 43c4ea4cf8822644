// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/camera_node.h"

#include <QFile>

#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <umockdev.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace tongban::drivers::emulator {
namespace {

constexpr QSize sizes[] = {{640, 480}, {1280, 720}, {1920, 1080}};

// What the argument of the call points at; fetched from the client's memory once.
UMockdevIoctlData *argumentOf(UMockdevIoctlClient *client)
{
    const gulong request = umockdev_ioctl_client_get_request(client);
    return umockdev_ioctl_data_resolve(umockdev_ioctl_client_get_arg(client), 0, _IOC_SIZE(request), nullptr);
}

template <class Struct> Struct &as(UMockdevIoctlData *data)
{
    return *reinterpret_cast<Struct *>(data->data);
}

void copyName(__u8 *to, std::size_t room, const char *name)
{
    std::strncpy(reinterpret_cast<char *>(to), name, room - 1);
}

int tellCapability(v4l2_capability &capability)
{
    capability = {};
    copyName(capability.driver, sizeof capability.driver, "uvcvideo");
    copyName(capability.card, sizeof capability.card, "Tongban document camera");
    copyName(capability.bus_info, sizeof capability.bus_info, "usb-0000:00:14.0-3");
    capability.device_caps = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    capability.capabilities = capability.device_caps | V4L2_CAP_DEVICE_CAPS;
    return 0;
}

QSize nearest(const v4l2_pix_format &wanted)
{
    const auto distance = [&](QSize size) {
        return std::abs(size.width() - static_cast<int>(wanted.width)) +
               std::abs(size.height() - static_cast<int>(wanted.height));
    };
    return *std::min_element(std::begin(sizes), std::end(sizes),
                             [&](QSize a, QSize b) { return distance(a) < distance(b); });
}

void describeFormat(v4l2_pix_format &pix, CameraFormat format, QSize size)
{
    pix = {};
    pix.width = static_cast<__u32>(size.width());
    pix.height = static_cast<__u32>(size.height());
    pix.pixelformat = format == CameraFormat::Mjpeg ? V4L2_PIX_FMT_MJPEG : V4L2_PIX_FMT_YUYV;
    pix.field = V4L2_FIELD_NONE;
    pix.bytesperline = format == CameraFormat::Mjpeg ? 0 : 2 * pix.width;
    pix.sizeimage = 2 * pix.width * pix.height;
    pix.colorspace = V4L2_COLORSPACE_SRGB;
}

} // namespace

void CameraNode::Unref::operator()(void *object) const
{
    g_object_unref(object);
}

CameraNode::~CameraNode()
{
    if (m_memory)
        ::munmap(m_memory, buffers * bufferBytes);
}

bool CameraNode::mapFile(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC);
    if (fd < 0)
        return false;
    void *memory = MAP_FAILED;
    if (::ftruncate(fd, buffers * bufferBytes) == 0)
        memory = ::mmap(nullptr, buffers * bufferBytes, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    ::close(fd);
    const std::lock_guard lock(m_mutex);
    m_memory = memory == MAP_FAILED ? nullptr : static_cast<uchar *>(memory);
    return m_memory != nullptr;
}

void CameraNode::setFault(CameraFault fault)
{
    const std::lock_guard lock(m_mutex);
    m_fault = fault;
}

void CameraNode::vanish()
{
    const std::lock_guard lock(m_mutex);
    m_isGone = true;
    m_streaming = 0;
    if (const Client client = std::move(m_waiting))
        umockdev_ioctl_client_complete(client.get(), -1, ENODEV);
}

bool CameraNode::ioctl(UMockdevIoctlClient *client)
{
    UMockdevIoctlData *argument = argumentOf(client);
    const std::lock_guard lock(m_mutex);
    if (m_isGone) {
        umockdev_ioctl_client_complete(client, -1, ENODEV);
        return true;
    }
    const gulong request = umockdev_ioctl_client_get_request(client);
    if (request == VIDIOC_DQBUF && isStreaming()) {
        await(client);
        return true;
    }
    if (request == VIDIOC_STREAMON)
        begin(client);
    const int error = argument ? answer(request, argument) : EFAULT;
    umockdev_ioctl_client_complete(client, error == 0 ? 0 : -1, error);
    return true;
}

int CameraNode::answer(unsigned long request, UMockdevIoctlData *argument)
{
    switch (request) {
    case VIDIOC_QUERYCAP:
        return tellCapability(as<v4l2_capability>(argument));
    case VIDIOC_G_FMT:
        describeFormat(as<v4l2_format>(argument).fmt.pix, m_format, m_size);
        return 0;
    case VIDIOC_TRY_FMT:
        return negotiate(as<v4l2_format>(argument), false);
    case VIDIOC_S_FMT:
        return negotiate(as<v4l2_format>(argument), true);
    case VIDIOC_S_PARM:
        m_fps = std::clamp(as<v4l2_streamparm>(argument).parm.capture.timeperframe.denominator, 5u, 30u);
        [[fallthrough]];
    case VIDIOC_G_PARM:
        as<v4l2_streamparm>(argument).parm.capture.timeperframe = {1, m_fps};
        return 0;
    case VIDIOC_REQBUFS:
        as<v4l2_requestbuffers>(argument).count =
            std::min<__u32>(as<v4l2_requestbuffers>(argument).count, buffers);
        m_queue.clear();
        return 0;
    case VIDIOC_QUERYBUF:
        return describe(as<v4l2_buffer>(argument));
    case VIDIOC_QBUF:
        m_queue.push_back(as<v4l2_buffer>(argument).index % buffers);
        return 0;
    case VIDIOC_STREAMON:
        return 0;
    case VIDIOC_STREAMOFF:
        m_streaming = 0;
        m_queue.clear();
        return 0;
    case VIDIOC_DQBUF: // of a stream that does not run
        return EINVAL;
    default: // controls, inputs, cropping: this camera has none
        return ENOTTY;
    }
}

int CameraNode::negotiate(v4l2_format &format, bool isForGood)
{
    if (format.type != V4L2_BUF_TYPE_VIDEO_CAPTURE)
        return EINVAL;
    const auto chosen =
        format.fmt.pix.pixelformat == V4L2_PIX_FMT_MJPEG ? CameraFormat::Mjpeg : CameraFormat::Yuyv;
    const QSize size = nearest(format.fmt.pix);
    describeFormat(format.fmt.pix, chosen, size);
    if (isForGood) {
        m_format = chosen;
        m_size = size;
    }
    return 0;
}

int CameraNode::describe(v4l2_buffer &buffer) const
{
    if (buffer.index >= buffers)
        return EINVAL;
    buffer.length = static_cast<__u32>(bufferBytes);
    buffer.m.offset = static_cast<__u32>(buffer.index * bufferBytes);
    buffer.flags = V4L2_BUF_FLAG_MAPPED | V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC;
    return 0;
}

void CameraNode::begin(UMockdevIoctlClient *client)
{
    struct Run
    {
        std::weak_ptr<CameraNode> node;
        quint64 number;
    };
    if (const Client left = std::move(m_waiting)) // of a program that was ended while it waited
        umockdev_ioctl_client_complete(left.get(), -1, EIO);
    m_streaming = ++m_lastStreaming;
    m_due = std::chrono::steady_clock::now();
    // A driver ends the stream when the last file is closed, whatever became of the program.
    g_object_weak_ref(
        G_OBJECT(client),
        [](gpointer data, GObject *) {
            const std::unique_ptr<Run> run(static_cast<Run *>(data));
            if (const auto node = run->node.lock())
                node->m_streaming.compare_exchange_strong(run->number, 0);
        },
        new Run{weak_from_this(), m_lastStreaming});
}

void CameraNode::await(UMockdevIoctlClient *client)
{
    if (m_waiting) { // another open file of the same node
        umockdev_ioctl_client_complete(client, -1, EBUSY);
        return;
    }
    m_waiting.reset(static_cast<UMockdevIoctlClient *>(g_object_ref(client)));
    const auto period = std::chrono::microseconds(1'000'000 / m_fps);
    m_due = std::max(m_due + period, std::chrono::steady_clock::now() - period); // a sensor does not wait
    armTimer();
}

void CameraNode::armTimer()
{
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(m_due - std::chrono::steady_clock::now()).count();
    GSource *timer = g_timeout_source_new(static_cast<guint>(std::max<qint64>(left, 0)));
    g_source_set_callback(
        timer,
        [](gpointer data) -> gboolean {
            if (const auto node = static_cast<std::weak_ptr<CameraNode> *>(data)->lock()) {
                const std::lock_guard lock(node->m_mutex);
                node->expose();
            }
            return G_SOURCE_REMOVE;
        },
        new std::weak_ptr<CameraNode>(weak_from_this()),
        [](gpointer data) { delete static_cast<std::weak_ptr<CameraNode> *>(data); });
    g_source_attach(timer, g_main_context_get_thread_default());
    g_source_unref(timer);
}

void CameraNode::expose()
{
    if (!m_waiting)
        return;
    if (!isStreaming() || m_fault == CameraFault::Hang || m_queue.empty() || !m_memory) {
        m_due = std::chrono::steady_clock::now() + std::chrono::milliseconds(20); // looks again
        return armTimer();
    }
    QByteArray picture = m_scene.picture(m_format, m_size);
    if (m_fault == CameraFault::Garbage)
        picture = CameraScene::rubbish(picture.size());
    const unsigned index = m_queue.front();
    m_queue.pop_front();
    const auto length = std::min<qint64>(picture.size(), bufferBytes);
    std::memcpy(m_memory + index * bufferBytes, picture.constData(), static_cast<std::size_t>(length));

    const Client client = std::move(m_waiting);
    auto &buffer = as<v4l2_buffer>(argumentOf(client.get()));
    buffer.index = index;
    static_cast<void>(describe(buffer));
    buffer.bytesused = static_cast<__u32>(length);
    buffer.sequence = m_sequence++;
    buffer.field = V4L2_FIELD_NONE;
    const auto now = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
    buffer.timestamp.tv_sec = now.count() / 1'000'000;
    buffer.timestamp.tv_usec = now.count() % 1'000'000;
    umockdev_ioctl_client_complete(client.get(), 0, 0);
}

} // namespace tongban::drivers::emulator
