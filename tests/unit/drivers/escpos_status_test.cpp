// SPDX-License-Identifier: GPL-3.0-or-later
// Bits as DEVICES §2 gives them (Epson ESC/POS command reference: DLE EOT, GS a, GS r).
#include "drivers/codec/escpos_status.h"

#include <QTest>

using namespace tongban::drivers::codec;

class EscposStatusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asks()
    {
        QCOMPARE(escposAskRealTime(EscposQuery::Paper).toHex(), QByteArray("100404"));
        QCOMPARE(escposAskInOrder().toHex(), QByteArray("1d7201"));
        QCOMPARE(escposAskProcessId("0042").toHex(), QByteArray("1d284806003030"
                                                                "30303432"));
        QCOMPARE(escposRecoverAndClear().toHex(), QByteArray("100502"));
        QCOMPARE(escposClearBuffers().toHex(), QByteArray("10140801031401060208"));
    }

    void understandsAnswers_data()
    {
        QTest::addColumn<int>("query");
        QTest::addColumn<int>("answer");
        QTest::addColumn<QByteArray>("flags"); // o offline, c cover, p paper out, n near end, k cutter, f fault
        QTest::newRow("well") << 1 << 0x12 << QByteArray("");
        QTest::newRow("offline") << 1 << 0x1A << QByteArray("o");
        QTest::newRow("cover") << 2 << 0x16 << QByteArray("c");
        QTest::newRow("feed key") << 2 << 0x1A << QByteArray("");
        QTest::newRow("stopped by paper end") << 2 << 0x32 << QByteArray("p");
        QTest::newRow("error") << 2 << 0x52 << QByteArray("f");
        QTest::newRow("mechanical") << 3 << 0x16 << QByteArray("f");
        QTest::newRow("cutter") << 3 << 0x1A << QByteArray("kf");
        QTest::newRow("unrecoverable") << 3 << 0x32 << QByteArray("f");
        QTest::newRow("hot head") << 3 << 0x52 << QByteArray("f");
        QTest::newRow("near end") << 4 << 0x1E << QByteArray("n");
        QTest::newRow("out") << 4 << 0x7E << QByteArray("pn");
    }
    void understandsAnswers()
    {
        QFETCH(int, query);
        QFETCH(int, answer);
        QFETCH(QByteArray, flags);
        QVERIFY(isEscposRealTimeAnswer(static_cast<quint8>(answer)));
        EscposStatus status;
        status.add(static_cast<EscposQuery>(query), static_cast<quint8>(answer));
        QCOMPARE(status.offline, flags.contains('o'));
        QCOMPARE(status.coverOpen, flags.contains('c'));
        QCOMPARE(status.paperOut, flags.contains('p'));
        QCOMPARE(status.paperNearEnd, flags.contains('n'));
        QCOMPARE(status.cutterFault, flags.contains('k'));
        QCOMPARE(status.fault, flags.contains('f'));
        QCOMPARE(status.toPort().online, !flags.contains('o'));
    }

    void modelsDifferInTheirErrorBits()
    {
        EscposStatus status;
        status.add(EscposQuery::ErrorCause, 0x16, {.mechanical = 0, .cutter = 0x04});
        QVERIFY(status.cutterFault && status.fault);
        EscposStatus other;
        other.add(EscposQuery::ErrorCause, 0x1A, {.mechanical = 0x04, .cutter = 0});
        QVERIFY(!other.cutterFault && !other.fault); // a model without a cutter sets bit 3 for something else
    }

    // No byte may be both: a real-time answer overtakes the buffer and proves nothing.
    void tellsTheAnswersApart()
    {
        int inOrder = 0;
        for (int byte = 0; byte < 256; ++byte) {
            const auto b = static_cast<quint8>(byte);
            QVERIFY(!(isEscposInOrderAnswer(b) && isEscposRealTimeAnswer(b)));
            inOrder += isEscposInOrderAnswer(b);
        }
        QCOMPARE(inOrder, 4);
        QVERIFY(inOrderAnswerSaysPaperOut(0x0C));
        QVERIFY(!inOrderAnswerSaysPaperOut(0x03));
    }

    void understandsAutomaticStatus()
    {
        const auto status = parseEscposAutomaticStatus(QByteArray::fromHex("38000F00"));
        QVERIFY(status.has_value());
        QVERIFY(status->offline && status->coverOpen && status->paperOut && status->paperNearEnd && !status->fault);
        QVERIFY(!parseEscposAutomaticStatus(QByteArray::fromHex("12000000"))); // a DLE EOT answer first
        QVERIFY(!parseEscposAutomaticStatus(QByteArray::fromHex("10000090")));
        QVERIFY(!parseEscposAutomaticStatus(QByteArray::fromHex("100000")));
    }
};

QTEST_GUILESS_MAIN(EscposStatusTest)
#include "escpos_status_test.moc"
