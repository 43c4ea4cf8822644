// SPDX-License-Identifier: GPL-3.0-or-later
// 查进度: from the home page to the way of a case and the letter of the office.
#include "app/flow/progress/status_words.h"
#include "tests/unit/view/kiosk_progress_rig.h"

using namespace tongban;
using namespace tongban::test;

class KioskProgressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCardOpensTheOwnCases();
    void oneCaseIsShownAtOnce();
    void nothingFoundSaysWhereElse();
    void theWayIsNewestFirstWithItsLetters();
    void theLetterSaysWhatIsWanted();
    void newsComeWhileOneReads();
    void whatTheReaderSaysIsTold();
    void aBrokenStoreIsAskedAgainWithoutTheCard();
    void onlyWhatIsShownIsSaid();
    void theReadersLampShowsWhere();
};

void KioskProgressTest::aCardOpensTheOwnCases()
{
    KioskRig rig;
    rig.store.setFollowed(two());
    rig.reader.gate.close();
    QVERIFY(rig.toHome());
    rig.kiosk().progress()->open();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("ProgressIdentify"));
    QVERIFY(rig.kiosk().busy() && rig.kiosk().canGoBack() && !rig.kiosk().canGoForward());
    QTRY_VERIFY(rig.reader.gate.hasWaiter());
    QCOMPARE(rig.store.count(QStringLiteral("ofHolder")), 0); // nobody's, before a card
    rig.reader.gate.open();
    QVERIFY(rig.reach(QStringLiteral("ProgressList")));
    view::RowModel *cases = rig.kiosk().progress()->cases();
    QCOMPARE(cases->count(), 2);
    QCOMPARE(cases->value(0, "wanted").toBool(), true);
    QCOMPARE(cases->value(1, "wanted").toBool(), false);
    QCOMPARE(cases->value(1, "state").toString(), flow::progress::wordsOf(CaseStatus::Accepted).brief);
    QCOMPARE(rig.kiosk().holderName(), QStringLiteral("欧*")); // masked, as everywhere
    rig.kiosk().progress()->choose(cases->value(1, "caseId").toString());
    QCOMPARE(rig.kiosk().step(), QStringLiteral("ProgressCase"));
    QCOMPARE(rig.kiosk().progress()->localNumber(), QStringLiteral("N-2"));
    QCOMPARE(rig.store.count(QStringLiteral("saveDraft")), 0);
}

void KioskProgressTest::oneCaseIsShownAtOnce()
{
    KioskRig rig;
    ports::Followed one = two();
    one.cases.pop_back();
    rig.store.setFollowed(one);
    QVERIFY(rig.toHome());
    rig.kiosk().progress()->open();
    QVERIFY(rig.reach(QStringLiteral("ProgressCase")));
    rig.kiosk().backward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Home"));
}

void KioskProgressTest::nothingFoundSaysWhereElse()
{
    KioskRig rig;
    QVERIFY(toList(rig));
    QCOMPARE(rig.kiosk().progress()->cases()->count(), 0);
    QVERIFY(rig.kiosk().subtitle().contains(QStringLiteral("工作人员")));
}

void KioskProgressTest::theWayIsNewestFirstWithItsLetters()
{
    KioskRig rig;
    ports::Followed known = two();
    const QDateTime asked = known.cases.front().way.back().at;
    known.cases.front().notices = {{.id = QUuid::createUuid(),
                                    .caseId = known.cases.front().id,
                                    .kind = ports::NoticeKind::Correction,
                                    .issuedAt = asked,
                                    .due = {},
                                    .title = QStringLiteral("请补正"),
                                    .items = {},
                                    .isRead = true}};
    known.cases.front().way[1].at = known.cases.front().submittedAt.addDays(-3); // the city's clock is behind
    rig.store.setFollowed(known);
    QVERIFY(toCase(rig));
    view::RowModel *way = rig.kiosk().progress()->way();
    QCOMPARE(way->count(), 4);
    QCOMPARE(way->value(0, "text").toString(), flow::progress::wordsOf(CaseStatus::Supplementing).brief);
    QVERIFY(way->value(0, "now").toBool());
    QVERIFY(way->value(1, "letter").toBool() && !way->value(1, "now").toBool());
    QCOMPARE(way->value(2, "text").toString(), flow::progress::wordsOf(CaseStatus::Submitted).brief);
    QCOMPARE(way->value(3, "text").toString(), flow::progress::wordsOf(CaseStatus::Queued).brief);
    QVERIFY(rig.kiosk().progress()->asOfText().contains(QStringLiteral("11月21日")));
}

