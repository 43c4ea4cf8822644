// SPDX-License-Identifier: GPL-3.0-or-later
// Vectors: the tables of GA 467 as given in the design's DEVICES 1, byte by byte.
#include "drivers/codec/sam_frame.h"
#include "drivers/codec/sam_status.h"

#include <QTest>

using namespace tongban;
using namespace tongban::drivers::codec;

namespace {

const QByteArray preamble = QByteArray::fromHex("AAAAAA9669");

QByteArray frame(const char *hexBehindPreamble)
{
    return preamble + QByteArray::fromHex(hexBehindPreamble);
}

} // namespace

class SamFrameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreTheTables_data()
    {
        QTest::addColumn<SamCommand>("command");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("reset SAM") << SamCommand::ResetSam << QByteArray() << frame("00 03 10 FF EC");
        QTest::newRow("SAM status") << SamCommand::SamStatus << QByteArray() << frame("00 03 11 FF ED");
        QTest::newRow("SAM id") << SamCommand::SamId << QByteArray() << frame("00 03 12 FF EE");
        QTest::newRow("find") << SamCommand::FindCard << QByteArray() << frame("00 03 20 01 22");
        QTest::newRow("select") << SamCommand::SelectCard << QByteArray() << frame("00 03 20 02 21");
        QTest::newRow("read base") << SamCommand::ReadBase << QByteArray() << frame("00 03 30 01 32");
        QTest::newRow("read with fingerprint")
            << SamCommand::ReadBaseAndFingerprint << QByteArray() << frame("00 03 30 10 23");
        QTest::newRow("read new address") << SamCommand::ReadNewAddress << QByteArray() << frame("00 03 30 03 30");
        QTest::newRow("RF bytes") << SamCommand::SetMaxRfBytes << QByteArray::fromHex("50")
                                  << frame("00 04 61 FF 50 CA");
    }
    void requestsAreTheTables()
    {
        QFETCH(SamCommand, command);
        QFETCH(QByteArray, data);
        QTEST(encodeSamRequest(command, data), "bytes");
    }

    void responsesOfTheTablesDecode_data()
    {
        QTest::addColumn<SamCommand>("command");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("reset") << SamCommand::ResetSam << frame("00 04 00 00 90 94") << QByteArray();
        QTest::newRow("find") << SamCommand::FindCard << frame("00 08 00 00 9F 00 00 00 00 97") << QByteArray(4, 0);
        QTest::newRow("select") << SamCommand::SelectCard << frame("00 0C 00 00 90 00 00 00 00 00 00 00 00 9C")
                                << QByteArray(8, 0);
    }
    void responsesOfTheTablesDecode()
    {
        QFETCH(SamCommand, command);
        QFETCH(QByteArray, bytes);
        SamFrameDecoder decoder;
        decoder.feed(bytes);
        const auto body = decoder.next();
        QVERIFY(body && body->has_value());
        const auto data = decodeSamResponse(command, **body);
        QVERIFY(data.has_value());
        QTEST(*data, "data");
        QVERIFY(!decoder.next());
    }

    // Whatever the wire cuts, one frame comes out, once, at its last byte.
    void framesMayBeCutAnywhere()
    {
        const QByteArray whole = frame("00 08 00 00 9F 00 00 00 00 97");
        for (qsizetype cut = 0; cut < whole.size(); ++cut) {
            SamFrameDecoder decoder;
            decoder.feed(whole.first(cut));
            QVERIFY2(!decoder.next(), qPrintable(QString::number(cut)));
            decoder.feed(whole.mid(cut));
            const auto body = decoder.next();
            QVERIFY(body && body->has_value());
            QCOMPARE(**body, QByteArray::fromHex("00009F00000000"));
            QCOMPARE(decoder.garbage(), 0);
        }
    }

    void garbageBeforeAFrameIsSkippedAndCounted()
    {
        SamFrameDecoder decoder;
        decoder.feed(QByteArray::fromHex("00FFAA") + QByteArray("\xAA\xAA", 2) + frame("00 04 00 00 90 94") +
                     frame("00 04 00 00 80 84"));
        const auto first = decoder.next();
        QVERIFY(first && first->has_value());
        QCOMPARE(**first, QByteArray::fromHex("000090"));
        QCOMPARE(decoder.garbage(), 5);
        const auto second = decoder.next();
        QVERIFY(second && second->has_value());
        QCOMPARE(**second, QByteArray::fromHex("000080"));
    }

    void garbageAloneIsNotKept()
    {
        SamFrameDecoder decoder;
        for (int i = 0; i < 1000; ++i) {
            decoder.feed(QByteArray(100, 'x') + QByteArray("\xAA\xAA", 2));
            QVERIFY(!decoder.next());
            QVERIFY(decoder.pending() <= 4);
        }
        QVERIFY(decoder.garbage() > 100'000);
    }

    void aBadChecksumLosesOneFrameOnly()
    {
        SamFrameDecoder decoder;
        decoder.feed(frame("00 04 00 00 90 95") + frame("00 04 00 00 90 94"));
        const auto broken = decoder.next();
        QVERIFY(broken && !broken->has_value());
        QCOMPARE(broken->error(), SamFrameDecoder::Fault::BadChecksum);
        const auto sound = decoder.next();
        QVERIFY(sound && sound->has_value());
    }

    void impossibleLengthsAreFaults_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << frame("00 00");
        QTest::newRow("checksum alone") << frame("00 01");
        QTest::newRow("beyond two fingerprints") << frame("09 0B");
        QTest::newRow("the most") << frame("FF FF");
    }
    void impossibleLengthsAreFaults()
    {
        QFETCH(QByteArray, bytes);
        SamFrameDecoder decoder;
        decoder.feed(bytes + frame("00 04 00 00 90 94"));
        const auto fault = decoder.next();
        QVERIFY(fault && !fault->has_value());
        QCOMPARE(fault->error(), SamFrameDecoder::Fault::BadLength);
        const auto sound = decoder.next();
        QVERIFY(sound && sound->has_value());
    }

    void statusWordsAreSorted_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char *hex, ErrorKind kind) {
            QTest::newRow(hex) << QByteArray::fromHex(hex) << kind;
        };
        row("000010", ErrorKind::ProtocolViolation);
        row("000011", ErrorKind::ProtocolViolation);
        row("000021", ErrorKind::ProtocolViolation);
        row("000023", ErrorKind::DeviceFault);
        row("000024", ErrorKind::ProtocolViolation);
        row("000031", ErrorKind::CardUnreadable);
        row("000032", ErrorKind::CardUnreadable);
        row("000033", ErrorKind::CardUnreadable);
        row("000037", ErrorKind::CardUnreadable);
        row("00003F", ErrorKind::CardUnreadable);
        row("000040", ErrorKind::CardUnreadable);
        row("000041", ErrorKind::CardLifted);
        row("000047", ErrorKind::CardUnreadable);
        row("000060", ErrorKind::DeviceFault);
        row("000066", ErrorKind::DeviceFault);
        row("000080", ErrorKind::CardAbsent);
        row("000081", ErrorKind::CardLifted);
        row("000091", ErrorKind::CardUnreadable);
        row("000001", ErrorKind::ProtocolViolation); // a host library's code, never on the wire
        row("00009F", ErrorKind::ProtocolViolation); // "found" answers find only
        row("010090", ErrorKind::ProtocolViolation);
        row("0000", ErrorKind::ProtocolViolation);
    }
    void statusWordsAreSorted()
    {
        QFETCH(QByteArray, status);
        QFETCH(ErrorKind, kind);
        const auto answer = decodeSamResponse(SamCommand::ReadBase, status);
        QVERIFY(!answer);
        QCOMPARE(nameOf(answer.error().kind), nameOf(kind));
    }

    // 91 is "not there": an answer of one command, a fault of all others.
    void noNewAddressIsNoFault()
    {
        QVERIFY(failedWith(decodeSamResponse(SamCommand::ReadNewAddress, QByteArray::fromHex("000091")), ErrorKind::NotFound));
        QVERIFY(failedWith(decodeSamResponse(SamCommand::ReadBase, QByteArray::fromHex("000091")),
                           ErrorKind::CardUnreadable));
    }
};

QTEST_APPLESS_MAIN(SamFrameTest)
#include "sam_frame_test.moc"
