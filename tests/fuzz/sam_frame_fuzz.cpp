// SPDX-License-Identifier: GPL-3.0-or-later
// A stream in two pieces: the decoder ends, gives what it would have given for the whole, and what it gives frames again
// to the same body.
#include "drivers/codec/sam_frame.h"
#include "drivers/codec/sam_status.h"
#include "tests/fuzz/fuzz_input.h"

#include <vector>

using namespace tongban;
using drivers::codec::SamFrameDecoder;

namespace {

std::vector<SamFrameDecoder::Body> framesOf(const QByteArray &first, const QByteArray &second)
{
    SamFrameDecoder decoder;
    std::vector<SamFrameDecoder::Body> frames;
    for (const QByteArray &piece : {first, second}) {
        decoder.feed(piece);
        while (auto frame = decoder.next())
            frames.push_back(std::move(*frame));
    }
    return frames;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const qsizetype cut = size == 0 ? 0 : data[0] % static_cast<qsizetype>(size);
    const auto frames = framesOf(bytes.first(cut), bytes.mid(cut));
    fuzz::require(frames == framesOf(bytes, {}));
    for (const auto &frame : frames) {
        if (!frame)
            continue;
        const auto again = framesOf(drivers::codec::encodeSamFrame(*frame), {});
        fuzz::require(again.size() == 1 && again.front() && *again.front() == *frame);
        static_cast<void>(drivers::codec::decodeSamResponse(drivers::codec::SamCommand::ReadBase, *frame));
    }
    return 0;
}
