// SPDX-License-Identifier: GPL-3.0-or-later
// Misfortune: pages of the database are overwritten on the disk. Whatever is hit, the terminal opens: every case whose
// row still reads is there with its pages and its messages, the damaged files lie in quarantine, no number comes twice.
// With a backup every case is there. TONGBAN_DAMAGES (default 12): how many damages, each by a seed of its own.
#include "app/core/base/log.h"
#include "offline/store/text.h"
#include "tests/unit/offline/store_world.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

#include <cstdio>

using namespace tongban;
using namespace tongban::offline::store;
using namespace tongban::testing;

namespace {

constexpr int casesMade = 12;
constexpr qint64 pageBytes = 4096;

} // namespace

class StoreDamageTest : public QObject
{
    Q_OBJECT

    QList<QPair<QUuid, QString>> m_cases; // id, local number
    QHash<QUuid, QByteArray> m_contents;  // as they were sealed

    void live(StoreWorld &world, const OfflineOptions &options, bool backsUp)
    {
        m_cases.clear();
        const auto store = openSwept(options, world.clock, world.disk);
        QVERIFY(store);
        for (int number = 0; number < casesMade; ++number) {
            const auto done =
                (*store)->cases().submit(*filledDraft(**store, number % 2 == 0 ? zhang() : li(), world.clock));
            QVERIFY(done);
            m_cases << qMakePair(done->content.id, done->localNumber);
        }
        const auto database = Database::open(world.databasePath());
        m_contents.clear();
        const auto rows = (*database)->query(QStringLiteral("test"), QStringLiteral("SELECT id, content FROM cases"));
        for (const Row &row : *rows)
            m_contents[QUuid::fromString(row.at(0).toString())] = row.at(1).toByteArray();
        if (backsUp) {
            auto backup = (*store)->backUp();
            backup.waitForFinished();
            QVERIFY(backup.result());
        }
    }
    // Pages anywhere behind the first, which alone names the tables.
    static void damage(const QString &path, quint32 seed, int pages)
    {
        QRandomGenerator random(seed);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 all = file.size() / pageBytes;
        QVERIFY(all > 20);
        for (int page = 0; page < pages; ++page) {
            QVERIFY(file.seek(random.bounded(1, static_cast<int>(all)) * pageBytes));
            QByteArray noise(pageBytes, Qt::Uninitialized);
            random.fillRange(reinterpret_cast<quint32 *>(noise.data()), pageBytes / 4);
            QCOMPARE(file.write(noise), pageBytes);
        }
    }
    // What an independent reader finds, row by row, without any range: the least that must be saved.
    QSet<QUuid> readable(const QString &path) const
    {
        QSet<QUuid> ids;
        const auto database = Database::open(path);
        for (const auto &[id, number] : m_cases) {
            const auto row =
                database ? (*database)->query(QStringLiteral("test"),
                                              QStringLiteral("SELECT content, * FROM cases NOT INDEXED WHERE rowid ="
                                                             " ? AND id = ?"),
                                              {m_cases.indexOf(qMakePair(id, number)) + 1, textOf(id)})
                         : Result<Rows>(Rows());
            if (row && !row->empty() && row->front().at(0).toByteArray() == m_contents.value(id))
                ids.insert(id);
        }
        return ids;
    }
    void judge(StoreWorld &world, const OfflineOptions &options, const QSet<QUuid> &wanted, int &saved)
    {
        const auto opened = openSwept(options, world.clock, world.disk);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().where + opened.error().detail));
        OfflineStore &store = **opened;
        QVERIFY(QFuture<Result<void>>(store.integrityCheck()).result());
        for (const auto &[id, number] : m_cases) {
            const auto found = store.cases().findCase(id);
            if (!found) {
                QVERIFY2(!wanted.contains(id), qPrintable(number));
                continue;
            }
            ++saved;
            QCOMPARE(found->localNumber, number);
            QCOMPARE(*store.vault().get(id, found->content.pages.first().back().blob), pageImage(2));
        }
        // All of them go to the city, once each.
        QHash<QUuid, int> messages;
        for (auto entry = store.outbox().claim(world.clock.nowUtc()); *entry;
             entry = store.outbox().claim(world.clock.nowUtc())) {
            ++messages[(*entry)->caseId];
            QVERIFY(store.outbox().complete((*entry)->id, {}));
        }
        for (const QUuid &id : wanted)
            QCOMPARE(messages.value(id), 5);
        const auto next = store.cases().submit(*filledDraft(store, zhang(), world.clock));
        QVERIFY(next);
        for (const auto &[id, number] : m_cases)
            QVERIFY(number != next->localNumber);
    }

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }

    void damagedPages_data()
    {
        QTest::addColumn<bool>("hasBackup");
        QTest::newRow("no backup") << false;
        QTest::newRow("a backup") << true;
    }
    void damagedPages()
    {
        QFETCH(bool, hasBackup);
        const int wanted =
            qEnvironmentVariableIsSet("TONGBAN_DAMAGES") ? qEnvironmentVariableIntValue("TONGBAN_DAMAGES") : 12;
        int saved = 0;
        int recovered = 0;
        for (int seed = 1; seed <= wanted; ++seed) {
            StoreWorld world;
            const auto options = hasBackup ? world.optionsWithBackup() : world.options();
            live(world, options, hasBackup);
            damage(world.databasePath(), static_cast<quint32>(seed), 1 + seed % 4);
            QVERIFY(
                world.disk.writeSynced(world.stateDirectory() + QStringLiteral("/damaged"), {})); // as the check does
            const QByteArray before = *world.disk.read(world.databasePath());
            const QString copy = world.stateDirectory() + QStringLiteral("/../copy.db");
            QVERIFY(world.disk.writeSynced(copy, before));
            QSet<QUuid> must = readable(copy);
            if (hasBackup) {
                for (const auto &[id, number] : m_cases)
                    must.insert(id);
            }
            judge(world, options, must, saved);
            if (QTest::currentTestFailed())
                qFatal("seed %d", seed);
            const QDir quarantine(world.stateDirectory() + QStringLiteral("/quarantine"));
            const auto times = quarantine.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
            QCOMPARE(times.size(), 1);
            QCOMPARE(*world.disk.read(quarantine.filePath(times.first() + QStringLiteral("/store.db"))), before);
            ++recovered;
        }
        QVERIFY(!hasBackup || saved == wanted * casesMade);
        std::printf("damage%s: %d databases recovered, %d of %d cases saved\n", hasBackup ? " with a backup" : "",
                    recovered, saved, wanted * casesMade);
    }

    // Sealed files whose case is lost from the database are not taken for nobody's until a technician has looked.
    void nothingIsSweptAfterARecovery()
    {
        StoreWorld world;
        live(world, world.options(), false);
        QVERIFY(world.disk.writeSynced(world.databasePath(), QByteArray(40960, 'x')));
        const QDir vault(world.stateDirectory() + QStringLiteral("/vault"));
        for (int start = 0; start < 2; ++start) {
            const auto store = world.open();
            QVERIFY2(store, store ? "" : qPrintable(store.error().detail));
            QCOMPARE((*store)->recovery().has_value(), start == 0);
            QCOMPARE(vault.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), casesMade);
            if (start == 1)
                QVERIFY((*store)->acknowledgeRecovery());
        }
        QVERIFY(world.open());
        QCOMPARE(vault.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 0);
    }
};

QTEST_GUILESS_MAIN(StoreDamageTest)
#include "store_damage_test.moc"
