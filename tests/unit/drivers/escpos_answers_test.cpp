// SPDX-License-Identifier: GPL-3.0-or-later
// Bits as DEVICES §2 gives them (Epson ESC/POS command reference: DLE EOT, GS a, GS r, GS ( H).
#include "drivers/codec/escpos_answers.h"

#include <QTest>

using namespace tongban::drivers::codec;

namespace {

// One letter an answer: R real time, O in order, P process id, A automatic, x alien.
QByteArray kinds(const char *hex, bool processIds = false)
{
    EscposAnswerDecoder decoder(processIds);
    QByteArray seen;
    for (const EscposAnswer &answer : decoder.feed(QByteArray::fromHex(hex)))
        seen += "ROPAx"[answer.index()];
    return seen;
}

} // namespace

class EscposAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsThemApart_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<bool>("processIds");
        QTest::addColumn<QByteArray>("kinds");
        QTest::newRow("real time") << QByteArray("12167e") << false << QByteArray("RRR");
        QTest::newRow("in order") << QByteArray("00030c0f") << false << QByteArray("OOOO");
        QTest::newRow("alien") << QByteArray("ffc3a581") << false << QByteArray("xxxx");
        // The last three bytes of an automatic status look like answers to GS r.
        QTest::newRow("automatic") << QByteArray("10000000") << false << QByteArray("A");
        QTest::newRow("automatic, then the answer") << QByteArray("18000c0000") << false << QByteArray("AO");
        QTest::newRow("a real-time answer in its middle") << QByteArray("1000120000") << false << QByteArray("RA");
        QTest::newRow("cut short, then another") << QByteArray("10001000000000") << false << QByteArray("AO");
        QTest::newRow("cut short: the answer is swallowed, not invented")
            << QByteArray("100000") << false << QByteArray("");
        QTest::newRow("process id") << QByteArray("37223030343200") << true << QByteArray("P");
        QTest::newRow("nobody asked for it") << QByteArray("37") << false << QByteArray("x");
        QTest::newRow("digits look like real-time answers") << QByteArray("37223232323200") << true << QByteArray("P");
        QTest::newRow("a broken process id") << QByteArray("3722303000") << true << QByteArray("x");
        QTest::newRow("a wrong mark") << QByteArray("370012") << true << QByteArray("xR");
    }
    void tellsThemApart()
    {
        QFETCH(QByteArray, hex);
        QFETCH(bool, processIds);
        QTEST(kinds(hex.constData(), processIds), "kinds");
    }

    void readsTheProcessId()
    {
        EscposAnswerDecoder decoder(true);
        const auto answers = decoder.feed(QByteArray::fromHex("37223030343200"));
        QCOMPARE(answers.size(), 1U);
        QCOMPARE(std::get<EscposProcessId>(answers.front()).id, QByteArray("0042"));
    }

    void readsTheAutomaticStatus()
    {
        EscposAnswerDecoder decoder;
        const auto answers = decoder.feed(QByteArray::fromHex("38000F00"));
        QCOMPARE(answers.size(), 1U);
        const auto &status = std::get<EscposAutomatic>(answers.front()).status;
        QVERIFY(status.offline && status.coverOpen && status.paperOut && status.stopsPrinting());
    }

    // Whatever a printer reports by itself, at whatever place it is cut off: it never confirms a job.
    void automaticStatusIsNeverAnAnswer()
    {
        for (int first = 0; first < 256; ++first) {
            if (!beginsEscposAutomaticStatus(static_cast<quint8>(first)))
                continue;
            for (int length = 1; length <= 4; ++length) {
                const QByteArray group = (QByteArray(1, static_cast<char>(first)) + QByteArray(3, '\0')).left(length);
                QVERIFY(!kinds(group.toHex().constData()).contains('O'));
            }
        }
    }
};

QTEST_GUILESS_MAIN(EscposAnswersTest)
#include "escpos_answers_test.moc"
