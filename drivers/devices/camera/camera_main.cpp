// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-camera: captures and decodes for the kiosk in a process of its own, because capture hangs and decoders crash.
// Speaks camera_protocol on standard input and output; pictures live in memory only, never on a disk.
#include "drivers/devices/camera/capture_loop.h"
#include "drivers/devices/camera/v4l2_source.h"

#include <cstdlib>
#include <unistd.h>

using namespace tongban;
using namespace tongban::drivers::devices;

namespace {

Error captureFor(KioskLine &line, const CameraStart &start)
{
    line.watch(start.startTimeout);
    const auto source = V4l2Source::open(start);
    line.watch(std::nullopt);
    return source ? CaptureLoop(**source, line, start).run() : source.error();
}

void serve(KioskLine &line)
{
    const auto start = line.awaitStart();
    if (!start)
        return;
    line.listen();
    if (start->mode != CameraMode::Probe) {
        line.say(CameraMessage::Type::Failure, drivers::codec::errorToPayload(captureFor(line, *start)));
        return;
    }
    line.watch(start->startTimeout);
    const auto seen = lookAtNode(start->device);
    line.watch(std::nullopt);
    if (seen)
        line.say(CameraMessage::Type::Present);
    else
        line.say(CameraMessage::Type::Failure, drivers::codec::errorToPayload(seen.error()));
}

} // namespace

int main()
{
    static KioskLine line;
    serve(line);
    ::_exit(EXIT_SUCCESS); // the line's thread still uses it
}
