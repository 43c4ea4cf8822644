// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-camera with a scripted camera in place of V4L2: the same line, loop, ring and decoders. The "device" of the
// start says what it sees, or in which way it goes wrong after some good pictures.
#include "drivers/devices/camera/capture_loop.h"
#include "tests/fault/scripted_camera.h"

#include <csignal>
#include <cstdlib>
#include <unistd.h>

using namespace tongban;
using namespace tongban::drivers::devices;
using test::ScriptedCamera;
using Type = CameraMessage::Type;

namespace {

constexpr int goodPictures = 5;

// The scripted camera, until its misfortune.
class BadCamera final : public FrameSource
{
public:
    BadCamera(const CameraStart &start)
        : m_camera(ScriptedCamera::Scene::Pattern, start.size, start.fps), m_misfortune(start.device)
    {}

    Result<RawFrame> next() override
    {
        auto frame = m_camera.next();
        if (++m_pictures <= (m_misfortune.endsWith(QStringLiteral("-at-start")) ? 0 : goodPictures))
            return frame;
        if (m_misfortune.startsWith(QStringLiteral("crash"))) {
            std::signal(SIGSEGV, SIG_DFL);
            ::raise(SIGSEGV);
        }
        if (m_misfortune.startsWith(QStringLiteral("hang"))) {
            while (true)
                ::pause();
        }
        if (m_misfortune == QStringLiteral("frozen"))
            ::raise(SIGSTOP); // not even the watchdog runs
        if (m_misfortune == QStringLiteral("unplugged"))
            return fail(ErrorKind::DeviceAbsent, QStringLiteral("camera.capture"));
        if (m_misfortune.startsWith(QStringLiteral("corrupt"))) { // of a camera that speaks MJPEG: noise
            frame->format = RawFrame::Format::Mjpeg;
            return frame;
        }
        if (m_misfortune == QStringLiteral("short")) // half a picture
            frame->bytes = frame->bytes.first(frame->bytes.size() / 2);
        if (m_misfortune == QStringLiteral("resized"))
            frame->size = frame->size.transposed();
        return frame;
    }

private:
    ScriptedCamera m_camera;
    QString m_misfortune;
    int m_pictures = 0;
};

// What a program says that is not itself any more.
void babble(KioskLine &line, const CameraStart &start)
{
    const RingGeometry geometry = RingGeometry::of(start.size, RingGeometry::Format::Bgrx);
    if (start.device == QStringLiteral("babble"))
        line.say(static_cast<Type>('?'));
    if (start.device == QStringLiteral("no-memory"))
        line.say(Type::Memory, geometry.toPayload());
    if (start.device == QStringLiteral("out-of-turn"))
        line.say(Type::Frame, sequenceToPayload(1));
    const auto ring = RingMemory::make(geometry, start.firstSequence);
    if (start.device == QStringLiteral("small-memory"))
        line.sayWithDescriptor(Type::Memory, RingGeometry::of(start.size * 2, RingGeometry::Format::Bgrx).toPayload(),
                               (*ring)->descriptor());
    if (start.device == QStringLiteral("mad-ring")) {
        reinterpret_cast<RingHeader *>((*ring)->slot(0) - ringPage)->newest = 1 << 8 | 99;
        line.sayWithDescriptor(Type::Memory, geometry.toPayload(), (*ring)->descriptor());
    }
    if (start.device == QStringLiteral("flood")) {
        line.sayWithDescriptor(Type::Memory, geometry.toPayload(), (*ring)->descriptor());
        while (true)
            line.say(Type::Frame, sequenceToPayload(1));
    }
    while (true)
        ::pause();
}

Error run(KioskLine &line, const CameraStart &start)
{
    for (const char *words : {"babble", "no-memory", "out-of-turn", "small-memory", "mad-ring", "flood"}) {
        if (start.device == QLatin1String(words))
            babble(line, start);
    }
    if (start.device == QStringLiteral("absent"))
        return {ErrorKind::DeviceAbsent, QStringLiteral("camera.open"), {}};
    std::unique_ptr<FrameSource> camera;
    if (start.device == QStringLiteral("codes"))
        camera = std::make_unique<ScriptedCamera>(ScriptedCamera::Scene::Codes, start.size, start.fps);
    else
        camera = std::make_unique<BadCamera>(start);
    return CaptureLoop(*camera, line, start).run();
}

} // namespace

int main()
{
    static KioskLine line;
    const auto start = line.awaitStart();
    if (!start)
        ::_exit(EXIT_FAILURE);
    line.listen();
    line.say(Type::Failure, drivers::codec::errorToPayload(run(line, *start)));
    ::_exit(EXIT_SUCCESS);
}
