// SPDX-License-Identifier: GPL-3.0-or-later
// What the masks leave of a stream. Frames from the tables of DEVICES 1 (GA 467) and the card block laid out by hand;
// ESC/POS sequences from DEVICES 2.
#include "drivers/codec/code_mask.h"
#include "drivers/codec/escpos_mask.h"
#include "drivers/codec/id_card_text.h"
#include "drivers/codec/sam_card_data.h"
#include "drivers/codec/sam_frame.h"
#include "drivers/codec/sam_mask.h"
#include "tests/unit/drivers/card_block.h"

#include <QStringEncoder>
#include <QTest>

using namespace tongban;
using namespace tongban::drivers::codec;

namespace {

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

const QByteArray readBase = hex("AAAAAA9669 0003 3001 32");

QByteArray frameOf(const QByteArray &body)
{
    const auto length = body.size() + 1;
    QByteArray counted;
    counted += static_cast<char>(length >> 8);
    counted += static_cast<char>(length & 0xFF);
    counted += body;
    char check = 0;
    for (const char byte : counted)
        check = static_cast<char>(check ^ byte);
    return hex("AAAAAA9669") + counted + check;
}

// Every byte of the photo is different from its mask's.
QByteArray cardAnswer()
{
    return frameOf(hex("000090") + hex("01000400") + tests::CardBlock().bytes() + QByteArray(1024, '\x5A'));
}

void noneOfIt(const QByteArray &masked)
{
    for (const QString &secret : {QStringLiteral("王桂兰"), QStringLiteral("11010519491231002X"), QStringLiteral("青山镇"),
                                  QStringLiteral("朝阳分局")}) {
        QVERIFY(!masked.contains(secret.toUtf8()));
        QVERIFY(!masked.contains(QByteArray(reinterpret_cast<const char *>(secret.utf16()), secret.size() * 2)));
        QVERIFY(!masked.contains(QByteArray(QStringEncoder("GB18030").encode(secret))));
    }
    QVERIFY(!masked.contains(QByteArray(16, '\x5A')));
}

} // namespace

class RecordingMasksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCardBecomesASpecimenOfTheSameLength()
    {
        SamMask mask;
        QCOMPARE(mask.toDevice(readBase), readBase);
        const QByteArray masked = mask.fromDevice(cardAnswer());
        QCOMPARE(masked.size(), cardAnswer().size());
        noneOfIt(masked);
        SamFrameDecoder decoder;
        decoder.feed(masked);
        const auto body = decoder.next();
        QVERIFY(body && body->has_value()); // framing and checksum hold
        const auto data = splitBase((*body)->mid(3));
        QVERIFY(data.has_value());
        const auto card = decodeIdCardText(data->text);
        QVERIFY2(card.has_value(), card ? "" : qPrintable(card.error().detail));
        QCOMPARE(card->name.reveal(), QStringLiteral("样本"));
    }

    void cutAnywhereItIsTheSame()
    {
        SamMask whole;
        static_cast<void>(whole.toDevice(readBase));
        const QByteArray expected = whole.fromDevice(cardAnswer());
        SamMask cut;
        QByteArray asked;
        for (const char byte : readBase)
            asked += cut.toDevice(QByteArray(1, byte));
        QCOMPARE(asked, readBase);
        QByteArray masked;
        for (const char byte : cardAnswer())
            masked += cut.fromDevice(QByteArray(1, byte));
        QCOMPARE(masked, expected);
    }

    void aWrongChecksumStaysWrong()
    {
        SamMask mask;
        static_cast<void>(mask.toDevice(readBase));
        QByteArray broken = cardAnswer();
        broken.back() = static_cast<char>(broken.back() ^ 0x01);
        SamFrameDecoder decoder;
        decoder.feed(mask.fromDevice(broken));
        const auto body = decoder.next();
        QVERIFY(body && !body->has_value() && body->error() == SamFrameDecoder::Fault::BadChecksum);
    }

    // The beginning was lost on the line, or the recording began in the middle: nobody can tell what it is.
    void halfAFrameIsNothing()
    {
        for (const qsizetype lost : {1, 4, 6, 12, 300}) {
            SamMask mask;
            static_cast<void>(mask.toDevice(readBase));
            const QByteArray masked = mask.fromDevice(cardAnswer().mid(lost));
            QCOMPARE(masked.size(), cardAnswer().size() - lost);
            noneOfIt(masked);
        }
        SamMask unasked; // nothing was asked for, a card comes all the same
        noneOfIt(unasked.fromDevice(cardAnswer()));
    }

    void statusAndReadersNumberStay_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("reset") << hex("AAAAAA9669 0003 10FF EC") << hex("AAAAAA9669 0004 000090 94");
        QTest::newRow("find") << hex("AAAAAA9669 0003 2001 22") << hex("AAAAAA9669 0008 00009F 00000000 97");
        QTest::newRow("select") << hex("AAAAAA9669 0003 2002 21") << hex("AAAAAA9669 000C 000090 0000000000000000 9C");
        QTest::newRow("no card") << hex("AAAAAA9669 0003 2001 22") << hex("AAAAAA9669 0004 000080 84");
        QTest::newRow("SAM id") << hex("AAAAAA9669 0003 12FF EE")
                                << frameOf(hex("000090") + hex("0500010053ED330178563412B1685503"));
    }
    void statusAndReadersNumberStay()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, answer);
        SamMask mask;
        QCOMPARE(mask.toDevice(request), request);
        QCOMPARE(mask.fromDevice(answer), answer);
    }

    void aReceiptKeepsItsCommandsOnly_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("kept");
        const auto row = [](const char *name, const QByteArray &sent, const QByteArray &kept) {
            QTest::newRow(name) << sent << kept;
        };
        row("initialise, Chinese, status off", hex("1B40 1C26 1D6100"), hex("1B40 1C26 1D6100"));
        row("text and line feed", "Wang 1\n", "xxxxxx\n");
        row("GB18030, two and four bytes", hex("CDF5 9534B235 0A"), "xxxxxx\n");
        row("size, align, bold", hex("1D2111 1B6101 1B4501") + "A", hex("1D2111 1B6101 1B4501") + "x");
        row("picture", hex("1D763000 0200 0200 FF00FF81") + "A", hex("1D763000 0200 0200 00000000") + "x");
        row("code", hex("1D286B 0700 315030") + "TB1;", hex("1D286B 0700 315030") + "xxxx");
        row("code size and print", hex("1D286B 0300 314306 1D286B 0300 315130"), hex("1D286B 0300 314306 1D286B 0300 315130"));
        row("cut", hex("1D564210 1D5601"), hex("1D564210 1D5601"));
        row("questions", hex("100404 1D7201 100502"), hex("100404 1D7201 100502"));
        row("process id", hex("1D2848 0600 3030") + "1234", hex("1D2848 0600") + "xxxxxx");
        row("a command nobody knows", hex("1B7F") + "Li", hex("1B") + "xxx");
    }
    void aReceiptKeepsItsCommandsOnly()
    {
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, kept);
        EscposMask whole;
        QCOMPARE(whole.toDevice(sent), kept);
        EscposMask cut;
        QByteArray masked;
        for (const char byte : sent)
            masked += cut.toDevice(QByteArray(1, byte));
        QCOMPARE(masked, kept);
        QCOMPARE(whole.fromDevice(hex("12")), hex("12"));
    }

    void aCodeKeepsItsLength()
    {
        const CodeMask mask;
        QCOMPARE(mask.fromDevice("]Q1TB1;0042\r\n"), QByteArray("xxxxxxxxxxx\r\n"));
    }
};

QTEST_GUILESS_MAIN(RecordingMasksTest)
#include "recording_masks_test.moc"
