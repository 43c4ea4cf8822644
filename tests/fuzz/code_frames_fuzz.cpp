// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte chooses the suffix and how the rest is cut into pieces; pieces of any size give the same frames.
#include "drivers/codec/code_frames.h"
#include "tests/fuzz/fuzz_input.h"

#include <QByteArrayList>

#include <algorithm>

using namespace tongban;
using namespace tongban::drivers::codec;

namespace {

QByteArrayList framesOf(CodeEnding ending, const QByteArray &bytes, qsizetype chunk)
{
    CodeFrames frames(ending);
    QByteArrayList got;
    for (qsizetype i = 0; i < bytes.size(); i += chunk) {
        frames.feed(bytes.mid(i, chunk));
        while (const auto frame = frames.next())
            got << *frame;
    }
    if (const auto last = frames.endBySilence())
        got << *last;
    return got;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const auto ending = static_cast<CodeEnding>(data[0] % 5);
    const qsizetype chunk = data[0] / 5 + 1;
    const QByteArray bytes = fuzz::bytesOf(data + 1, size - 1);
    const QByteArrayList frames = framesOf(ending, bytes, chunk);
    fuzz::require(frames == framesOf(ending, bytes, std::max<qsizetype>(bytes.size(), 1)));
    for (const QByteArray &frame : frames)
        fuzz::require(!frame.isEmpty() && frame.size() <= bytes.size());
    return 0;
}
