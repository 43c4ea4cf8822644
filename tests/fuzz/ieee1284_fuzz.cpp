// SPDX-License-Identifier: GPL-3.0-or-later
// Any device id: what comes out can stand in a log, and the length in front changes nothing.
#include "drivers/codec/ieee1284.h"
#include "tests/fuzz/fuzz_input.h"

using namespace tongban;
using drivers::codec::parseIeee1284;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const auto id = parseIeee1284(bytes);
    if (id) {
        for (const QString &text : QStringList{id->manufacturer, id->model, id->deviceClass} + id->commandSets) {
            for (const QChar character : text)
                fuzz::require(character.unicode() >= 0x20 && character.unicode() < 0x7F);
        }
    }
    if (size > 1 && data[0] >= 0x20 && data[1] >= 0x20) { // without a length of its own
        const auto prefixed = parseIeee1284(QByteArray(1, '\0') + static_cast<char>(size + 2) + bytes);
        fuzz::require(prefixed.has_value() == id.has_value());
        fuzz::require(!id || (prefixed->model == id->model && prefixed->isPrinter() == id->isPrinter()));
    }
    return 0;
}
