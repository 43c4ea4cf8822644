// SPDX-License-Identifier: GPL-3.0-or-later
// The whole journey through the controller that QML gets, and what is left of a person when it is over.
#include "tests/unit/view/kiosk_rig.h"

#include "tests/unit/view/residue.h"
#include <QSignalSpy>

#include <atomic>

using namespace tongban;
using namespace tongban::test;

class KioskJourneyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesFromTouchToFarewell();
    void asksWhoeverIsNotContentWhy();
    void carriesTheCardIntoTheForm();
    void saysWhenThereIsNoCatalogueYet();
    void keepsTheCatalogueThroughAStoreError();
    void closesWhatTheDevicesCannotDo();
    void dropsACardThatArrivesAfterTheSession();
    void dropsAStoreAnswerOfAnOlderSession();
    void forgetsStrokesOfAnotherHolder();
    void resumesAndAbandons();
    void leavesNothingOfThePerson();
    void saysOnlyWhatIsShown();
    void showsTheProjectNumberWhenItComes();
    void sealsTheSmallLookBesideItsPage();
    void keepsElderModeForTheSessionOnly();
};

void KioskJourneyTest::goesFromTouchToFarewell()
{
    KioskRig rig({.farewell = std::chrono::milliseconds(0)});
    int outboxFilled = 0;
    connect(&rig.kiosk(), &view::KioskController::outboxFilled, this, [&] { ++outboxFilled; });
    QVERIFY(rig.atReview());
    QVERIFY(rig.kiosk().review()->rows()->count() > 5);
    QVERIFY(rig.toReceipt());
    QCOMPARE(rig.kiosk().receipt()->localNumber(), QStringLiteral("K01-20261121-0007"));
    QTRY_COMPARE(rig.kiosk().receipt()->phase(), QStringLiteral("confirmed"));
    rig.kiosk().forward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Rating"));
    QStringList steps;
    connect(&rig.kiosk(), &view::KioskController::stepChanged, this, [&] { steps.append(rig.kiosk().step()); });
    rig.kiosk().rate(5);
    QTRY_COMPARE(steps, QStringList({QStringLiteral("Farewell"), QStringLiteral("Attract")}));
    QTRY_COMPARE(rig.store.count(QStringLiteral("saveEvaluation 5")), 1);
    QCOMPARE(rig.store.count(QStringLiteral("submit")), 1);
    QTRY_COMPARE(outboxFilled, 2); // the case, the rating
}

void KioskJourneyTest::asksWhoeverIsNotContentWhy()
{
    KioskRig rig;
    QVERIFY(rig.atReview() && rig.toReceipt());
    rig.kiosk().forward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Rating"));
    rig.kiosk().rate(1);
    QVERIFY(rig.kiosk().rating()->asking());
    view::RowModel *reasons = rig.kiosk().rating()->reasons();
    QCOMPARE(reasons->count(), 6);
    rig.kiosk().toggleReason(reasons->value(1, "code").toString());
    QVERIFY(reasons->value(1, "chosen").toBool() && !reasons->value(0, "chosen").toBool());
    rig.kiosk().forward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
    QVERIFY(!rig.kiosk().rating()->asking() && !reasons->value(1, "chosen").toBool()); // wiped
    QTRY_COMPARE(rig.store.count(QStringLiteral("saveEvaluation 1 slow")), 1);
}

void KioskJourneyTest::carriesTheCardIntoTheForm()
{
    KioskRig rig;
    QVERIFY(rig.toHome() && rig.toGuide() && rig.toForm());
    QVERIFY(rig.kiosk().form()->prefilledCount() >= 5);
    QCOMPARE(rig.kiosk().form()->fields()->value(0, "type").toString(), QStringLiteral("prefilled"));
    QCOMPARE(rig.kiosk().holderName(), QStringLiteral("欧*"));
    QCOMPARE(rig.kiosk().holderId(), QStringLiteral("110105********004X"));
}

void KioskJourneyTest::saysWhenThereIsNoCatalogueYet()
{
    KioskRig rig;
    rig.store.setItems({});
    rig.kiosk().loadCatalogue();
    rig.kiosk().touched();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Home"));
    QVERIFY(!rig.kiosk().home()->catalogueReady());
    QTRY_VERIFY(rig.kiosk().home()->notice().contains(QStringLiteral("正在下载")));
    rig.store.setItems({shippedItem(QStringLiteral("gaoling-jintie"))});
    rig.kiosk().loadCatalogue();
    QTRY_COMPARE(rig.kiosk().home()->items()->count(), 1);
    QVERIFY(rig.kiosk().home()->notice().isEmpty());
}

void KioskJourneyTest::keepsTheCatalogueThroughAStoreError()
{
    KioskRig rig;
    QVERIFY(rig.toHome());
    rig.store.failOnce(QStringLiteral("current"), ErrorKind::StoreCorrupt);
    rig.kiosk().loadCatalogue();
    QVERIFY(rig.toGuide());
    QCOMPARE(rig.kiosk().home()->items()->count(), 1);
}

