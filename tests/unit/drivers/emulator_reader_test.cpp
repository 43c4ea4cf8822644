// SPDX-License-Identifier: GPL-3.0-or-later
// The emulated reader against the frames of DEVICES §1 (GA 467), byte for byte.
#include "drivers/emulator/sam_reader.h"
#include "drivers/emulator/wire_pacer.h"

#include <QJsonObject>
#include <QStringDecoder>
#include <QTest>

using namespace tongban;
using namespace tongban::drivers::emulator;
using namespace std::chrono_literals;

namespace {

const QByteArray preamble = QByteArray::fromHex("AAAAAA9669");

QJsonObject card()
{
    return {{"name", QStringLiteral("王秀兰")},          {"sex", QStringLiteral("女")},
            {"ethnic", QStringLiteral("畲族")},          {"birth", "1942-05-06"},
            {"address", QStringLiteral("青山镇石桥村")}, {"idNumber", "33990119420506042X"},
            {"issuer", QStringLiteral("青山县公安局")},  {"validFrom", "20160318"},
            {"validTo", QStringLiteral("长期")}};
}

QByteArray ask(SamReader &reader, const char *hex, Micros now = 1s)
{
    return reader.receive(preamble + QByteArray::fromHex(hex), now);
}

QByteArray answerFrame(const char *hex)
{
    return preamble + QByteArray::fromHex(hex);
}

void lay(SamReader &reader)
{
    reader.place(*makeCardChip(card()));
}

} // namespace

class EmulatorReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsTheManual_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("reset") << QByteArray("000310FFEC") << QByteArray("000400009094");
        QTest::newRow("status") << QByteArray("000311FFED") << QByteArray("000400009094");
        QTest::newRow("no card") << QByteArray("0003200122")
                                 << QByteArray("00040000"
                                               "80"
                                               "84");
        QTest::newRow("select without find") << QByteArray("0003200221")
                                             << QByteArray("0004000081"
                                                           "85");
        QTest::newRow("read without select") << QByteArray("0003300132")
                                             << QByteArray("0004000041"
                                                           "45");
        QTest::newRow("RF bytes") << QByteArray("000461FF50CA")
                                  << QByteArray("00040000"
                                                "9094");
        QTest::newRow("wrong checksum") << QByteArray("000312FF00")
                                        << QByteArray("0004000010"
                                                      "14");
        QTest::newRow("wrong length") << QByteArray("0001")
                                      << QByteArray("0004000011"
                                                    "15");
        QTest::newRow("unknown command") << QByteArray("0003777703")
                                         << QByteArray("0004000021"
                                                       "25");
    }
    void answersAsTheManual()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, answer);
        SamReader reader;
        QCOMPARE(ask(reader, request.constData()).toHex(), answerFrame(answer.constData()).toHex());
    }

    void readsACard()
    {
        SamReader reader;
        lay(reader);
        QCOMPARE(ask(reader, "0003200122"), answerFrame("000800009F0000000097"));
        QCOMPARE(ask(reader, "0003200221"), answerFrame("000C000090"
                                                        "0000000000000000"
                                                        "9C"));
        const QByteArray read = ask(reader, "0003300132");
        QCOMPARE(read.size(), 1295);
        QCOMPARE(read.mid(5, 9).toHex(), QByteArray("050800009001000400"));
        QCOMPARE(read.mid(14 + 256, 8).toHex(), QByteArray("574c66007e003200"));
        char sum = 0;
        for (const char byte : read.mid(5))
            sum = static_cast<char>(sum ^ byte);
        QCOMPARE(sum, '\0');
    }

    void lengthsOfTheOtherReads()
    {
        SamReader reader;
        lay(reader);
        QCOMPARE(ask(reader, "000312FFEE").size(), 5 + 2 + 0x14);
        (void)ask(reader, "0003200122");
        (void)ask(reader, "0003200221");
        QCOMPARE(ask(reader, "0003301023").size(), 1297); // no fingerprint on this card
        QCOMPARE(ask(reader, "0003300330"), answerFrame("0004000091"
                                                        "95"));
    }

    void aReadCardIsFoundAgainOnlyAfterItWasLifted()
    {
        SamReader reader;
        lay(reader);
        for (const char *request : {"0003200122", "0003200221", "0003300132"})
            (void)ask(reader, request);
        QCOMPARE(ask(reader, "0003200122").at(9), '\x80');
        reader.setFindsReadCard(true);
        QCOMPARE(ask(reader, "0003200122").at(9), '\x9F');
        reader.setFindsReadCard(false);
        lay(reader);
        QCOMPARE(ask(reader, "0003200122").at(9), '\x9F');
    }

    void takesRequestsInPiecesAndThroughNoise()
    {
        SamReader reader;
        const QByteArray request = QByteArray::fromHex("00FFAA") + preamble + QByteArray::fromHex("000310FFEC");
        QByteArray answered;
        for (const char byte : request)
            answered += reader.receive(QByteArray(1, byte), 1s);
        QCOMPARE(answered, answerFrame("00040000"
                                       "9094"));
    }

    void forgetsHalfARequest()
    {
        SamReader reader;
        QVERIFY(reader.receive(preamble + QByteArray::fromHex("0003"), 1s).isEmpty());
        QCOMPARE(ask(reader, "000310FFEC", 2s), answerFrame("000400009094"));
    }

    void fieldsStandWhereTheChipHasThem()
    {
        const auto chip = makeCardChip(card());
        QVERIFY(chip.has_value());
        QCOMPARE(chip->text.size(), 256);
        QStringDecoder utf16(QStringConverter::Utf16LE);
        const QString text = utf16.decode(chip->text);
        QCOMPARE(text.mid(0, 15).trimmed(), QStringLiteral("王秀兰"));
        QCOMPARE(text.mid(15, 1), QStringLiteral("2"));
        QCOMPARE(text.mid(16, 2), QStringLiteral("22")); // 畲
        QCOMPARE(text.mid(18, 8), QStringLiteral("19420506"));
        QCOMPARE(text.mid(61, 18), QStringLiteral("33990119420506042X"));
        QCOMPARE(text.mid(79, 15).trimmed(), QStringLiteral("青山县公安局"));
        QCOMPARE(text.mid(94, 8), QStringLiteral("20160318"));
        QCOMPARE(text.mid(102, 8).trimmed(), QStringLiteral("长期"));
        QCOMPARE(text.at(124), QChar(u' ')); // byte 248: a citizen
    }

    void permitsLieWhereTheirTablesSay_data()
    {
        using At = QList<std::pair<int, QString>>; // byte, text
        QTest::addColumn<QJsonObject>("card");
        QTest::addColumn<At>("at");
        QTest::newRow("J") << QJsonObject{{"kind", "J"}, {"name", QStringLiteral("林志明")}, {"sex", QStringLiteral("男")},
                                          {"birth", "1994-08-23"}, {"address", QStringLiteral("青山镇")},
                                          {"idNumber", "830000199408230010"}, {"issuer", QStringLiteral("青山县公安局")},
                                          {"validFrom", "20180901"}, {"validTo", "20230901"}, {"permitNumber", "12345678"}}
                           << At{{0, QStringLiteral("林志明")}, {30, QStringLiteral("1")}, {32, QStringLiteral("  ")},
                                 {122, QStringLiteral("830000199408230010")}, {158, QStringLiteral("青山县")},
                                 {220, QStringLiteral("12345678 ")}, {248, QStringLiteral("J")}};
        QTest::newRow("I") << QJsonObject{{"kind", "I"}, {"englishName", "SMITH, ANNA"}, {"sex", "2"},
                                          {"birth", "19810803"}, {"idNumber", "CAN110081080310"}, {"nationality", "CAN"},
                                          {"issuer", "1500"}, {"validFrom", "20150604"}, {"validTo", "20250603"}}
                           << At{{0, QStringLiteral("SMITH, ANNA ")}, {120, QStringLiteral("2")},
                                 {122, QStringLiteral("CAN110081080310")}, {152, QStringLiteral("CAN")},
                                 {158, QString(15, u' ')}, {188, QStringLiteral("2015060420250603")},
                                 {220, QStringLiteral("19810803")}, {240, QStringLiteral("1500I")}};
        QTest::newRow("Y") << QJsonObject{{"kind", "Y"}, {"name", QStringLiteral("安娜")}, {"sex", "2"},
                                          {"birth", "19810803"}, {"idNumber", "911124198108030024"},
                                          {"englishName", QString(35, u'A') + QStringLiteral("TAIL")}, {"nationality", "CAN"},
                                          {"validFrom", "20230915"}, {"validTo", "20330915"}}
                           << At{{0, QStringLiteral("安娜 ")}, {52, QString(35, u'A')}, {122, QStringLiteral("911124198108030024")},
                                 {158, QString(15, u' ')}, {220, QStringLiteral("TAIL       CANY")}};
    }
    void permitsLieWhereTheirTablesSay()
    {
        using At = QList<std::pair<int, QString>>;
        QFETCH(QJsonObject, card);
        QFETCH(At, at);
        const auto chip = makeCardChip(card);
        QVERIFY2(chip.has_value(), chip ? "" : qPrintable(chip.error().detail));
        QCOMPARE(chip->text.size(), 256);
        QStringDecoder utf16(QStringConverter::Utf16LE);
        const QString text = utf16.decode(chip->text);
        for (const auto &[byte, value] : at)
            QCOMPARE(text.mid(byte / 2, value.size()), value);
    }

    void fingerprintAndNewAddressAreAnswered()
    {
        QJsonObject moved = card();
        moved.insert(QStringLiteral("newAddress"), QStringLiteral("青山镇新村"));
        for (const int bytes : {0, 512, 1024}) {
            moved.insert(QStringLiteral("fingerprint"), bytes);
            SamReader reader;
            reader.place(*makeCardChip(moved));
            (void)ask(reader, "0003200122");
            (void)ask(reader, "0003200221");
            const QByteArray read = ask(reader, "0003301023");
            QCOMPARE(read.size(), 1297 + bytes);
            QCOMPARE(read.mid(14, 2).toHex(), QByteArray("0") + QByteArray::number(bytes / 256) + "00");
            QCOMPARE(ask(reader, "0003300132").size(), 1295);
            const QByteArray address = ask(reader, "0003300330");
            QCOMPARE(address.size(), 5 + 2 + 4 + 70);
            QStringDecoder utf16(QStringConverter::Utf16LE);
            QCOMPARE(QString(utf16.decode(address.mid(10, 70))).trimmed(), QStringLiteral("青山镇新村"));
        }
        moved.insert(QStringLiteral("fingerprint"), 100);
        QVERIFY(failedWith(makeCardChip(moved), ErrorKind::InputInvalid));
    }

    void refusesACardThatCannotBe_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("long name") << "name" << QString(16, u'王');
        QTest::newRow("no such people") << "ethnic" << QStringLiteral("火星");
        QTest::newRow("no date") << "birth"
                                 << "soon";
        QTest::newRow("no such kind") << "kind"
                                      << "Z";
        QTest::newRow("a permit's key on a citizen's card") << "permitNumber"
                                                            << "H12345678";
        QTest::newRow("long new address") << "newAddress" << QString(36, u'村');
        QTest::newRow("no such key") << "phone"
                                     << "1";
    }
    void refusesACardThatCannotBe()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QJsonObject wrong = card();
        wrong.insert(key, value);
        const auto chip = makeCardChip(wrong);
        QVERIFY(failedWith(chip, ErrorKind::InputInvalid));
        QVERIFY(chip.error().detail.startsWith(key));
    }

    void faults()
    {
        SamReader reader;
        const auto readWith = [&](ReaderFault fault) {
            lay(reader);
            reader.setFault(ReaderFault::None);
            (void)ask(reader, "0003200122");
            (void)ask(reader, "0003200221");
            reader.setFault(fault);
            return ask(reader, "0003300132");
        };
        QCOMPARE(readWith(ReaderFault::LiftMidRead), answerFrame("0004000041"
                                                                 "45"));
        QVERIFY(!reader.hasCard());
        QCOMPARE(reader.fault(), ReaderFault::None);
        const QByteArray good = readWith(ReaderFault::None);
        const QByteArray bad = readWith(ReaderFault::BadChecksum);
        QCOMPARE(bad.chopped(1), good.chopped(1));
        QVERIFY(bad.back() != good.back());
        QVERIFY(readWith(ReaderFault::Silent).isEmpty());
        QVERIFY(!readWith(ReaderFault::Garbage).startsWith(preamble));
        QCOMPARE(readWith(ReaderFault::OneByte), good);
        QVERIFY(reader.isDribbling());
    }

    // 1295 bytes take 112 ms of wire at 115200 8N1 (DEVICES §1), however late the timer is.
    void theWireHasASpeed()
    {
        WirePacer pacer(115200);
        pacer.enqueue(QByteArray(1295, 'x'), false, 1s);
        QVERIFY(pacer.takeDue(1s).isEmpty());
        QCOMPARE(pacer.takeDue(1s + 10ms).size(), 115);
        QCOMPARE(pacer.takeDue(1s + 111ms).size(), 1278 - 115);
        QVERIFY(pacer.nextAt().has_value());
        QCOMPARE(pacer.takeDue(1s + 113ms).size(), 1295 - 1278);
        QVERIFY(!pacer.nextAt().has_value());
        pacer.enqueue("abc", true, 2s);
        QCOMPARE(pacer.takeDue(2s + 50ms), QByteArray("a"));
    }
};

QTEST_GUILESS_MAIN(EmulatorReaderTest)
#include "emulator_reader_test.moc"
