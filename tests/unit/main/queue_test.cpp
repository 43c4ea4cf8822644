// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-queue both ways: over the running kiosk's door, and over the store itself while the kiosk is down.
#include "tests/unit/main/queue_rig.h"

using namespace tongban;
using namespace tongban::testing;

class QueueTest : public QueueRig
{
    Q_OBJECT

    static void bothWays()
    {
        QTest::addColumn<bool>("kioskRuns");
        QTest::newRow("the kiosk is down") << false;
        QTest::newRow("the kiosk runs") << true;
    }
    void arrange()
    {
        QFETCH(bool, kioskRuns);
        if (kioskRuns)
            startKiosk();
    }

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void listsWhatWaits_data() { bothWays(); }
    void listsWhatWaits()
    {
        arrange();
        const Told told = queue({"list"});
        QCOMPARE(told.code, 0);
        QVERIFY2(told.out.contains(m_case.localNumber), qPrintable(told.out + told.err));
        QVERIFY(told.out.contains(QStringLiteral("共5条")));
        QCOMPARE(queue({"--json", "list", "--state", "parked"}).json()["entries"].toArray().size(), 0);
        QCOMPARE(queue({"list", "--state", "nonsense"}).code, 3);
    }

    void showsACaseMasked_data() { bothWays(); }
    void showsACaseMasked()
    {
        arrange();
        const Told told = queue({"show", m_case.localNumber});
        QCOMPARE(told.code, 0);
        QVERIFY(told.out.contains(m_case.content.item.name));
        QVERIFY(!told.out.contains(m_case.content.applicant.name.reveal()));
        QVERIFY(!told.out.contains(m_case.content.applicant.idNumber.reveal()));
        QVERIFY(told.out.contains(QStringLiteral("********")));
        QCOMPARE(queue({"show", "no-such-number"}).code, 3);
    }

    void parksAndRetries_data() { bothWays(); }
    void parksAndRetries()
    {
        arrange();
        const QString entry = firstEntry();
        QCOMPARE(queue({"park", entry, "等", "电话"}).code, 0);
        const Told parked = queue({"list", "--state", "parked"});
        QVERIFY2(parked.out.contains(QStringLiteral("等 电话")), qPrintable(parked.out));
        QCOMPARE(queue({"retry", entry}).code, 0);
        QCOMPARE(queue({"retry", entry}).code, 3); // it is not parked any more
        QCOMPARE(queue({"park", entry, "again"}).code, 0);
        QVERIFY(queue({"retry", "--all-parked"}).out.contains(QStringLiteral("1条")));
        QCOMPARE(queue({"retry", "not-an-id"}).code, 3);
    }

    void exportsAndImports_data() { bothWays(); }
    void exportsAndImports()
    {
        arrange();
        QVERIFY(QDir(m_directory->path()).mkdir(QStringLiteral("stick")));
        const QJsonArray entries = queue({"--json", "list"}).json()["entries"].toArray();
        const Told out = queue({"export", path(QStringLiteral("stick"))});
        QVERIFY2(out.code == 0 && out.out.contains(QStringLiteral("可以拔U盘了")), qPrintable(out.out + out.err));
        QCOMPARE(QDir(path(QStringLiteral("stick"))).entryList({QStringLiteral("*.bundle")}).size(), 1);
        QCOMPARE(queue({"--json", "list"}).json()["entries"].toArray().size(), 5); // nothing has changed

        put(QStringLiteral("forged.ack"), acknowledgement(entries, m_device));
        const Told forged = queue({"import", path(QStringLiteral("forged.ack"))});
        QVERIFY2(forged.code == 3 && forged.err.contains(QStringLiteral("不是本市签发")), qPrintable(forged.err));
        put(QStringLiteral("good.ack"), acknowledgement(entries, m_city));
        for (int again = 0; again < 2; ++again)
            QCOMPARE(queue({"import", path(QStringLiteral("good.ack"))}).code, 0);
        QCOMPARE(queue({"--json", "list"}).json()["entries"].toArray().size(), 0);
        QCOMPARE(queue({"--json", "list", "--state", "done"}).json()["entries"].toArray().size(), 5);
        QVERIFY(queue({"export", path(QStringLiteral("stick"))}).out.contains(QStringLiteral("没有要带走的办件")));
        QVERIFY(queue({"export", "/nowhere/at/all"}).err.contains(QStringLiteral("没有找到U盘")));
    }

    void verifies_data() { bothWays(); }
    void verifies()
    {
        arrange();
        const Told sound = queue({"verify"});
        QVERIFY2(sound.code == 0 && sound.out.contains(QStringLiteral("全部一致")), qPrintable(sound.out + sound.err));
        const auto blob = m_case.content.pages.first().front().blob.toString(QUuid::WithoutBraces);
        QVERIFY(
            QFile::remove(QStringLiteral("%1/vault/%2/%3")
                              .arg(m_world->stateDirectory(), m_case.content.id.toString(QUuid::WithoutBraces), blob)));
        const Told damaged = queue({"verify"});
        QVERIFY2(damaged.code == 1 && damaged.out.contains(QStringLiteral("发现1处")), qPrintable(damaged.out));
    }
};

QTEST_GUILESS_MAIN(QueueTest)
#include "queue_test.moc"
