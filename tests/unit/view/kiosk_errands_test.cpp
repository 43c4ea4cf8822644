// SPDX-License-Identifier: GPL-3.0-or-later
// Which tiles come first and why, and what a tile says that cannot be had now.
#include "tests/unit/view/kiosk_rig.h"

using namespace tongban;
using namespace tongban::test;

class KioskErrandsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatPeopleHereCameForComesFirstAndSaysSo();
    void withoutCountsTheTilesAreThereAllTheSame();
    void theLineOpensWhatIsDoneAtOnce();
    void anAuthorSeesWhatNeedsTheLine();

private:
    static constexpr auto popular = "qiuzhi-dengji"; // nothing that elderly people are put first for
    static constexpr auto other = "canbao-pingzheng";
    static constexpr auto instant = "geshui-qingdan-dayin";
    static int rowOf(view::KioskController &kiosk, const char *code)
    {
        for (int row = 0; row < kiosk.home()->items()->count(); ++row) {
            if (kiosk.home()->items()->value(row, "code").toString() == QLatin1String(code))
                return row;
        }
        return -1;
    }
    static QString markOf(view::KioskController &kiosk, const char *code)
    {
        return kiosk.home()->items()->value(rowOf(kiosk, code), "mark").toString();
    }
    static bool isOpen(view::KioskController &kiosk, const char *code)
    {
        return kiosk.home()->items()->value(rowOf(kiosk, code), "available").toBool();
    }
};

void KioskErrandsTest::whatPeopleHereCameForComesFirstAndSaysSo()
{
    KioskRig rig;
    rig.store.setItems({shippedItem(QString::fromLatin1(other)), shippedItem(QString::fromLatin1(popular))});
    rig.store.setCounts({{QString::fromLatin1(popular), 4}});
    QVERIFY(rig.toHome());
    QCOMPARE(rig.store.countedSince(), rig.clock.nowUtc().addDays(-30));
    QCOMPARE(rowOf(rig.kiosk(), popular), 1);
    QCOMPARE(markOf(rig.kiosk(), popular), QString()); // four cases are no habit of a hall
    rig.store.setCounts({{QString::fromLatin1(popular), 5}});
    rig.kiosk().loadCatalogue();
    QTRY_COMPARE(rowOf(rig.kiosk(), popular), 0);
    QCOMPARE(markOf(rig.kiosk(), popular), QStringLiteral("本厅常办"));
    QCOMPARE(markOf(rig.kiosk(), other), QString());
}

void KioskErrandsTest::withoutCountsTheTilesAreThereAllTheSame()
{
    KioskRig rig;
    rig.store.failOnce(QStringLiteral("countsSince"), ErrorKind::StoreCorrupt);
    QVERIFY(rig.toHome());
    QCOMPARE(rig.kiosk().home()->items()->count(), 1);
}

void KioskErrandsTest::theLineOpensWhatIsDoneAtOnce()
{
    KioskRig rig;
    rig.store.setItems({shippedItem(QString::fromLatin1(instant)), shippedItem(QString::fromLatin1(other))});
    QVERIFY(rig.toHome());
    QVERIFY(!isOpen(rig.kiosk(), instant) && isOpen(rig.kiosk(), other));
    QVERIFY(rig.kiosk()
                .home()
                ->items()
                ->value(rowOf(rig.kiosk(), instant), "reason")
                .toString()
                .contains(QStringLiteral("网络")));
    rig.kiosk().setOnline(true);
    QVERIFY(isOpen(rig.kiosk(), instant));
    rig.kiosk().setOnline(false);
    QVERIFY(!isOpen(rig.kiosk(), instant));
}

void KioskErrandsTest::anAuthorSeesWhatNeedsTheLine()
{
    KioskRig rig;
    rig.store.setItems({shippedItem(QString::fromLatin1(instant))});
    view::KioskPorts ports = rig.ports();
    ports.authorMode = true;
    view::KioskController author(ports);
    author.loadCatalogue();
    QTRY_COMPARE(author.home()->items()->count(), 1);
    QVERIFY(isOpen(author, instant));
}

QTEST_MAIN(KioskErrandsTest)
#include "kiosk_errands_test.moc"
