// SPDX-License-Identifier: GPL-3.0-or-later
// Any reports of two scanners with different descriptors; the first byte says which.
#include "drivers/codec/hid_pos_report.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/unit/drivers/hid_descriptors.h"

using namespace tongban;
using namespace tongban::drivers::codec;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    static const HidPosLayout layouts[] = {*hidPosLayoutOf(tests::scannerDescriptor()),
                                           *hidPosLayoutOf(tests::otherScannerDescriptor())};
    const HidPosLayout &layout = layouts[data[0] % 2];
    const QByteArray bytes = fuzz::bytesOf(data + 1, size - 1);
    HidPosDecoder decoder(layout);
    for (qsizetype i = 0; i < bytes.size(); i += layout.longestReport) {
        const auto code = decoder.feed(bytes.mid(i, layout.longestReport));
        if (!code)
            fuzz::require(code.error().kind == ErrorKind::ProtocolViolation && !decoder.hasPending());
        else if (*code)
            fuzz::require(!(*code)->bytes.isEmpty() && (*code)->bytes.size() <= bytes.size());
    }
    return 0;
}
