// SPDX-License-Identifier: GPL-3.0-or-later
// Modbus RTU as a client speaks it to one server on a serial line: Modbus Application Protocol V1.1b3 (functions 01,
// 02, 05, 0F and exceptions), Modbus over Serial Line V1.02 (frame and CRC-16).
//
//   frame   unit 1…247 | PDU: function, data | CRC low byte, high byte        at most 256 bytes
//
// Addresses are those of the PDU, from 0 ("coil 1" of a manual is 0). Pure; any thread; fuzzable.
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <optional>
#include <vector>

namespace tongban::drivers::codec {

enum class ModbusBits : quint8 {
    Coils = 0x01,          // outputs, function 01
    DiscreteInputs = 0x02, // function 02
};

[[nodiscard]] quint16 modbusCrc(QByteArrayView bytes);

// count 1…2000.
[[nodiscard]] QByteArray readBitsPdu(ModbusBits what, quint16 address, quint16 count);
[[nodiscard]] QByteArray writeCoilPdu(quint16 address, bool isOn); // function 05
// Function 0F; 1…1968 values, the first at `address`.
[[nodiscard]] QByteArray writeCoilsPdu(quint16 address, const std::vector<bool> &values);

[[nodiscard]] QByteArray encodeModbusFrame(quint8 unit, const QByteArray &pdu);

// The silence that parts two frames (V1.02, 2.5.1.1): 3.5 characters of 11 bits, above 19200 Bd always 1.75 ms.
[[nodiscard]] std::chrono::microseconds modbusSilence(int baudRate);

// Finds the answer to one request in a stream that may be cut anywhere. RTU has no preamble: what frames an answer is
// the unit, the function that was asked, the length that follows from it, and a CRC that fits. What stands before it (a
// bus that rang when its driver was switched) is skipped, also when it looks like the beginning of a longer answer: the
// frame that is whole first is the answer.
class ModbusAnswerDecoder
{
public:
    static constexpr qsizetype maxFrame = 256;

    ModbusAnswerDecoder(quint8 unit, const QByteArray &requestPdu);

    void feed(const QByteArray &bytes) { m_unread += bytes; }
    // The PDU of the answer, also of an exception, or nothing until more is fed.
    [[nodiscard]] std::optional<QByteArray> next();

    // Bytes that have come and are no part of an answer, or not yet.
    [[nodiscard]] qsizetype unanswering() const { return m_dropped + m_window.size(); }
    // Something stood where an answer should, and its CRC did not fit.
    [[nodiscard]] bool sawBrokenFrame() const { return m_sawBrokenFrame; }

private:
    // How long the frame is that begins with `bytes`; nothing: none begins so, or it is too short to know.
    [[nodiscard]] std::optional<qsizetype> lengthOf(QByteArrayView bytes) const;
    // The frame that ends with the window's last byte.
    [[nodiscard]] std::optional<QByteArray> frameAtEnd();

    quint8 m_unit;
    quint8 m_function;
    QByteArray m_unread;
    QByteArray m_window; // the last bytes, at most one frame's worth
    qsizetype m_dropped = 0;
    bool m_sawBrokenFrame = false;
};

// Whether an answer fits its request, and what it says. DeviceFault: the server refuses, with the exception's number
// and name. ProtocolViolation: the answer is to another question.
Result<std::vector<bool>> decodeBits(const QByteArray &requestPdu, const QByteArray &answerPdu);
Result<void> decodeWritten(const QByteArray &requestPdu, const QByteArray &answerPdu);

} // namespace tongban::drivers::codec
