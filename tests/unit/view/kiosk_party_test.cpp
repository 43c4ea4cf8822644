// SPDX-License-Identifier: GPL-3.0-or-later
// Two people at one terminal, through the controller that QML gets: each card, each signature, and nothing left of
// either.
#include "tests/unit/view/kiosk_rig.h"
#include "tests/unit/view/residue.h"

using namespace tongban;
using namespace tongban::test;

namespace {

const QString spouseKey = QStringLiteral("spouse");

domain::IdCard oldFarmer()
{
    return cardOf(QStringLiteral("覃大山"), QStringLiteral("11010519391231009X"), 1939);
}

domain::ServiceItem sharedItem()
{
    domain::ServiceItem item = shippedItem(QString::fromLatin1(KioskRig::itemCode));
    item.parties = {{.key = spouseKey,
                     .label = QStringLiteral("老伴"),
                     .when = {},
                     .presence = {domain::Presence::Card},
                     .consent = QStringLiteral("我同意老伴申请这笔津贴。")}};
    return item;
}

} // namespace

class KioskPartyTest : public QObject
{
    Q_OBJECT

    [[nodiscard]] static bool atForm(KioskRig &rig)
    {
        rig.store.setItems({sharedItem()});
        rig.reader.script.once(oldWidow());
        rig.reader.script.usually(oldFarmer());
        return rig.toHome() && rig.toGuide() && rig.toForm();
    }

private Q_SLOTS:
    void theSecondCardIsAskedForAndKnown()
    {
        KioskRig rig;
        QStringList steps;
        connect(&rig.kiosk(), &view::KioskController::stepChanged, this, [&] { steps << rig.kiosk().step(); });
        QVERIFY(atForm(rig));
        QVERIFY2(steps.contains(QStringLiteral("Party")), qPrintable(steps.join(u' ')));
        QCOMPARE(rig.reader.script.calls(), 2);
        QVERIFY(rig.kiosk().state().draft->parties.value(spouseKey).card.idNumber == oldFarmer().idNumber);
        QCOMPARE(rig.kiosk().holderName(), QStringLiteral("欧*")); // the applicant's, still
    }

    void eachSignsOnAnEmptyPad()
    {
        KioskRig rig;
        QVERIFY(atForm(rig) && rig.toMaterials() && rig.toPageReview() && rig.toSignature());
        const QString first = rig.kiosk().signature()->consent();
        rig.draw();
        rig.kiosk().forward();
        QTRY_VERIFY(!rig.kiosk().busy() && rig.kiosk().state().party == spouseKey);
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Signature"));
        QVERIFY(rig.kiosk().signature()->isEmpty());
        QVERIFY(rig.kiosk().state().draft->signature.has_value()); // of the first: the empty pad is not theirs
        QCOMPARE(rig.kiosk().signature()->consent(), QStringLiteral("我同意老伴申请这笔津贴。"));
        QVERIFY(first != rig.kiosk().signature()->consent());
        rig.kiosk().forward();
        QVERIFY(rig.kiosk().trouble()->active()); // nothing is signed by pressing on
        rig.draw();
        rig.kiosk().forward();
        QVERIFY(rig.reach(QStringLiteral("Review")));
        const auto &draft = *rig.kiosk().state().draft;
        QVERIFY(draft.signature && draft.parties.value(spouseKey).signature);
        QVERIFY(draft.signature->blob != draft.parties.value(spouseKey).signature->blob);
        QVERIFY(foundIn(rig.kiosk(), oldFarmer().name.reveal())); // shown for checking
        rig.kiosk().startOver();
        for (const domain::IdCard &card : {oldWidow(), oldFarmer()})
            for (const Secret &text : {card.name, card.idNumber, card.address})
                QVERIFY2(!foundIn(rig.kiosk(), text.reveal()), qPrintable(text.reveal()));
    }

    void whoIsNotHereMayComeAnotherDay()
    {
        KioskRig rig;
        rig.store.setItems({sharedItem()});
        rig.reader.script.once(oldWidow());
        rig.reader.script.usually(fail(ErrorKind::CardAbsent, QStringLiteral("test")));
        QVERIFY(rig.toHome() && rig.toGuide());
        rig.kiosk().forward();
        QTRY_COMPARE(rig.kiosk().step(), QStringLiteral("Party"));
        QTRY_VERIFY(rig.kiosk().trouble()->active());
        rig.kiosk().leave()->absent();
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Missing"));
        QVERIFY(rig.kiosk().leave()->isPerson() && !rig.kiosk().leave()->mayFollow());
        rig.kiosk().leave()->another();
        QTRY_COMPARE(rig.kiosk().step(), QStringLiteral("Kept"));
        QCOMPARE(rig.store.count(QStringLiteral("discardDraft")), 0);
    }
};

QTEST_MAIN(KioskPartyTest)
#include "kiosk_party_test.moc"