void KioskProgressTest::theLetterSaysWhatIsWanted()
{
    KioskRig rig;
    ports::Followed known = two();
    const QString unclear = QStringLiteral("第三页看不清，请重新交");
    known.cases.front().notices = {
        {.id = QUuid::createUuid(),
         .caseId = known.cases.front().id,
         .kind = ports::NoticeKind::Correction,
         .issuedAt = known.cases.front().way.back().at,
         .due = QDate(2026, 12, 1),
         .title = QStringLiteral("请补正"),
         .items = {{QStringLiteral("householdRegister"), unclear}, {{}, QStringLiteral("请写上电话")}},
         .isRead = true}};
    // Brought already: there is nothing to answer any more.
    known.cases.front().supplements = {{.letter = known.cases.front().notices.front().id,
                                        .number = QStringLiteral("N-B1"),
                                        .at = known.cases.front().way.back().at,
                                        .state = ports::GivenSupplement::State::Kept}};
    rig.store.setFollowed(known);
    QVERIFY(toCase(rig));
    rig.kiosk().forward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("ProgressLetter"));
    view::RowModel *letter = rig.kiosk().progress()->letter();
    QCOMPARE(letter->count(), 2);
    QVERIFY(!letter->value(0, "place").toString().isEmpty());
    QCOMPARE(letter->value(0, "text").toString(), unclear);
    QVERIFY(rig.speaker.said.last().contains(unclear)); // read aloud whole
    rig.kiosk().backward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("ProgressCase"));
    rig.kiosk().forward();
    rig.kiosk().forward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
    QVERIFY(!foundIn(rig.kiosk(), unclear) && knowsNobody(rig));
}

void KioskProgressTest::newsComeWhileOneReads()
{
    KioskRig rig;
    rig.store.setFollowed(two());
    QVERIFY(toCase(rig));
    ports::Followed later = two();
    later.cases.front().id = rig.kiosk().progress()->state().chosen;
    later.cases.front().status = CaseStatus::Received;
    rig.store.setFollowed(later);
    rig.kiosk().statusArrived(later.cases.front().id, CaseStatus::Received, {});
    QTRY_COMPARE(rig.kiosk().title(), flow::progress::wordsOf(CaseStatus::Received).brief);
    QCOMPARE(rig.kiosk().step(), QStringLiteral("ProgressCase"));
}

void KioskProgressTest::whatTheReaderSaysIsTold()
{
    KioskRig rig;
    rig.store.setFollowed(two());
    rig.reader.script.once(fail(ErrorKind::CardLifted, QStringLiteral("test")));
    QVERIFY(rig.toHome());
    rig.kiosk().progress()->open();
    QVERIFY(rig.reach(QStringLiteral("ProgressIdentify")));
    QVERIFY(rig.kiosk().trouble()->active());
    QVERIFY(!rig.kiosk().trouble()->actionText().isEmpty());
    rig.kiosk().tryAgain();
    QVERIFY(rig.reach(QStringLiteral("ProgressList")));
    QVERIFY(!rig.kiosk().trouble()->active());
}

void KioskProgressTest::aBrokenStoreIsAskedAgainWithoutTheCard()
{
    KioskRig rig;
    rig.store.setFollowed(two());
    rig.store.failOnce(QStringLiteral("ofHolder"), ErrorKind::StoreCorrupt);
    QVERIFY(rig.toHome());
    rig.kiosk().progress()->open();
    QTRY_VERIFY(rig.kiosk().trouble()->active());
    QCOMPARE(rig.kiosk().step(), QStringLiteral("ProgressIdentify"));
    rig.kiosk().tryAgain();
    QVERIFY(rig.reach(QStringLiteral("ProgressList")));
    QCOMPARE(rig.reader.script.calls(), 1);
}

void KioskProgressTest::onlyWhatIsShownIsSaid()
{
    KioskRig rig;
    rig.store.setFollowed(two());
    QVERIFY(toCase(rig));
    QCOMPARE(rig.speaker.said.last(), QStringList({rig.kiosk().title(), rig.kiosk().subtitle()}));
    for (const QStringList &said : rig.speaker.said)
        QVERIFY2(!said.join(u' ').contains(QString::fromLatin1(followedNumber)), "a number is never read aloud");
}

void KioskProgressTest::theReadersLampShowsWhere()
{
    KioskRig rig;
    rig.reader.gate.close();
    QVERIFY(rig.toHome());
    rig.kiosk().progress()->open();
    QTRY_VERIFY(rig.board.lit().contains(domain::DeviceClass::IdCardReader));
    rig.reader.gate.open();
    QVERIFY(rig.reach(QStringLiteral("ProgressList")));
    QTRY_VERIFY(rig.board.lit().empty());
}

QTEST_MAIN(KioskProgressTest)
#include "kiosk_progress_test.moc"
