// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/modbus_rtu.h"

#include <QtEndian>

namespace tongban::drivers::codec {

namespace {

constexpr quint8 writeCoil = 0x05;
constexpr quint8 writeCoils = 0x0F;
constexpr quint8 exceptionBit = 0x80;
constexpr qsizetype unitSize = 1;
constexpr qsizetype crcSize = 2;

quint8 byteAt(QByteArrayView bytes, qsizetype index)
{
    return static_cast<quint8>(bytes.at(index));
}

QByteArray pduOf(quint8 function, quint16 address, quint16 value)
{
    QByteArray pdu(5, Qt::Uninitialized);
    pdu[0] = static_cast<char>(function);
    qToBigEndian(address, pdu.data() + 1);
    qToBigEndian(value, pdu.data() + 3);
    return pdu;
}

// V1.1b3, section 7.
const char *nameOfException(quint8 code)
{
    switch (code) {
    case 0x01:
        return "illegal function";
    case 0x02:
        return "illegal data address";
    case 0x03:
        return "illegal data value";
    case 0x04:
        return "server device failure";
    case 0x05:
        return "acknowledge";
    case 0x06:
        return "server device busy";
    case 0x08:
        return "memory parity error";
    case 0x0A:
        return "gateway path unavailable";
    case 0x0B:
        return "gateway target device failed to respond";
    }
    return "unknown exception";
}

tl::unexpected<Error> violation(const QString &why)
{
    return fail(ErrorKind::ProtocolViolation, QStringLiteral("modbus"), why);
}

// What is true of every answer: it is no exception, and to the function that was asked.
Result<void> checkFunction(const QByteArray &requestPdu, const QByteArray &answerPdu)
{
    if (requestPdu.isEmpty() || answerPdu.size() < 2)
        return violation(QStringLiteral("an answer of %1 bytes").arg(answerPdu.size()));
    const quint8 asked = byteAt(requestPdu, 0);
    const quint8 answered = byteAt(answerPdu, 0);
    if (answered == (asked | exceptionBit))
        return fail(ErrorKind::DeviceFault, QStringLiteral("modbus"),
                    QStringLiteral("exception %1, %2, to function %3")
                        .arg(byteAt(answerPdu, 1))
                        .arg(QLatin1String(nameOfException(byteAt(answerPdu, 1))))
                        .arg(asked));
    if (answered != asked)
        return violation(QStringLiteral("function %1 answers function %2").arg(answered).arg(asked));
    return {};
}

} // namespace

quint16 modbusCrc(QByteArrayView bytes)
{
    quint16 crc = 0xFFFF; // V1.02, 6.2.2: polynomial A001, low byte first
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1) != 0 ? static_cast<quint16>((crc >> 1) ^ 0xA001) : static_cast<quint16>(crc >> 1);
    }
    return crc;
}

QByteArray readBitsPdu(ModbusBits what, quint16 address, quint16 count)
{
    return pduOf(static_cast<quint8>(what), address, count);
}

QByteArray writeCoilPdu(quint16 address, bool isOn)
{
    return pduOf(writeCoil, address, isOn ? 0xFF00 : 0x0000);
}

QByteArray writeCoilsPdu(quint16 address, const std::vector<bool> &values)
{
    QByteArray bits(static_cast<qsizetype>((values.size() + 7) / 8), '\0');
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i])
            bits[static_cast<qsizetype>(i / 8)] =
                static_cast<char>(bits.at(static_cast<qsizetype>(i / 8)) | 1 << i % 8);
    }
    return pduOf(writeCoils, address, static_cast<quint16>(values.size())) + static_cast<char>(bits.size()) + bits;
}

QByteArray encodeModbusFrame(quint8 unit, const QByteArray &pdu)
{
    const QByteArray counted = QByteArray(1, static_cast<char>(unit)) + pdu;
    QByteArray crc(crcSize, Qt::Uninitialized);
    qToLittleEndian(modbusCrc(counted), crc.data());
    return counted + crc;
}

std::chrono::microseconds modbusSilence(int baudRate)
{
    constexpr int bitsTimesTen = 385; // 3.5 characters of 11 bits
    if (baudRate > 19200)
        return std::chrono::microseconds(1750);
    return std::chrono::microseconds(bitsTimesTen * 100'000LL / baudRate);
}

ModbusAnswerDecoder::ModbusAnswerDecoder(quint8 unit, const QByteArray &requestPdu)
    : m_unit(unit), m_function(requestPdu.isEmpty() ? quint8(0) : byteAt(requestPdu, 0))
{}

std::optional<QByteArray> ModbusAnswerDecoder::next()
{
    std::optional<QByteArray> pdu;
    qsizetype read = 0;
    while (read < m_unread.size() && !pdu) {
        m_window += m_unread.at(read++);
        pdu = frameAtEnd();
        if (m_window.size() == maxFrame) {
            m_window.remove(0, 1);
            ++m_dropped;
        }
    }
    m_unread.remove(0, read);
    return pdu;
}

std::optional<QByteArray> ModbusAnswerDecoder::frameAtEnd()
{
    for (qsizetype start = 0; start < m_window.size(); ++start) {
        const QByteArrayView frame = QByteArrayView(m_window).sliced(start);
        if (lengthOf(frame) != frame.size())
            continue;
        const QByteArrayView counted = frame.chopped(crcSize);
        if (modbusCrc(counted) != qFromLittleEndian<quint16>(frame.last(crcSize).data())) {
            m_sawBrokenFrame = true;
            continue;
        }
        QByteArray pdu = counted.sliced(unitSize).toByteArray();
        m_dropped += start;
        m_window.clear();
        return pdu;
    }
    return std::nullopt;
}

std::optional<qsizetype> ModbusAnswerDecoder::lengthOf(QByteArrayView bytes) const
{
    if (bytes.size() < 3 || byteAt(bytes, 0) != m_unit)
        return std::nullopt;
    const quint8 function = byteAt(bytes, 1);
    if (function == (m_function | exceptionBit))
        return unitSize + 2 + crcSize;
    if (function != m_function)
        return std::nullopt;
    if (function == writeCoil || function == writeCoils)
        return unitSize + 5 + crcSize;
    return unitSize + 2 + byteAt(bytes, 2) + crcSize;
}

Result<std::vector<bool>> decodeBits(const QByteArray &requestPdu, const QByteArray &answerPdu)
{
    if (const auto checked = checkFunction(requestPdu, answerPdu); !checked)
        return fail(checked.error());
    const int count = requestPdu.size() == 5 ? qFromBigEndian<quint16>(requestPdu.constData() + 3) : 0;
    const qsizetype bytes = (count + 7) / 8;
    if (count == 0 || byteAt(answerPdu, 1) != bytes || answerPdu.size() != 2 + bytes)
        return violation(QStringLiteral("%1 bytes answer a question for %2 bits").arg(answerPdu.size() - 2).arg(count));
    std::vector<bool> bits(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        bits[static_cast<std::size_t>(i)] = ((byteAt(answerPdu, 2 + i / 8) >> i % 8) & 1) != 0;
    return bits;
}

Result<void> decodeWritten(const QByteArray &requestPdu, const QByteArray &answerPdu)
{
    if (auto checked = checkFunction(requestPdu, answerPdu); !checked)
        return checked;
    if (answerPdu != requestPdu.first(std::min<qsizetype>(requestPdu.size(), 5))) // function, address, value or count
        return violation(QStringLiteral("another coil was written than was asked for"));
    return {};
}

} // namespace tongban::drivers::codec
