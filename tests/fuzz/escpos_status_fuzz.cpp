// SPDX-License-Identifier: GPL-3.0-or-later
// What a printer (or a scale on the same line) may send. In pieces or in one, the answers are the same; an automatic
// status never leaves an answer that would confirm a job; a process id is four printable characters.
#include "drivers/codec/escpos_answers.h"
#include "tests/fuzz/fuzz_input.h"

using namespace tongban;
using namespace drivers::codec;

namespace {

QByteArray shapeOf(const std::vector<EscposAnswer> &answers)
{
    QByteArray shape;
    for (const EscposAnswer &answer : answers)
        shape += static_cast<char>('0' + answer.index());
    return shape;
}

void check(const EscposAnswer &answer)
{
    if (const auto *inOrder = std::get_if<EscposInOrder>(&answer))
        fuzz::require(isEscposInOrderAnswer(inOrder->byte));
    if (const auto *realTime = std::get_if<EscposRealTime>(&answer)) {
        EscposStatus status;
        for (const auto query :
             {EscposQuery::Printer, EscposQuery::OfflineCause, EscposQuery::ErrorCause, EscposQuery::Paper})
            status.add(query, realTime->byte);
        fuzz::require(status.toPort().online != status.offline);
    }
    if (const auto *process = std::get_if<EscposProcessId>(&answer)) {
        fuzz::require(process->id.size() == 4);
        for (const char character : process->id)
            fuzz::require(character >= 0x20 && character <= 0x7E);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    for (const bool processIds : {false, true}) {
        EscposAnswerDecoder whole(processIds);
        const auto answers = whole.feed(bytes);
        for (const EscposAnswer &answer : answers)
            check(answer);
        EscposAnswerDecoder pieces(processIds);
        const qsizetype cut = bytes.size() / 2;
        const QByteArray first = shapeOf(pieces.feed(bytes.first(cut)));
        const QByteArray second = shapeOf(pieces.feed(bytes.mid(cut)));
        fuzz::require(shapeOf(answers) == first + second);
        // Behind whatever came, cleared: a group of four is one automatic status and nothing else.
        pieces.clear();
        fuzz::require(shapeOf(pieces.feed(QByteArray::fromHex("10000000"))) == "3");
    }
    return 0;
}
