// SPDX-License-Identifier: GPL-3.0-or-later
// What a dying or mad child program may say.
#include "drivers/codec/child_message.h"
#include "tests/fuzz/fuzz_input.h"

using namespace tongban;
using drivers::codec::ChildMessageDecoder;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ChildMessageDecoder decoder;
    decoder.feed(fuzz::bytesOf(data, size));
    while (const auto message = decoder.next()) {
        if (!*message) {
            fuzz::require(message->error().kind == ErrorKind::ProtocolViolation);
            return 0; // nothing after it can be trusted
        }
        const QByteArray again = drivers::codec::encodeChildMessage((*message)->type, (*message)->payload);
        fuzz::require(again.size() == (*message)->payload.size() + 5);
        static_cast<void>(drivers::codec::errorFromPayload((*message)->payload));
    }
    return 0;
}
