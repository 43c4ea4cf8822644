// SPDX-License-Identifier: GPL-3.0-or-later
// Masks over any stream, cut anywhere: the same comes out as of the whole, as many bytes as went in (less a command that
// has not ended), and a second masking changes nothing.
#include "drivers/codec/code_mask.h"
#include "drivers/codec/escpos_mask.h"
#include "drivers/codec/sam_mask.h"
#include "tests/fuzz/fuzz_input.h"

using namespace tongban;
using namespace tongban::drivers::codec;

namespace {

template <class Mask> QByteArray fromDevice(const QByteArray &first, const QByteArray &second)
{
    Mask mask;
    static_cast<void>(mask.toDevice(QByteArray::fromHex("AAAAAA96690003300132")));
    const QByteArray begun = mask.fromDevice(first);
    return begun + mask.fromDevice(second);
}

template <class Mask> QByteArray toDevice(const QByteArray &first, const QByteArray &second)
{
    Mask mask;
    const QByteArray begun = mask.toDevice(first);
    return begun + mask.toDevice(second);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const qsizetype cut = size == 0 ? 0 : data[0] % static_cast<qsizetype>(size);
    const QByteArray first = bytes.first(cut);
    const QByteArray second = bytes.mid(cut);

    const QByteArray card = fromDevice<SamMask>(bytes, {});
    fuzz::require(card.size() == bytes.size());
    fuzz::require(fromDevice<SamMask>(first, second) == card);
    fuzz::require(fromDevice<SamMask>(card, {}) == card);

    const QByteArray receipt = toDevice<EscposMask>(bytes, {});
    fuzz::require(receipt.size() <= bytes.size());
    fuzz::require(toDevice<EscposMask>(first, second) == receipt);

    const QByteArray code = fromDevice<CodeMask>(bytes, {});
    fuzz::require(code.size() == bytes.size() && fromDevice<CodeMask>(first, second) == code);
    return 0;
}
