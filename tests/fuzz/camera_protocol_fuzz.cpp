// SPDX-License-Identifier: GPL-3.0-or-later
// What a dying or mad camera program may say, and what a mad kiosk might.
#include "drivers/devices/camera/camera_protocol.h"
#include "drivers/devices/camera/frame_ring.h"
#include "tests/fuzz/fuzz_input.h"

using namespace tongban;
using namespace tongban::drivers::devices;

namespace {

// What was read is what would be written.
template <class T> void readAgain(const QByteArray &payload)
{
    const auto value = T::fromPayload(payload);
    if (!value) {
        fuzz::require(value.error().kind == ErrorKind::ProtocolViolation);
        return;
    }
    const auto again = T::fromPayload(value->toPayload());
    fuzz::require(again.has_value() && again->toPayload() == value->toPayload());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    CameraMessageDecoder decoder;
    decoder.feed(fuzz::bytesOf(data, size));
    while (const auto message = decoder.next()) {
        if (!*message)
            return 0; // nothing after it can be trusted
        const QByteArray &payload = (*message)->payload;
        readAgain<CameraStart>(payload);
        readAgain<CaptureWish>(payload);
        readAgain<SeenCode>(payload);
        readAgain<CapturedPage>(payload);
        readAgain<RefusedPage>(payload);
        readAgain<RingGeometry>(payload);
        static_cast<void>(ticketFromPayload(payload));
        static_cast<void>(sequenceFromPayload(payload));
        if (const auto geometry = RingGeometry::fromPayload(payload)) {
            fuzz::require(geometry->slotBytes >= static_cast<qint64>(geometry->bytesPerLine) * geometry->size.height());
            fuzz::require(geometry->memoryBytes() < qint64(1) << 30);
        }
    }
    return 0;
}