void KioskJourneyTest::closesWhatTheDevicesCannotDo()
{
    KioskRig rig;
    view::KioskController &kiosk = rig.kiosk();
    QSignalSpy home(&kiosk, &view::KioskController::cameHome);
    QVERIFY(kiosk.devicesOk());
    rig.tellReader({.state = domain::DeviceState::Absent, .reason = ErrorKind::DeviceAbsent});
    QVERIFY(!kiosk.devicesOk());
    kiosk.loadCatalogue();
    kiosk.touched();
    QTRY_COMPARE(kiosk.home()->items()->count(), 1);
    QVERIFY(!kiosk.home()->items()->value(0, "available").toBool());
    QVERIFY(!kiosk.home()->items()->value(0, "reason").toString().isEmpty());
    kiosk.chooseItem(QStringLiteral("gaoling-jintie"));
    QVERIFY(!kiosk.guide()->closedReason().isEmpty() && !kiosk.canGoForward()); // what to bring, and where; no more
    kiosk.startOver();
    kiosk.touched();
    QCOMPARE(kiosk.step(), QStringLiteral("Attract"));
    const auto visits = home.size();
    kiosk.touched();
    QCOMPARE(home.size(), visits + 1); // upon which the devices are looked at
    rig.tellReader({.state = domain::DeviceState::Ready});
    QVERIFY(kiosk.devicesOk());
    QVERIFY(kiosk.home()->items()->value(0, "available").toBool());
}

void KioskJourneyTest::dropsACardThatArrivesAfterTheSession()
{
    KioskRig rig;
    QVERIFY(rig.toHome() && rig.toGuide());
    rig.reader.gate.close();
    rig.kiosk().forward();
    QTRY_VERIFY(rig.reader.gate.hasWaiter());
    rig.kiosk().startOver();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
    QTRY_VERIFY(!rig.reader.gate.hasWaiter()); // the reader was told to stop
    rig.reader.gate.open();
    rig.kiosk().touched();
    QVERIFY(rig.toHome()); // the store's lane has answered since, and nothing else came
    QVERIFY(!rig.kiosk().state().draft);
    QVERIFY(rig.kiosk().holderName().isEmpty());
}

void KioskJourneyTest::dropsAStoreAnswerOfAnOlderSession()
{
    KioskRig rig;
    QVERIFY(rig.toHome() && rig.toGuide());
    rig.store.gate.close();
    rig.kiosk().forward();
    QTRY_VERIFY(rig.store.gate.hasWaiter()); // looking for something unfinished
    rig.kiosk().startOver();
    rig.kiosk().touched();
    rig.kiosk().touched();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Home"));
    rig.store.failOnce(QStringLiteral("findUnfinished"), ErrorKind::StoreCorrupt);
    rig.store.gate.open();
    QTRY_COMPARE(rig.store.count(QStringLiteral("findUnfinished")), 1);
    QVERIFY(rig.toGuide());
    QVERIFY(!rig.kiosk().trouble()->active());
}

void KioskJourneyTest::forgetsStrokesOfAnotherHolder()
{
    KioskRig rig;
    QVERIFY(rig.toHome() && rig.toGuide() && rig.toForm() && rig.toMaterials() && rig.toPageReview() &&
            rig.toSignature());
    rig.draw();
    for (int i = 0; i < 20 && rig.kiosk().step() != QLatin1String("Guide"); ++i)
        rig.kiosk().backward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Guide"));
    rig.reader.script.once(cardOf(QStringLiteral("张三"), QStringLiteral("110105193512310025"), 1935));
    QVERIFY(rig.toForm());
    QVERIFY(rig.kiosk().signature()->strokes().empty());
}

void KioskJourneyTest::resumesAndAbandons()
{
    KioskRig rig;
    domain::CaseDraft draft;
    draft.id = QUuid::createUuid();
    draft.item = shippedItem(QStringLiteral("gaoling-jintie"));
    draft.applicant = oldWidow();
    draft.startedAt = rig.clock.nowUtc();
    rig.store.setUnfinished({.draft = draft, .withoutReceipt = std::nullopt});
    QVERIFY(rig.toHome() && rig.toGuide());
    rig.kiosk().forward();
    QVERIFY(rig.reach(QStringLiteral("Resume")));
    QVERIFY(rig.kiosk().resume()->hasDraft());
    QVERIFY(!rig.kiosk().resume()->hasReceipt());
    QCOMPARE(rig.kiosk().resume()->itemName(), draft.item.name);
    rig.kiosk().abandonDraft();
    QVERIFY(rig.reach(QStringLiteral("Form")));
    QTRY_COMPARE(rig.store.count(QStringLiteral("discardDraft")), 1);
    QVERIFY(rig.kiosk().state().draft->id != draft.id);
}

