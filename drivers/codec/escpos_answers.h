// SPDX-License-Identifier: GPL-3.0-or-later
// What an ESC/POS printer sends, taken apart byte by byte (DEVICES §2). Four kinds of answers come back on one wire and
// only their fixed bits tell them apart:
//   answer to DLE EOT n   0xx1xx10           at once, overtakes everything in the buffer
//   automatic status      0xx1xx00 and three bytes 0xx0xxxx, unasked-for, when GS a switched it on
//   answer to GS r 1      0000ppnn           in order: everything sent before it has been printed
//   process id            37 22 d d d d 00   in order, with the id it was asked with
//
// The last three bytes of an automatic status look like answers to GS r. They are counted off, and where a group is
// broken the decoder errs to the safe side: it would rather swallow an answer (a person is asked) than call an
// unprinted receipt printed.
#pragma once

#include "drivers/codec/escpos_status.h"

#include <optional>
#include <variant>
#include <vector>

namespace tongban::drivers::codec {

struct EscposRealTime
{
    quint8 byte;
};

struct EscposInOrder
{
    quint8 byte;
};

struct EscposProcessId
{
    QByteArray id; // four characters
};

struct EscposAutomatic
{
    EscposStatus status;
};

struct EscposAlien // belongs to no answer
{
    quint8 byte;
};

using EscposAnswer = std::variant<EscposRealTime, EscposInOrder, EscposProcessId, EscposAutomatic, EscposAlien>;

class EscposAnswerDecoder
{
public:
    // A printer that was never asked for a process id sends none: then 37 begins nothing.
    explicit EscposAnswerDecoder(bool expectsProcessIds = false) : m_expectsProcessIds(expectsProcessIds) {}

    [[nodiscard]] std::optional<EscposAnswer> feed(quint8 byte);
    [[nodiscard]] std::vector<EscposAnswer> feed(const QByteArray &bytes);
    void clear() { m_group.clear(); } // the line was found quiet, or is a new one

private:
    [[nodiscard]] EscposAnswer alone(quint8 byte);
    [[nodiscard]] std::optional<EscposAnswer> automatic(quint8 byte);
    [[nodiscard]] std::optional<EscposAnswer> processId(quint8 byte);

    QByteArray m_group; // an answer of several bytes, as far as it has come
    bool m_expectsProcessIds;
};

} // namespace tongban::drivers::codec
