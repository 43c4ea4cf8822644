// SPDX-License-Identifier: GPL-3.0-or-later
// The far side of /dev/video0: a UVC camera as the V4L2 driver shows it (linux/videodev2.h), memory-mapped streaming only.
// Lives from one plugging in to the next unplugging. Calls come on the test bed's thread and on the desk's: all members
// are guarded.
#pragma once

#include "drivers/emulator/camera_scene.h"
#include "drivers/emulator/testbed.h"

#include <atomic>
#include <chrono>
#include <deque>
#include <memory>
#include <mutex>

struct v4l2_buffer;
struct v4l2_format;
struct _UMockdevIoctlData;

namespace tongban::drivers::emulator {

enum class CameraFault { None, Hang, Garbage };

class CameraNode final : public TestbedNode, public std::enable_shared_from_this<CameraNode>
{
public:
    static constexpr int buffers = 4;
    static constexpr qint64 bufferBytes = 4 * 1024 * 1024; // 1920 × 1080 in YUYV, whole pages

    explicit CameraNode(CameraScene &scene) : m_scene(scene) {}
    ~CameraNode() override;

    // The node's file, that both sides map (DEVICES §6). False: it cannot be had.
    [[nodiscard]] bool mapFile(const QString &path);
    void setFault(CameraFault fault);
    void vanish(); // unplugged: what waits ends with ENODEV, and so does everything later
    [[nodiscard]] bool isStreaming() const { return m_streaming != 0; } // the lens is lit

    [[nodiscard]] bool ioctl(_UMockdevIoctlClient *client) override;

private:
    struct Unref
    {
        void operator()(void *object) const;
    };
    using Client = std::unique_ptr<_UMockdevIoctlClient, Unref>;

    // With the mutex held; the errno, 0: done.
    [[nodiscard]] int answer(unsigned long request, _UMockdevIoctlData *argument);
    [[nodiscard]] int negotiate(v4l2_format &format, bool isForGood);
    [[nodiscard]] int describe(v4l2_buffer &buffer) const;
    void begin(_UMockdevIoctlClient *client); // VIDIOC_STREAMON
    void await(_UMockdevIoctlClient *client); // VIDIOC_DQBUF
    void armTimer();
    void expose(); // the time of a picture has come

    CameraScene &m_scene;
    mutable std::mutex m_mutex;
    uchar *m_memory = nullptr;
    bool m_isGone = false;
    // Which streaming is under way, 0: none. Also ended by the end of the kiosk's program, under no lock.
    std::atomic<quint64> m_streaming = 0;
    quint64 m_lastStreaming = 0;
    CameraFault m_fault = CameraFault::None;
    CameraFormat m_format = CameraFormat::Yuyv; // what the driver begins with
    QSize m_size{640, 480};
    unsigned m_fps = 30;
    std::deque<unsigned> m_queue; // buffers that the kiosk gave
    Client m_waiting;             // asked for a picture
    quint32 m_sequence = 0;
    std::chrono::steady_clock::time_point m_due;
};

} // namespace tongban::drivers::emulator
