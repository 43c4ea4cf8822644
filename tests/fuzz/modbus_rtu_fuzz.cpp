// SPDX-License-Identifier: GPL-3.0-or-later
// First byte: unit; second: which request; then a stream in two pieces. The decoder ends, finds in pieces what it finds
// in the whole, and what it finds frames again to the same answer.
#include "drivers/codec/modbus_rtu.h"
#include "tests/fuzz/fuzz_input.h"

using namespace tongban;
using namespace tongban::drivers::codec;

namespace {

std::vector<QByteArray> answersOf(quint8 unit, const QByteArray &request, const QByteArray &first,
                                  const QByteArray &rest)
{
    ModbusAnswerDecoder decoder(unit, request);
    std::vector<QByteArray> answers;
    for (const QByteArray &piece : {first, rest}) {
        decoder.feed(piece);
        while (auto answer = decoder.next())
            answers.push_back(std::move(*answer));
    }
    return answers;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray requests[] = {readBitsPdu(ModbusBits::Coils, 0x13, 0x13),
                                   readBitsPdu(ModbusBits::DiscreteInputs, 0xC4, 0x16), writeCoilPdu(0xAC, true),
                                   writeCoilsPdu(0x13, std::vector<bool>(10, true))};
    const quint8 unit = data[0];
    const QByteArray &request = requests[data[1] % 4];
    const QByteArray stream = fuzz::bytesOf(data + 2, size - 2);
    const qsizetype cut = stream.isEmpty() ? 0 : data[1] % stream.size();
    const auto answers = answersOf(unit, request, stream.first(cut), stream.mid(cut));
    fuzz::require(answers == answersOf(unit, request, stream, {}));
    for (const QByteArray &answer : answers) {
        fuzz::require(answersOf(unit, request, encodeModbusFrame(unit, answer), {}) == std::vector{answer});
        const auto bits = decodeBits(request, answer);
        fuzz::require(!bits || bits->size() == (data[1] % 4 == 0 ? 19u : data[1] % 4 == 1 ? 22u : bits->size()));
        static_cast<void>(decodeWritten(request, answer));
    }
    return 0;
}
