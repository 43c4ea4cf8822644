// SPDX-License-Identifier: GPL-3.0-or-later
// Any report descriptor: fields that lie inside their reports, or ProtocolViolation.
#include "drivers/codec/hid_pos_report.h"
#include "tests/fuzz/fuzz_input.h"

using namespace tongban;
using namespace tongban::drivers::codec;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const auto parsed = parseHidReportDescriptor(bytes);
    const auto layout = hidPosLayoutOf(bytes);
    if (!parsed) {
        fuzz::require(parsed.error().kind == ErrorKind::ProtocolViolation && !layout);
        return 0;
    }
    for (const HidField &field : parsed->fields)
        fuzz::require(field.count > 0 && field.bitSize > 0 && field.bitOffset >= 0 &&
                      field.bitOffset + field.bitSize * field.count <= parsed->bitsOfReport.value(field.reportId));
    if (layout) { // what such a device may send: nothing but zeros and ones
        HidPosDecoder decoder(*layout);
        for (const char fill : {'\0', '\xFF'})
            static_cast<void>(decoder.feed(QByteArray(layout->longestReport, fill)));
    }
    return 0;
}
