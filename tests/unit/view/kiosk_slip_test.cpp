// SPDX-License-Identifier: GPL-3.0-or-later
// 打印材料清单: from the guide to the paper and its journal, without a card.
#include "app/core/catalogue/notice_link.h"
#include "tests/unit/view/kiosk_rig.h"

using namespace tongban;
using namespace tongban::test;

class KioskSlipTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesFromTheGuideWithoutACard();
    void putsEveryStepOnRecordInOrder();
    void printsForTheSituationThatWasAnswered();
    void tellsWhatIsWrongAndTriesAgain();
    void asksWhenNobodyCanKnow();
    void doesNotPrintWithoutARecord();
    void recordsTheOutcomeOfAPersonWhoLeft();

private:
    static QStringList journal(KioskRig &rig);
    static bool toSlip(KioskRig &rig)
    {
        if (!rig.toHome() || !rig.toGuide())
            return false;
        rig.kiosk().printSlip();
        return rig.reach(QStringLiteral("Slip"));
    }
};

QStringList KioskSlipTest::journal(KioskRig &rig)
{
    QStringList lines;
    for (const QString &line : rig.store.lines()) {
        if (line.startsWith(QLatin1String("reserve")) || line == QLatin1String("paper") ||
            line.startsWith(QLatin1String("record ")))
            lines.append(line);
    }
    return lines;
}

void KioskSlipTest::comesFromTheGuideWithoutACard()
{
    KioskRig rig;
    QVERIFY(toSlip(rig));
    QCOMPARE(rig.kiosk().receipt()->phase(), QStringLiteral("confirmed"));
    QCOMPARE(rig.reader.script.calls(), 0);
    QCOMPARE(rig.store.count(QStringLiteral("saveDraft")), 0);
    const auto paper = rig.printer.printed();
    QCOMPARE(paper.size(), size_t(1));
    const auto &blocks = paper.front().blocks;
    QCOMPARE(std::get<domain::ReceiptText>(blocks.front()).text, rig.kiosk().hallName());
    rig.kiosk().forward();
    QVERIFY(rig.reach(QStringLiteral("Guide")));
    rig.kiosk().forward();
    QVERIFY(rig.reach(QStringLiteral("Form")));
}

void KioskSlipTest::putsEveryStepOnRecordInOrder()
{
    KioskRig rig;
    rig.printer.onPrint = [&rig] { rig.store.note(QStringLiteral("paper")); };
    QVERIFY(toSlip(rig));
    QCOMPARE(journal(rig),
             QStringList({QStringLiteral("reserveSheet notice gaoling-jintie 2026.1"),
                          QStringLiteral("record Printing"), QStringLiteral("paper"), QStringLiteral("record Done")}));
}

void KioskSlipTest::printsForTheSituationThatWasAnswered()
{
    KioskRig rig;
    const domain::ServiceItem item = shippedItem(QStringLiteral("yanglao-daiyu-shenling"));
    rig.store.setItems({item});
    QVERIFY(rig.toHome());
    rig.kiosk().chooseItem(item.code);
    QVERIFY(rig.reach(QStringLiteral("Guide")));
    rig.kiosk().printSlip();
    QVERIFY(rig.reach(QStringLiteral("Situation")));
    for (int question = 0; question < 9 && rig.kiosk().step() == QLatin1String("Situation"); ++question) {
        rig.answerPage();
        rig.kiosk().forward();
    }
    QVERIFY(rig.reach(QStringLiteral("Slip")));
    const auto paper = rig.printer.printed();
    QCOMPARE(paper.size(), size_t(1));
    std::optional<catalogue::NoticeLink> link;
    for (const domain::ReceiptBlock &block : paper.front().blocks) {
        if (const auto *code = std::get_if<domain::ReceiptQr>(&block))
            link = catalogue::noticeLinkIn(code->data);
    }
    QVERIFY(link);
    QCOMPARE(link->itemCode, item.code);
    QVERIFY(!link->situations.isEmpty());
    QVERIFY(link->situations == rig.kiosk().state().situations);
}

void KioskSlipTest::tellsWhatIsWrongAndTriesAgain()
{
    KioskRig rig;
    rig.printer.script.once(fail(ErrorKind::PaperOut, QStringLiteral("test")));
    QVERIFY(toSlip(rig));
    QVERIFY(rig.kiosk().trouble()->active());
    QVERIFY(rig.kiosk().trouble()->title().contains(QStringLiteral("纸")));
    QCOMPARE(journal(rig).last(), QStringLiteral("record Failed"));
    rig.kiosk().tryAgain();
    QTRY_COMPARE(rig.kiosk().receipt()->phase(), QStringLiteral("confirmed"));
    QVERIFY(!rig.kiosk().trouble()->active());
    QCOMPARE(rig.printer.script.calls(), 2);
}

void KioskSlipTest::asksWhenNobodyCanKnow()
{
    KioskRig rig;
    rig.printer.script.once(ports::PrintOutcome::Unknown);
    QVERIFY(toSlip(rig));
    QCOMPARE(rig.kiosk().receipt()->phase(), QStringLiteral("asking"));
    QCOMPARE(rig.printer.script.calls(), 1); // nothing is repeated by itself
    rig.kiosk().paperCameOut(false);
    QTRY_COMPARE(journal(rig).last(), QStringLiteral("record Denied"));
    QCOMPARE(rig.kiosk().receipt()->phase(), QStringLiteral("failed"));
    rig.kiosk().tryAgain();
    QTRY_COMPARE(rig.kiosk().receipt()->phase(), QStringLiteral("confirmed"));
}

void KioskSlipTest::doesNotPrintWithoutARecord()
{
    KioskRig rig;
    rig.store.failOnce(QStringLiteral("record Printing"), ErrorKind::StoreFull);
    QVERIFY(toSlip(rig));
    QVERIFY(rig.kiosk().trouble()->active());
    QCOMPARE(rig.printer.script.calls(), 0);
}

void KioskSlipTest::recordsTheOutcomeOfAPersonWhoLeft()
{
    KioskRig rig;
    QVERIFY(rig.toHome() && rig.toGuide());
    rig.printer.gate.close();
    rig.kiosk().printSlip();
    QTRY_VERIFY(rig.printer.gate.hasWaiter());
    rig.kiosk().startOver();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
    rig.printer.gate.open();
    QTRY_COMPARE(journal(rig).last(), QStringLiteral("record Done"));
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
}

QTEST_MAIN(KioskSlipTest)
#include "kiosk_slip_test.moc"
