// SPDX-License-Identifier: GPL-3.0-or-later
// First byte: where the stream is cut. What comes in pieces is what comes in the whole, and quoting is undone by
// splitting.
#include "drivers/codec/nut_protocol.h"
#include "tests/fuzz/fuzz_input.h"

using namespace tongban;
using namespace tongban::drivers::codec;

namespace {

std::optional<Result<NutVariables>> listOf(const QByteArray &first, const QByteArray &rest)
{
    NutListDecoder decoder("su700");
    decoder.feed(first);
    if (auto early = decoder.next())
        return early;
    decoder.feed(rest);
    return decoder.next();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const QByteArray stream = fuzz::bytesOf(data + 1, size - 1);
    const qsizetype cut = stream.isEmpty() ? 0 : data[0] % stream.size();
    const auto whole = listOf(stream, {});
    const auto pieces = listOf(stream.first(cut), stream.mid(cut));
    fuzz::require(whole.has_value() == pieces.has_value());
    if (whole) {
        fuzz::require(whole->has_value() == pieces->has_value());
        if (*whole)
            static_cast<void>(powerStateOf(**whole));
        else
            fuzz::require((*whole).error().kind == (*pieces).error().kind);
    }
    const auto again = splitNutLine(quoteNutWord(stream));
    fuzz::require(again && *again == QByteArrayList{stream});
    return 0;
}
