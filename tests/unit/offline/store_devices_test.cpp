// SPDX-License-Identifier: GPL-3.0-or-later
// What the devices of a terminal have done, over restarts and over the schema that did not know them.
#include "offline/store/migrations.h"
#include "offline/store/sql_device_log.h"
#include "tests/unit/offline/store_world.h"

#include <QTest>

using namespace tongban;
using namespace tongban::offline::store;
using namespace tongban::testing;

namespace {

const QDateTime morning(QDate(2026, 3, 2), QTime(1, 0, 0, 250), Qt::UTC);
const QDateTime noon(QDate(2026, 3, 2), QTime(4, 0), Qt::UTC);

ports::DeviceCounters reads(qint64 succeeded, const QDateTime &last)
{
    return {.device = QStringLiteral("reader"), .succeeded = succeeded, .lastSuccess = last};
}

ports::DeviceCounters misses(qint64 failed, const QDateTime &last, ErrorKind kind)
{
    return {.device = QStringLiteral("reader"), .failed = failed, .lastFailure = last, .lastFailureKind = kind};
}

} // namespace

class StoreDevicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingWasDoneYet()
    {
        StoreWorld world;
        const auto store = world.open();
        const auto all = (*store)->deviceLog().all();
        QVERIFY(all && all->empty());
        QVERIFY((*store)->deviceLog().add({}));
        QVERIFY((*store)->deviceLog().all()->empty());
    }

    void countsGrowOverRestarts()
    {
        StoreWorld world;
        {
            const auto store = world.open();
            QVERIFY((*store)->deviceLog().add({reads(3, morning), {.device = QStringLiteral("printer"), .failed = 1}}));
        }
        const auto store = world.open();
        QVERIFY((*store)->deviceLog().add({misses(2, noon, ErrorKind::DeviceSilent)}));
        QVERIFY((*store)->deviceLog().add({reads(1, noon)}));
        const auto all = (*store)->deviceLog().all();
        QVERIFY(all && all->size() == 2);
        QCOMPARE(all->at(0).device, QStringLiteral("printer"));
        QCOMPARE(all->at(0).failed, 1);
        QVERIFY(!all->at(0).lastSuccess.isValid() && !all->at(0).lastFailure.isValid() && !all->at(0).lastFailureKind);
        const ports::DeviceCounters &reader = all->at(1);
        QCOMPARE(reader.succeeded, 4);
        QCOMPARE(reader.failed, 2);
        QCOMPARE(reader.lastSuccess, noon);
        QCOMPARE(reader.lastFailure, noon);
        QCOMPARE(reader.lastFailureKind, std::optional(ErrorKind::DeviceSilent));
    }

    void aTimeThatIsNotGivenLeavesTheOneThatIsThere()
    {
        StoreWorld world;
        const auto store = world.open();
        QVERIFY((*store)->deviceLog().add({reads(1, morning)}));
        QVERIFY((*store)->deviceLog().add({misses(1, noon, ErrorKind::DeviceAbsent)}));
        const auto all = (*store)->deviceLog().all();
        QVERIFY(all && all->size() == 1);
        QCOMPARE(all->front().lastSuccess, morning);
        QCOMPARE(all->front().lastSuccess.timeSpec(), Qt::UTC);
        QCOMPARE(all->front().lastFailure, noon);
    }

    void everyKindOfFailureIsKept()
    {
        StoreWorld world;
        const auto store = world.open();
        for (int kind = 0; kind <= static_cast<int>(ErrorKind::Cancelled); ++kind) {
            QVERIFY((*store)->deviceLog().add({misses(1, noon, static_cast<ErrorKind>(kind))}));
            QCOMPARE((*store)->deviceLog().all()->front().lastFailureKind,
                     std::optional(static_cast<ErrorKind>(kind)));
        }
    }

    void whatCannotBeIsRefusedWhole()
    {
        StoreWorld world;
        const auto store = world.open();
        QVERIFY((*store)->deviceLog().add({reads(1, morning)}));
        QVERIFY(!(*store)->deviceLog().add({reads(1, noon), {.device = QString(), .succeeded = 1}}));
        QVERIFY(!(*store)->deviceLog().add({reads(-1, noon)}));
        const auto all = (*store)->deviceLog().all();
        QVERIFY(all && all->size() == 1);
        QCOMPARE(all->front().succeeded, 1);
        QCOMPARE(all->front().lastSuccess, morning);
    }

    void aKindOfALaterProgramReadsAsNone()
    {
        StoreWorld world;
        const auto store = world.open();
        QVERIFY((*store)->deviceLog().add({misses(1, noon, ErrorKind::DeviceAbsent)}));
        const auto other = Database::open(world.databasePath());
        QVERIFY((*other)->run(QStringLiteral("test"), QStringLiteral("UPDATE device_log SET last_failure_kind = 'Bored'")));
        const auto all = (*store)->deviceLog().all();
        QVERIFY(all && all->size() == 1);
        QVERIFY(!all->front().lastFailureKind);
        QCOMPARE(all->front().lastFailure, noon);
    }

    // A terminal in the field: its store was made before devices were counted.
    void theSchemaBeforeGetsItsCounts()
    {
        const QTemporaryDir directory;
        const auto database = Database::open(directory.filePath(QStringLiteral("store.db")));
        QVERIFY(database);
        QVERIFY(migrate(**database, 4));
        SqlDeviceLog log(**database);
        QVERIFY(!log.all());
        QVERIFY(migrate(**database));
        QVERIFY(log.add({reads(1, morning)}));
        QVERIFY(log.all() && log.all()->size() == 1);
    }
};

QTEST_GUILESS_MAIN(StoreDevicesTest)
#include "store_devices_test.moc"
