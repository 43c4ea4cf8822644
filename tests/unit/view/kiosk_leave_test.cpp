// SPDX-License-Identifier: GPL-3.0-or-later
// 没带, through the controller that QML gets: nobody is sent away before the store has the draft, the cover shows
// nothing of who is away, and the same card lifts it. The clock is the test's.
#include "tests/unit/view/kiosk_rig.h"
#include "tests/unit/view/residue.h"

using namespace tongban;
using namespace tongban::test;
using namespace std::chrono_literals;

class KioskLeaveTest : public QObject
{
    Q_OBJECT

    // At 没带 of the register, and the draft as it is then.
    [[nodiscard]] static std::optional<domain::CaseDraft> atMissing(KioskRig &rig)
    {
        if (!rig.toHome() || !rig.toGuide() || !rig.toForm() || !rig.toMaterials())
            return std::nullopt;
        rig.kiosk().materials()->tellMissing(QStringLiteral("householdRegister"));
        if (!rig.reach(QStringLiteral("Missing")))
            return std::nullopt;
        rig.onStoreLane([] {}); // the save point on the way here is written: what is planted now meets the next one
        return rig.kiosk().state().draft;
    }

private Q_SLOTS:
    void nextIsClosedUntilTheMaterialIsSettled()
    {
        KioskRig rig;
        QVERIFY(rig.toHome() && rig.toGuide() && rig.toForm() && rig.toMaterials());
        QVERIFY(!rig.kiosk().canGoForward());
        QVERIFY(rig.toPageReview());
        rig.kiosk().keepPage();
        QVERIFY(rig.kiosk().canGoForward());
    }

    void theSameCardLiftsTheCover()
    {
        KioskRig rig;
        rig.reader.script.once(oldWidow());
        rig.reader.script.usually(fail(ErrorKind::CardAbsent, QStringLiteral("test")));
        const auto draft = atMissing(rig);
        QVERIFY(draft.has_value());
        rig.store.setUnfinished({.draft = draft, .withoutReceipt = std::nullopt});
        const int saved = rig.store.count(QStringLiteral("saveDraft"));
        rig.kiosk().leave()->fetch();
        QTRY_COMPARE(rig.kiosk().step(), QStringLiteral("Away"));
        QCOMPARE(rig.store.count(QStringLiteral("saveDraft")), saved + 1);
        for (const QString &text :
             {oldWidow().name.reveal(), oldWidow().address.reveal(), QStringLiteral("13800138000"),
              QStringLiteral("欧*"), draft->item.materials.front().name}) // the errand itself is on everybody's list
            QVERIFY2(!foundIn(rig.kiosk(), text), qPrintable(text));
        QCOMPARE(rig.kiosk().leave()->secondsLeft(), 300);
        QTRY_VERIFY(rig.kiosk().trouble()->active()); // nobody laid down a card yet
        rig.reader.script.usually(oldWidow());
        rig.kiosk().tryAgain();
        QTRY_COMPARE(rig.kiosk().step(), QStringLiteral("Materials"));
        QCOMPARE(rig.kiosk().state().draft->id, draft->id);
        QCOMPARE(rig.store.count(QStringLiteral("discardDraft")), 0);
    }

    void theCoverGoesWhenNobodyComesBack()
    {
        KioskRig rig;
        rig.reader.script.once(oldWidow());
        rig.reader.script.usually(fail(ErrorKind::CardAbsent, QStringLiteral("test")));
        QVERIFY(atMissing(rig).has_value());
        rig.kiosk().leave()->fetch();
        QTRY_COMPARE(rig.kiosk().step(), QStringLiteral("Away"));
        rig.clock.advance(299s);
        rig.kiosk().leave()->check();
        rig.kiosk().idle().check();
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Away")); // and no idle warning: there is nobody to be forgotten
        QVERIFY(!rig.kiosk().idleWarning());
        QCOMPARE(rig.kiosk().leave()->secondsLeft(), 1);
        rig.clock.advance(1s);
        rig.kiosk().leave()->check();
        QTRY_COMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
        QCOMPARE(rig.store.count(QStringLiteral("discardDraft")), 0);
    }

    void somebodyElseUsesTheTerminalMeanwhile()
    {
        KioskRig rig;
        rig.reader.script.once(oldWidow());
        rig.reader.script.usually(fail(ErrorKind::CardAbsent, QStringLiteral("test")));
        QVERIFY(atMissing(rig).has_value());
        rig.kiosk().leave()->fetch();
        QTRY_COMPARE(rig.kiosk().step(), QStringLiteral("Away"));
        rig.kiosk().backward();
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Home"));
        rig.clock.advance(400s);
        rig.kiosk().leave()->check();
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Home")); // the cover's time is nobody's any more
    }

    void whatCannotBeSavedIsNotLeft()
    {
        KioskRig rig;
        QVERIFY(atMissing(rig).has_value());
        rig.store.failOnce(QStringLiteral("saveDraft"), ErrorKind::StoreUnwritable);
        rig.kiosk().leave()->another();
        QTRY_VERIFY(rig.kiosk().trouble()->active());
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Missing"));
        QVERIFY(rig.kiosk().state().draft.has_value());
        rig.kiosk().tryAgain();
        QTRY_COMPARE(rig.kiosk().step(), QStringLiteral("Kept"));
    }

    void anotherDayIsNamedAndNothingStays()
    {
        KioskRig rig({.kept = 0ms});
        QVERIFY(atMissing(rig).has_value());
        QStringList titles;
        connect(&rig.kiosk(), &view::KioskController::stepChanged, this,
                [&] { titles << rig.kiosk().step() + rig.kiosk().subtitle(); });
        rig.kiosk().leave()->another();
        QTRY_COMPARE(rig.kiosk().step(), QStringLiteral("Attract"));
        QVERIFY2(titles.first().startsWith(QStringLiteral("Kept2026年12月21日以前")), qPrintable(titles.join(u' ')));
        QVERIFY(!foundIn(rig.kiosk(), oldWidow().address.reveal()));
        QVERIFY(!rig.kiosk().state().draft);
    }

    void aPromiseHasItsDayOnTheScreen()
    {
        KioskRig rig;
        auto item = shippedItem(QString::fromLatin1(KioskRig::itemCode));
        for (domain::MaterialSpec &material : item.materials) {
            material.late = true;
            material.lateDays = 20;
        }
        rig.store.setItems({item});
        QVERIFY(atMissing(rig).has_value());
        QVERIFY(rig.kiosk().leave()->mayFollow());
        QCOMPARE(rig.kiosk().leave()->untilText(), QStringLiteral("2026年12月11日"));
        rig.kiosk().leave()->promise();
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Materials"));
        QCOMPARE(rig.kiosk().materials()->list()->value(0, "state").toString(), QStringLiteral("later"));
        QVERIFY(
            rig.kiosk().materials()->list()->value(0, "reason").toString().contains(QStringLiteral("2026年12月11日")));
        QVERIFY(rig.kiosk().canGoForward());
        rig.kiosk().forward();
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Signature"));
        QVERIFY(rig.kiosk().signature()->consent().contains(QStringLiteral("2026年12月11日以前补交")));
    }
};

QTEST_MAIN(KioskLeaveTest)
#include "kiosk_leave_test.moc"
