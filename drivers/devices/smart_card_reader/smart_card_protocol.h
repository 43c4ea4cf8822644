// SPDX-License-Identifier: GPL-3.0-or-later
// What passes between the kiosk and its smart card program, over the program's standard input and output.
//
//   message  as drivers/codec/child_message.h
//   kiosk → program   one Request
//   program → kiosk   Alive* then exactly one of Card, Failure and End, else the program died. Before Card, and before a
//                     Failure that is one card's, Seen says which card it was.
#pragma once

#include "app/core/base/result.h"
#include "app/core/ports/smart_card_reader.h"
#include "drivers/codec/child_message.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <chrono>

namespace tongban::drivers::devices {

struct SmartCardMessage // type bytes
{
    static constexpr char request = 'R';
    static constexpr char alive = 'A';   // empty: pcscd has answered, there is no (new) card
    static constexpr char seen = 'S';    // JSON object reader, event
    static constexpr char card = 'C';    // u8 length of the ATR | ATR | id
    static constexpr char failure = 'E'; // errorToPayload()
    static constexpr char end = 'F';     // empty: opensOnly went well
};

// Which card lies in which reader: pcscd counts the comings and goings of each.
using CardEvents = QHash<QString, quint32>;

struct SmartCardRequest
{
    QString reader; // prefix of the readers' names that count; empty: all
    bool opensOnly = false;
    std::chrono::milliseconds interval{250}; // an Alive at least as often
    CardEvents given;                        // cards that were given already

    [[nodiscard]] QByteArray toPayload() const;
    // ProtocolViolation when it does not hold together.
    static Result<SmartCardRequest> fromPayload(const QByteArray &payload);
};

struct SeenCard
{
    QString reader;
    quint32 event = 0;

    [[nodiscard]] QByteArray toPayload() const;
    static Result<SeenCard> fromPayload(const QByteArray &payload);
};

[[nodiscard]] QByteArray smartCardToPayload(const ports::SmartCard &card);
Result<ports::SmartCard> smartCardFromPayload(const QByteArray &payload);

} // namespace tongban::drivers::devices
