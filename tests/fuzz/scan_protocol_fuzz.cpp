// SPDX-License-Identifier: GPL-3.0-or-later
// What passes between the kiosk and its scan program: a stream of messages, and each payload read as every kind of
// payload. What is taken goes through once more and comes back the same.
#include "drivers/devices/document_scanner/scan_protocol.h"
#include "tests/fuzz/fuzz_input.h"

using namespace tongban;
using namespace tongban::drivers::devices;

namespace {

void readAsEverything(const QByteArray &payload)
{
    if (const auto request = ScanRequest::fromPayload(payload)) {
        const auto again = ScanRequest::fromPayload(request->toPayload());
        fuzz::require(again && again->device == request->device && again->settings == request->settings &&
                      again->maxPages == request->maxPages && again->duplex == request->duplex);
    } else {
        fuzz::require(request.error().kind == ErrorKind::ProtocolViolation);
    }
    if (const auto page = pageFromPayload(payload))
        fuzz::require(!page->size.isEmpty() && !page->jpeg.isEmpty() && pageToPayload(*page) == payload);
    if (const auto thumbnail = thumbnailFromPayload(payload))
        fuzz::require(!thumbnail->size.isEmpty() && thumbnail->jpeg.size() <= ports::PageThumbnail::maxBytes &&
                      thumbnailToPayload(*thumbnail) == payload);
    if (const auto percent = percentFromPayload(payload))
        fuzz::require(*percent >= 0 && *percent <= 100);
    static_cast<void>(errorFromPayload(payload));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    readAsEverything(bytes);
    ScanMessageDecoder decoder;
    decoder.feed(bytes);
    while (const auto message = decoder.next()) {
        if (!*message) {
            fuzz::require(message->error().kind == ErrorKind::ProtocolViolation);
            return 0;
        }
        readAsEverything((*message)->payload);
    }
    return 0;
}
