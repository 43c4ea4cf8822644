// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the photo program's answer and as the kiosk's request: a picture that is one, a request that comes back
// as the same bytes, else ProtocolViolation or the error that was told.
#include "drivers/devices/id_card_reader/photo/photo_protocol.h"
#include "tests/fuzz/fuzz_input.h"

using namespace tongban;
using namespace tongban::drivers;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    codec::ChildMessageDecoder decoder;
    decoder.feed(bytes);
    while (const auto message = decoder.next()) {
        if (!*message)
            break;
        const auto photo = devices::photoOfAnswer(**message);
        fuzz::require(!photo || devices::isPhotoBmp(*photo));
        if (const auto request = devices::PhotoRequest::fromPayload((*message)->payload); request)
            fuzz::require(request->wlt.size() == devices::photoWltBytes && !request->library.isNull());
    }
    return 0;
}
