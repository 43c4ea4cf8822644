// SPDX-License-Identifier: GPL-3.0-or-later
// 一件事: who wants only a part of it is asked for that part alone; and the pages of a material lie in the order that
// the person says.
#include "tests/unit/flow/walk.h"

#include "app/flow/service/page_words.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;

namespace {

Walk toParts()
{
    Walk walk;
    walk.then(Touched{}).then(ItemChosen{jobTheme()}).then(Forward{});
    return walk;
}

AnswerGiven wanted(const QStringList &codes)
{
    return {partsField, Secret(codes.join(u','))};
}

domain::SealedPage pageOf(char blob)
{
    domain::SealedPage page = somePage();
    page.blob = QUuid::createUuidV5(QUuid(), QByteArray(1, blob));
    return page;
}

} // namespace

class FlowPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allOfItStandsInUnlessToldOtherwise()
    {
        Walk walk = toParts();
        QCOMPARE(walk.step(), Step::Parts);
        QCOMPARE(walk.state().parts, jobParts());
        walk.then(Forward{});
        QCOMPARE(walk.step(), Step::Identify);
        QCOMPARE(walk.state().item->parts.size(), size_t{2});
    }

    void onlyWhatIsWantedIsAsked()
    {
        Walk walk = toParts();
        walk.then(wanted({jobParts().back()})).then(Forward{});
        QCOMPARE(walk.step(), Step::Identify);
        QCOMPARE(walk.state().item->code, jobParts().back());
        QVERIFY(walk.state().item->parts.empty());
        walk.then(cardRead(youngCard())).then(UnfinishedFound{});
        QCOMPARE(walk.state().draft->item.code, jobParts().back()); // an application like any other
    }

    void orderIsTheThemes()
    {
        Walk walk = toParts();
        walk.then(wanted({jobParts().back(), QStringLiteral("nothing"), jobParts().front()}));
        QCOMPARE(walk.state().parts, jobParts());
    }

    void nothingIsNoChoice()
    {
        Walk walk = toParts();
        walk.then(wanted({})).then(Forward{});
        QCOMPARE(walk.step(), Step::Parts);
        QCOMPARE(walk.state().trouble->kind, ErrorKind::InputInvalid);
        QCOMPARE(walk.state().trouble->field, QString(partsField));
        walk.then(wanted({jobParts().front()})); // said, and read
        QVERIFY(!walk.state().trouble);
    }

    void anotherQuestionsAnswerIsNone()
    {
        Walk walk = toParts();
        walk.then(AnswerGiven{QStringLiteral("whom"), Secret(QStringLiteral("self"))});
        QCOMPARE(walk.state().parts, jobParts());
    }

    // Back from the card to the parts, from them to the guide of the whole; what was wanted is remembered there.
    void wayBack()
    {
        Walk walk = toParts();
        walk.then(wanted({jobParts().front()})).then(Forward{}).then(Backward{});
        QVERIFY(walk.asked<StopDevices>());
        QCOMPARE(walk.step(), Step::Parts);
        QCOMPARE(walk.state().theme->parts.size(), size_t{2});
        walk.then(Backward{});
        QCOMPARE(walk.step(), Step::Guide);
        QCOMPARE(walk.state().item->code, jobTheme().code);
        QVERIFY(!walk.state().theme);
        walk.then(Forward{});
        QCOMPARE(walk.state().parts, QStringList{jobParts().front()});
    }

    void anotherErrandForgetsIt()
    {
        Walk walk = toParts();
        walk.then(wanted({jobParts().front()})).then(Backward{}).then(Backward{});
        QCOMPARE(walk.step(), Step::Home);
        walk.then(ItemChosen{allowanceItem()});
        QVERIFY(walk.state().parts.isEmpty() && !walk.state().theme);
    }

    // 一次性告知: of what is wanted, and nothing else; then the guide of the whole again.
    void slipIsOfWhatIsWanted()
    {
        Walk walk;
        walk.then(Touched{}).then(ItemChosen{jobTheme()}).then(SlipWanted{});
        QCOMPARE(walk.step(), Step::Parts);
        walk.then(wanted({jobParts().front()})).then(Forward{});
        QCOMPARE(walk.asked<PrintSlip>()->item.code, jobParts().front());
        walk.then(PrintEnded{ports::PrintOutcome::Confirmed}).then(Forward{});
        QCOMPARE(walk.step(), Step::Guide);
        QCOMPARE(walk.state().item->code, jobTheme().code);
    }

    void leavingThePartsForgetsTheSlip()
    {
        Walk walk;
        walk.then(Touched{}).then(ItemChosen{jobTheme()}).then(SlipWanted{}).then(Backward{});
        QVERIFY(!walk.state().slipWanted);
        walk.then(Forward{}).then(Forward{});
        QCOMPARE(walk.step(), Step::Identify);
    }

    void pagesMoveUp()
    {
        Walk walk = toMaterials();
        walk.then(ScanAsked{QStringLiteral("householdRegister")});
        walk.then(PagesSealed{{pageOf('a'), pageOf('b'), pageOf('c')}});
        walk.then(PageMovedUp{2});
        QCOMPARE(walk.state().captured.at(1).blob, pageOf('c').blob);
        walk.then(PageMovedUp{1});
        QCOMPARE(walk.state().captured.at(0).blob, pageOf('c').blob);
        for (const int outside : {-1, 0, 3})
            walk.then(PageMovedUp{outside});
        walk.then(PageKept{});
        const auto &kept = walk.asked<SaveDraft>()->draft.pages.value(QStringLiteral("householdRegister"));
        QCOMPARE(kept.size(), size_t{3});
        QCOMPARE(kept.at(0).blob, pageOf('c').blob);
        QCOMPARE(kept.at(1).blob, pageOf('a').blob);
        QCOMPARE(kept.at(2).blob, pageOf('b').blob);
    }
};

QTEST_GUILESS_MAIN(FlowPartsTest)
#include "flow_parts_test.moc"
