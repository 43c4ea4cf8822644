// SPDX-License-Identifier: GPL-3.0-or-later
// 查进度: from the home page to the way of a case, and every way out of it.
#include "app/flow/progress/status_words.h"
#include "tests/unit/view/kiosk_rig.h"
#include "tests/unit/view/residue.h"

using namespace tongban;
using namespace tongban::test;
using namespace std::chrono_literals;
using domain::CaseStatus;

class KioskProgressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCardOpensTheOwnCases();
    void oneCaseIsShownAtOnce();
    void nothingFoundSaysWhereElse();
    void theWayIsNewestFirstWithItsLetters();
    void newsComeWhileOneReads();
    void whatTheReaderSaysIsTold();
    void aBrokenStoreIsAskedAgainWithoutTheCard();
    void backForgetsThePerson();
    void seenIsGoodBye();
    void startOverWipes();
    void idleWipes();
    void aCardThatIsReadTooLateOpensNothing();
    void whoLooksUpMayFinishWhenTheCityCloses();
    void onlyWhatIsShownIsSaid();
    void theReadersLampShowsWhere();

private:
    static constexpr auto number = "110105001001-0077";
    static ports::FollowedCase followed(const char *localNumber, CaseStatus status)
    {
        const QDateTime from(QDate(2026, 11, 12), QTime(2, 0), Qt::UTC);
        return {.id = QUuid::createUuid(),
                .localNumber = QString::fromLatin1(localNumber),
                .projectNumber = {},
                .item = shippedItem(QString::fromLatin1(KioskRig::itemCode)),
                .submittedAt = from,
                .status = status,
                .way = {{CaseStatus::Queued, from}, {CaseStatus::Submitted, from.addDays(1)}, {status, from.addDays(2)}},
                .notices = {}};
    }
    static ports::Followed two()
    {
        return {.cases = {followed(number, CaseStatus::Supplementing), followed("N-2", CaseStatus::Accepted)},
                .asOf = QDateTime(QDate(2026, 11, 21), QTime(2, 0), Qt::UTC)};
    }
    static bool toList(KioskRig &rig)
    {
        if (!rig.toHome())
            return false;
        rig.kiosk().progress()->open();
        return rig.reach(QStringLiteral("ProgressList"));
    }
    static bool toCase(KioskRig &rig)
    {
        if (!toList(rig))
            return false;
        rig.kiosk().progress()->choose(rig.kiosk().progress()->cases()->value(0, "caseId").toString());
        return rig.reach(QStringLiteral("ProgressCase"));
    }
    static bool knowsNobody(KioskRig &rig)
    {
        for (const QString &trace : {QString::fromLatin1(number), QStringLiteral("欧"), QStringLiteral("1101")}) {
            if (foundIn(rig.kiosk(), trace))
                return false;
        }
        return !rig.kiosk().progress()->state().holder && rig.kiosk().progress()->state().found.cases.empty();
    }
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
                                    .items = {}}};
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

void KioskProgressTest::backForgetsThePerson()
{
    KioskRig rig;
    rig.store.setFollowed(two());
    QVERIFY(toCase(rig));
    QVERIFY(!knowsNobody(rig)); // the search finds what is there
    rig.kiosk().backward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("ProgressList"));
    rig.kiosk().backward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Home"));
    QVERIFY(knowsNobody(rig));
    rig.kiosk().chooseItem(QString::fromLatin1(KioskRig::itemCode)); // and an errand can be begun
    QVERIFY(rig.reach(QStringLiteral("Guide")));
}

void KioskProgressTest::seenIsGoodBye()
{
    KioskRig rig;
    rig.store.setFollowed(two());
    QVERIFY(toCase(rig));
    rig.kiosk().forward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
    QVERIFY(knowsNobody(rig));
}

void KioskProgressTest::startOverWipes()
{
    for (const auto arrive : {&KioskProgressTest::toList, &KioskProgressTest::toCase}) {
        KioskRig rig;
        rig.store.setFollowed(two());
        QVERIFY(arrive(rig));
        rig.kiosk().startOver();
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
        QVERIFY(knowsNobody(rig));
    }
}

void KioskProgressTest::idleWipes()
{
    KioskRig rig;
    rig.store.setFollowed(two());
    QVERIFY(toCase(rig));
    rig.clock.advance(61s);
    rig.kiosk().idle().check();
    QVERIFY(rig.kiosk().idleWarning());
    rig.kiosk().stillHere();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("ProgressCase")); // and it is all still there
    rig.clock.advance(61s);
    rig.kiosk().idle().check();
    rig.clock.advance(31s);
    rig.kiosk().idle().check();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
    QVERIFY(knowsNobody(rig));
}

void KioskProgressTest::aCardThatIsReadTooLateOpensNothing()
{
    KioskRig rig;
    rig.store.setFollowed(two());
    rig.reader.gate.close();
    QVERIFY(rig.toHome());
    rig.kiosk().progress()->open();
    QTRY_VERIFY(rig.reader.gate.hasWaiter());
    rig.kiosk().backward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Home"));
    QTRY_VERIFY(!rig.reader.gate.hasWaiter()); // the reader was told to stop
    rig.reader.gate.open();
    QTest::qWait(0);
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Home"));
    QCOMPARE(rig.store.count(QStringLiteral("ofHolder")), 0);
}

void KioskProgressTest::whoLooksUpMayFinishWhenTheCityCloses()
{
    KioskRig rig;
    rig.store.setFollowed(two());
    QVERIFY(toCase(rig));
    rig.kiosk().setClosed(QStringLiteral("停电检修"));
    QCOMPARE(rig.kiosk().step(), QStringLiteral("ProgressCase"));
    rig.kiosk().backward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("ProgressList"));
    rig.kiosk().backward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell")); // a home page that is closed offers nothing
}

void KioskProgressTest::onlyWhatIsShownIsSaid()
{
    KioskRig rig;
    rig.store.setFollowed(two());
    QVERIFY(toCase(rig));
    QCOMPARE(rig.speaker.said.last(), QStringList({rig.kiosk().title(), rig.kiosk().subtitle()}));
    for (const QStringList &said : rig.speaker.said)
        QVERIFY2(!said.join(u' ').contains(QString::fromLatin1(number)), "a number is never read aloud");
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
