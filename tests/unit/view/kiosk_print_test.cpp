// SPDX-License-Identifier: GPL-3.0-or-later
// The print journal's order, and what happens when nobody can know whether paper came out.
#include "tests/unit/view/kiosk_rig.h"

using namespace tongban;
using namespace tongban::test;

class KioskPrintTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void putsEveryStepOnRecordInOrder();
    void recordsAFailureBeforeTheFirstByte();
    void asksWhenNobodyCanKnow();
    void asksAfterACrashWhilePrinting();
    void doesNotPrintWithoutARecord();
    void tellsTheTruthWhenTheOutcomeCannotBeRecorded();
    void recordsTheOutcomeOfAPersonWhoLeft();
    void printsASpareCopyUnderAJobOfItsOwn();
    void asksOfASpareCopyToo();

private:
    static QStringList journal(KioskRig &rig);
    static void watchPaper(KioskRig &rig);
};

QStringList KioskPrintTest::journal(KioskRig &rig)
{
    QStringList lines;
    for (const QString &line : rig.store.lines()) {
        if (line == QLatin1String("reserve") || line == QLatin1String("paper") ||
            line.startsWith(QLatin1String("record ")))
            lines.append(line);
    }
    return lines;
}

void KioskPrintTest::watchPaper(KioskRig &rig)
{
    rig.printer.onPrint = [&rig] { rig.store.note(QStringLiteral("paper")); };
}

void KioskPrintTest::putsEveryStepOnRecordInOrder()
{
    KioskRig rig;
    watchPaper(rig);
    QVERIFY(rig.atReview() && rig.toReceipt());
    QCOMPARE(rig.kiosk().receipt()->phase(), QStringLiteral("confirmed"));
    QCOMPARE(journal(rig), QStringList({QStringLiteral("reserve"), QStringLiteral("record Printing"),
                                        QStringLiteral("paper"), QStringLiteral("record Done")}));
}

void KioskPrintTest::recordsAFailureBeforeTheFirstByte()
{
    KioskRig rig;
    rig.printer.script.once(fail(ErrorKind::PaperOut, QStringLiteral("test")));
    QVERIFY(rig.atReview() && rig.toReceipt());
    QCOMPARE(journal(rig).last(), QStringLiteral("record Failed"));
    rig.kiosk().tryAgain();
    QTRY_COMPARE(rig.kiosk().receipt()->phase(), QStringLiteral("confirmed"));
    QCOMPARE(rig.printer.script.calls(), 2);
}

void KioskPrintTest::asksWhenNobodyCanKnow()
{
    KioskRig rig;
    rig.printer.script.once(ports::PrintOutcome::Unknown);
    QVERIFY(rig.atReview() && rig.toReceipt());
    QCOMPARE(rig.kiosk().receipt()->phase(), QStringLiteral("asking"));
    QCOMPARE(rig.printer.script.calls(), 1); // nothing is repeated by itself
    rig.kiosk().paperCameOut(false);
    QTRY_COMPARE(journal(rig).last(), QStringLiteral("record Denied"));
    QCOMPARE(rig.printer.script.calls(), 1);
    rig.kiosk().tryAgain();
    QTRY_COMPARE(rig.kiosk().receipt()->phase(), QStringLiteral("confirmed"));
    QCOMPARE(journal(rig),
             QStringList({QStringLiteral("reserve"), QStringLiteral("record Printing"),
                          QStringLiteral("record Unknown"), QStringLiteral("record Denied"), QStringLiteral("reserve"),
                          QStringLiteral("record Printing"), QStringLiteral("record Done")}));
}

