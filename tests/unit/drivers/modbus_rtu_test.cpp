// SPDX-License-Identifier: GPL-3.0-or-later
// Vectors: the examples of the Modbus Application Protocol Specification V1.1b3 (6.1, 6.2, 6.5, 6.11, 7) and of Modbus
// over Serial Line V1.02 (6.2.2: the frame 02 07 has the CRC 1241 hex, sent 41 12); the check value 4B37 of "123456789"
// is the CRC catalogue's (CRC-16/MODBUS).
#include "drivers/codec/modbus_rtu.h"

#include <QTest>

using namespace tongban;
using namespace tongban::drivers::codec;
using namespace std::chrono_literals;

namespace {

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

std::vector<bool> bitsOf(const QByteArray &bytes, int count)
{
    std::vector<bool> bits;
    for (int i = 0; i < count; ++i)
        bits.push_back(((bytes.at(i / 8) >> i % 8) & 1) != 0);
    return bits;
}

std::optional<QByteArray> decoded(quint8 unit, const QByteArray &request, const QByteArray &stream)
{
    ModbusAnswerDecoder decoder(unit, request);
    decoder.feed(stream);
    return decoder.next();
}

} // namespace

class ModbusRtuTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crcOfTheSpecification()
    {
        QCOMPARE(modbusCrc(hex("0207")), quint16(0x1241));
        QCOMPARE(encodeModbusFrame(0x02, hex("07")), hex("02074112"));
        QCOMPARE(modbusCrc(QByteArray("123456789")), quint16(0x4B37));
    }

    void requestsOfTheSpecification()
    {
        QCOMPARE(readBitsPdu(ModbusBits::Coils, 0x13, 0x13), hex("0100130013"));          // 6.1, outputs 20-38
        QCOMPARE(readBitsPdu(ModbusBits::DiscreteInputs, 0xC4, 0x16), hex("0200C40016")); // 6.2, inputs 197-218
        QCOMPARE(writeCoilPdu(0xAC, true), hex("0500ACFF00"));                            // 6.5, coil 173 on
        QCOMPARE(writeCoilPdu(0xAC, false), hex("0500AC0000"));
        QCOMPARE(writeCoilsPdu(0x13, bitsOf(hex("CD01"), 10)), hex("0F0013000A02CD01")); // 6.11, ten coils from 20
    }

    void answersOfTheSpecification()
    {
        const auto coils = decodeBits(hex("0100130013"), hex("0103CD6B05"));
        QVERIFY(coils.has_value());
        QCOMPARE(*coils, bitsOf(hex("CD6B05"), 19));
        const auto inputs = decodeBits(hex("0200C40016"), hex("0203ACDB35"));
        QVERIFY(inputs.has_value());
        QCOMPARE(*inputs, bitsOf(hex("ACDB35"), 22));
        QVERIFY(decodeWritten(hex("0500ACFF00"), hex("0500ACFF00")).has_value());
        QVERIFY(decodeWritten(hex("0F0013000A02CD01"), hex("0F0013000A")).has_value());
    }

    void exceptionOfTheSpecification() // 7: output 1245 of a server that has 1243 of them
    {
        const auto refused = decodeBits(hex("0104A10001"), hex("8102"));
        QVERIFY(failedWith(refused, ErrorKind::DeviceFault));
        QVERIFY(refused.error().detail.contains(QStringLiteral("illegal data address")));
        QVERIFY(failedWith(decodeWritten(hex("0500ACFF00"), hex("8506")), ErrorKind::DeviceFault));
    }

    void answersToOtherQuestions_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("too few bits") << hex("0100130013") << hex("0102CD6B");
        QTest::newRow("too many bits") << hex("0100130013") << hex("0104CD6B0500");
        QTest::newRow("a count that lies") << hex("0100130013") << hex("0103CD6B");
        QTest::newRow("another function") << hex("0100130013") << hex("0203CD6B05");
        QTest::newRow("nothing") << hex("0100130013") << QByteArray();
    }
    void answersToOtherQuestions()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, answer);
        QVERIFY(failedWith(decodeBits(request, answer), ErrorKind::ProtocolViolation));
    }

    void anotherCoilWasWritten()
    {
        QVERIFY(failedWith(decodeWritten(hex("0500ACFF00"), hex("0500ADFF00")), ErrorKind::ProtocolViolation));
        QVERIFY(failedWith(decodeWritten(hex("0500ACFF00"), hex("0500AC0000")), ErrorKind::ProtocolViolation));
    }

    void anAnswerInPiecesAndBehindNoise()
    {
        const QByteArray request = hex("0200C40016");
        const QByteArray stream = hex("00FF1102") + encodeModbusFrame(0x11, hex("0203ACDB35"));
        ModbusAnswerDecoder decoder(0x11, request);
        for (const char byte : stream.chopped(1)) {
            decoder.feed(QByteArray(1, byte));
            QVERIFY(!decoder.next().has_value());
        }
        decoder.feed(stream.right(1));
        QCOMPARE(decoder.next().value_or("nothing"), hex("0203ACDB35"));
        QCOMPARE(decoder.unanswering(), 4);
    }

    void whatIsNoAnswer()
    {
        const QByteArray request = hex("0200C40016");
        const QByteArray answer = hex("0203ACDB35");
        QVERIFY(!decoded(0x11, request, encodeModbusFrame(0x12, answer)).has_value()); // another unit
        QVERIFY(!decoded(0x11, request, encodeModbusFrame(0x11, hex("0103ACDB35"))).has_value());
        QVERIFY(!decoded(0x11, request, encodeModbusFrame(0x11, answer).chopped(1)).has_value());
        QCOMPARE(decoded(0x11, request, encodeModbusFrame(0x11, hex("8202"))).value_or("nothing"), hex("8202"));
        ModbusAnswerDecoder decoder(0x11, request);
        decoder.feed(hex("110203ACDB350000"));
        QVERIFY(!decoder.next().has_value());
        QVERIFY(decoder.sawBrokenFrame());
    }

    void silenceBetweenFrames() // V1.02, 2.5.1.1
    {
        QCOMPARE(modbusSilence(9600), 4010us);
        QCOMPARE(modbusSilence(19200), 2005us);
        QCOMPARE(modbusSilence(38400), 1750us);
        QCOMPARE(modbusSilence(115200), 1750us);
    }
};

QTEST_APPLESS_MAIN(ModbusRtuTest)
#include "modbus_rtu_test.moc"
