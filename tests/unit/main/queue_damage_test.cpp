// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-queue damage: a technician reads what became of a damaged database, and confirms it.
#include "tests/unit/main/queue_rig.h"

using namespace tongban;
using namespace tongban::testing;

class QueueDamageTest : public QueueRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void aSoundStoreSaysSo()
    {
        startKiosk();
        const Told told = queue({"damage"});
        QVERIFY2(told.code == 0 && told.out.contains(QStringLiteral("没有发现数据损坏")),
                 qPrintable(told.out + told.err));
    }

    void aDamagedOneIsReadAndConfirmed()
    {
        QVERIFY(m_world->disk.writeSynced(m_world->databasePath(), QByteArray(8192, 'x')));
        startKiosk(); // which recovers it
        const Told told = queue({"damage"});
        QCOMPARE(told.code, 1);
        QVERIFY2(told.out.contains(QStringLiteral("发现损坏")) && told.out.contains(QStringLiteral("/quarantine/")),
                 qPrintable(told.out));
        const QJsonObject answer = queue({"--json", "damage"}).json();
        QCOMPARE(answer["cases"].toInt(-1), 0);
        const auto waitsForTechnician = [this] {
            const auto database = offline::store::Database::open(m_world->databasePath());
            const auto rows = (*database)->query(QStringLiteral("test"),
                                                 QStringLiteral("SELECT 1 FROM meta WHERE key = 'salvaged_at'"));
            return rows && !rows->empty();
        };
        QVERIFY(waitsForTechnician());
        QCOMPARE(queue({"damage", "--seen"}).code, 0);
        QVERIFY(!waitsForTechnician());
        QCOMPARE(queue({"damage", "--nonsense"}).code, 2);
    }
};

QTEST_GUILESS_MAIN(QueueDamageTest)
#include "queue_damage_test.moc"