void KioskPrintTest::asksAfterACrashWhilePrinting()
{
    KioskRig rig;
    domain::SubmittedCase submitted;
    submitted.content.id = QUuid::createUuid();
    submitted.content.item = shippedItem(QStringLiteral("gaoling-jintie"));
    submitted.content.applicant = oldWidow();
    submitted.localNumber = QStringLiteral("K01-20261120-0001");
    submitted.submittedAt = rig.clock.nowUtc();
    rig.store.setUnfinished({.draft = std::nullopt, .withoutReceipt = submitted});
    rig.store.setNewest(ports::PrintState::Unknown);
    QVERIFY(rig.toHome() && rig.toGuide());
    rig.kiosk().forward();
    QVERIFY(rig.reach(QStringLiteral("Resume")));
    QVERIFY(rig.kiosk().resume()->hasReceipt());
    rig.kiosk().wantReceipt();
    QTRY_COMPARE(rig.kiosk().receipt()->phase(), QStringLiteral("asking"));
    QCOMPARE(rig.printer.script.calls(), 0);
    rig.kiosk().paperCameOut(true);
    QTRY_COMPARE(journal(rig), QStringList({QStringLiteral("record Confirmed")}));
    QCOMPARE(rig.kiosk().receipt()->phase(), QStringLiteral("confirmed"));
}

void KioskPrintTest::doesNotPrintWithoutARecord()
{
    KioskRig rig;
    rig.store.failOnce(QStringLiteral("record Printing"), ErrorKind::StoreFull);
    QVERIFY(rig.atReview() && rig.toReceipt());
    QVERIFY(rig.kiosk().trouble()->active());
    QCOMPARE(rig.printer.script.calls(), 0);
}

void KioskPrintTest::tellsTheTruthWhenTheOutcomeCannotBeRecorded()
{
    KioskRig rig;
    rig.store.failOnce(QStringLiteral("record Done"), ErrorKind::StoreFull);
    QVERIFY(rig.atReview() && rig.toReceipt());
    QCOMPARE(rig.kiosk().receipt()->phase(), QStringLiteral("confirmed")); // it is on paper
    QCOMPARE(rig.store.newest({})->state, ports::PrintState::Printing);    // and will be asked about
}

void KioskPrintTest::recordsTheOutcomeOfAPersonWhoLeft()
{
    KioskRig rig;
    QVERIFY(rig.atReview());
    rig.printer.gate.close();
    rig.kiosk().forward();
    QTRY_VERIFY(rig.printer.gate.hasWaiter());
    rig.kiosk().startOver();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
    rig.printer.gate.open();
    QTRY_COMPARE(journal(rig).last(), QStringLiteral("record Done"));
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
    QVERIFY(rig.kiosk().receipt()->localNumber().isEmpty());
}

void KioskPrintTest::printsASpareCopyUnderAJobOfItsOwn()
{
    KioskRig rig;
    QVERIFY(rig.atReview() && rig.toReceipt());
    const QUuid first = rig.store.newest({})->job;
    rig.kiosk().wantSpare();
    QVERIFY(rig.kiosk().receipt()->spare());
    QTRY_COMPARE(rig.kiosk().receipt()->phase(), QStringLiteral("confirmed"));
    QVERIFY(rig.store.newest({})->job != first);
    QCOMPARE(rig.store.count(QStringLiteral("record Printing: spare copy")), 1);
    QCOMPARE(rig.store.count(QStringLiteral("submit")), 1);
    const auto papers = rig.printer.printed();
    QCOMPARE(papers.size(), size_t(2));
    const auto marked = [](const domain::ReceiptDocument &paper) {
        return std::any_of(paper.blocks.begin(), paper.blocks.end(), [](const domain::ReceiptBlock &block) {
            const auto *text = std::get_if<domain::ReceiptText>(&block);
            return text && text->text.contains(QStringLiteral("副本"));
        });
    };
    QVERIFY(!marked(papers.at(0)) && marked(papers.at(1)));
    rig.kiosk().forward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Rating"));
}

void KioskPrintTest::asksOfASpareCopyToo()
{
    KioskRig rig;
    QVERIFY(rig.atReview() && rig.toReceipt());
    rig.printer.script.once(ports::PrintOutcome::Unknown);
    rig.kiosk().wantSpare();
    QTRY_COMPARE(rig.kiosk().receipt()->phase(), QStringLiteral("asking"));
    QCOMPARE(rig.printer.script.calls(), 2);
    rig.kiosk().paperCameOut(false);
    QTRY_COMPARE(journal(rig).last(), QStringLiteral("record Denied"));
    QCOMPARE(rig.printer.script.calls(), 2); // nothing is repeated by itself
    QVERIFY(rig.kiosk().canGoForward());
}

QTEST_MAIN(KioskPrintTest)
#include "kiosk_print_test.moc"
