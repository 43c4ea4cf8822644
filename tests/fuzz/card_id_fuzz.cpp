// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a card's response: an id that was in it, a length to ask again with, or CardUnreadable.
#include "drivers/codec/card_id.h"
#include "tests/fuzz/fuzz_input.h"

using namespace tongban;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const auto answer = drivers::codec::decodeCardId(bytes);
    if (answer)
        fuzz::require(bytes.startsWith(answer->id) && (answer->id.isEmpty() || !answer->askFor));
    else
        fuzz::require(answer.error().kind == ErrorKind::CardUnreadable);
    return 0;
}