void KioskJourneyTest::leavesNothingOfThePerson()
{
    KioskRig rig;
    QVERIFY(rig.atReview());
    const QStringList person{oldWidow().name.reveal(), oldWidow().idNumber.reveal(), oldWidow().address.reveal(),
                             QStringLiteral("13800138000"), QStringLiteral("欧*")};
    // The search can find: while the person is here the address, the number and the masked name are held.
    QVERIFY(foundIn(rig.kiosk(), oldWidow().address.reveal()));
    QVERIFY(foundIn(rig.kiosk(), QStringLiteral("13800138000")));
    QVERIFY(foundIn(rig.kiosk(), QStringLiteral("欧*")));
    QVERIFY(!rig.kiosk().signature()->strokes().empty());
    const std::unique_ptr<view::PageImageProvider> provider(rig.kiosk().makeImageProvider());
    QVERIFY(!provider->requestImage(QStringLiteral("1"), nullptr, {}).isNull());

    rig.kiosk().startOver();

    for (const QString &text : person)
        QVERIFY2(!foundIn(rig.kiosk(), text), qPrintable(text));
    QVERIFY(rig.kiosk().signature()->strokes().empty());
    QVERIFY(provider->requestImage(QStringLiteral("1"), nullptr, {}).isNull());
    QVERIFY(!rig.kiosk().state().draft && !rig.kiosk().state().submitted);
    QVERIFY(rig.speaker.hushed > 0);
    rig.kiosk().repeatSpeech();
    QCOMPARE(rig.speaker.said.last().first(), rig.kiosk().title());
}

void KioskJourneyTest::saysOnlyWhatIsShown()
{
    KioskRig rig;
    QStringList unseen;
    rig.speaker.onSay = [&](const QStringList &clauses) {
        view::KioskController &kiosk = rig.kiosk();
        const view::TroubleController *trouble = kiosk.trouble();
        const QStringList shown{kiosk.title(),     kiosk.subtitle(),    kiosk.helpText(),
                                kiosk.hallPhone(), trouble->title(),    trouble->body(),
                                trouble->kept(),   trouble->nextStep(), trouble->help()};
        for (const QString &clause : clauses) {
            const bool found =
                std::any_of(shown.begin(), shown.end(), [&](const QString &text) { return text.contains(clause); });
            if (!found)
                unseen.append(clause);
        }
    };
    rig.scanner.script.once(fail(ErrorKind::PageMissing, QStringLiteral("test")));
    QVERIFY(rig.toHome() && rig.toGuide() && rig.toForm() && rig.toMaterials());
    rig.kiosk().materials()->scan(QStringLiteral("householdRegister"));
    QTRY_VERIFY(rig.kiosk().trouble()->active());
    rig.kiosk().callHelp();
    rig.kiosk().tryAgain();
    QVERIFY(rig.reach(QStringLiteral("PageReview")));
    QVERIFY(rig.toSignature() && rig.toReview() && rig.toReceipt());
    QCOMPARE(unseen, QStringList());
    QVERIFY(rig.speaker.said.size() >= 12);
}

void KioskJourneyTest::showsTheProjectNumberWhenItComes()
{
    KioskRig rig;
    QVERIFY(rig.atReview() && rig.toReceipt());
    const QUuid id = rig.kiosk().state().submitted->content.id;
    rig.kiosk().statusArrived(QUuid::createUuid(), domain::CaseStatus::Submitted, QStringLiteral("WRONG"));
    QVERIFY(rig.kiosk().receipt()->projectNumber().isEmpty());
    rig.kiosk().statusArrived(id, domain::CaseStatus::Submitted, QStringLiteral("P-1"));
    QCOMPARE(rig.kiosk().receipt()->projectNumber(), QStringLiteral("P-1"));
}

void KioskJourneyTest::sealsTheSmallLookBesideItsPage()
{
    KioskRig rig;
    ports::ScannedPage page = whitePage();
    page.thumbnail = ports::PageThumbnail{.jpeg = "a small look", .size = {240, 320}};
    rig.scanner.script.once(std::vector{page});
    QVERIFY(rig.atReview() && rig.toReceipt());
    const auto &pages = rig.kiosk().state().submitted->content.pages;
    const domain::SealedPage sealed = pages.value(QStringLiteral("householdRegister")).at(0);
    QVERIFY(sealed.thumbnail);
    QCOMPARE(sealed.thumbnail->size, QSize(240, 320));
    QCOMPARE(sealed.thumbnail->bytes, 12);
    QVERIFY(sealed.thumbnail->blob != sealed.blob);
    QCOMPARE(*rig.store.get(rig.kiosk().state().submitted->content.id, sealed.thumbnail->blob),
             QByteArray("a small look"));
}

void KioskJourneyTest::keepsElderModeForTheSessionOnly()
{
    KioskRig rig;
    rig.kiosk().setElder(true);
    rig.kiosk().touched();
    QVERIFY(rig.kiosk().elder());
    rig.kiosk().startOver();
    rig.kiosk().touched();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Attract"));
    QVERIFY(!rig.kiosk().elder());
}

QTEST_MAIN(KioskJourneyTest)
#include "kiosk_journey_test.moc"
