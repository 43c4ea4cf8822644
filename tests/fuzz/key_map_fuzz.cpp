// SPDX-License-Identifier: GPL-3.0-or-later
// Any events of an event node: ASCII, or nothing.
#include "drivers/codec/key_map.h"
#include "tests/fuzz/fuzz_input.h"

using namespace tongban;
using namespace tongban::drivers::codec;

namespace {

void requireAscii(const std::optional<QByteArray> &code)
{
    for (const char c : code.value_or(QByteArray()))
        fuzz::require((static_cast<unsigned char>(c) & 0x80U) == 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    KeyMap map;
    for (qsizetype i = 0; i + keyEventLength <= bytes.size(); i += keyEventLength) {
        map.feed(keyEventAt(bytes, i));
        requireAscii(map.take());
    }
    requireAscii(map.endBySilence());
    return 0;
}
