// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a file holds, reading it ends; what was read writes itself to what is read again.
#include "drivers/transport/recording.h"
#include "tests/fuzz/fuzz_input.h"

using namespace tongban;
using namespace tongban::drivers::transport;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto recording = parseRecording(fuzz::bytesOf(data, size));
    if (!recording)
        return 0;
    QByteArray lines = headerLine(recording->device, recording->mask);
    for (const RecordingEntry &entry : recording->entries)
        lines += lineOf(entry);
    const auto again = parseRecording(lines);
    fuzz::require(again && again->entries == recording->entries);
    return 0;
}
