// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the conversation with the smart card program: what is taken for a message goes back to the same value.
#include "drivers/devices/smart_card_reader/smart_card_protocol.h"
#include "tests/fuzz/fuzz_input.h"

using namespace tongban;
using namespace tongban::drivers;
using namespace tongban::drivers::devices;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    codec::ChildMessageDecoder decoder;
    decoder.feed(fuzz::bytesOf(data, size));
    while (const auto message = decoder.next()) {
        if (!*message)
            break;
        const QByteArray &payload = (*message)->payload;
        if (const auto card = smartCardFromPayload(payload))
            fuzz::require(smartCardToPayload(*card) == payload);
        if (const auto seen = SeenCard::fromPayload(payload))
            fuzz::require(SeenCard::fromPayload(seen->toPayload())->event == seen->event);
        if (const auto request = SmartCardRequest::fromPayload(payload))
            fuzz::require(SmartCardRequest::fromPayload(request->toPayload())->given == request->given);
    }
    return 0;
}
