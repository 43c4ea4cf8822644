// SPDX-License-Identifier: GPL-3.0-or-later
// Misfortune: kill -9 in the middle of a disk operation of a backup, of an erasure, of a restore. There is always a
// store that opens, with everything that was promised; what was said to be erased opens nowhere; and the same act done
// again succeeds. TONGBAN_CRASH_RUNS (default 5) deaths an act, spread evenly over its operations.
#include "app/core/base/log.h"
#include "offline/store/restore.h"
#include "offline/store/text.h"
#include "tests/unit/offline/store_world.h"

#include <QDir>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace tongban;
using namespace tongban::offline::store;
using namespace tongban::testing;

namespace {

struct Act
{
    bool killed = false;
    bool done = false;
    int operations = 0;
};

// Two cases that the city has whole, both in a backup; one of them is to go.
struct Hall
{
    StoreWorld world;
    QUuid stays;
    QUuid goes;
    QUuid page; // of the one that stays

    [[nodiscard]] QString directory() const { return QFileInfo(world.stateDirectory()).path(); }
    [[nodiscard]] RestoreOptions restore(const QString &state, const QString &generation = {})
    {
        return {.backupDirectory = world.backupDirectory(),
                .deviceId = QStringLiteral("K01"),
                .stateDirectory = state,
                .cityPrivateKeyPem = world.city().toPem(),
                .generation = generation};
    }
    [[nodiscard]] QStringList generations() const
    {
        QStringList names;
        const QDir root(world.backupDirectory() + QStringLiteral("/K01"));
        for (const QString &name : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            if (root.exists(name + QStringLiteral("/manifest")))
                names << name;
        }
        return names;
    }
};

QUuid applied(OfflineStore &store, const Villager &villager, const Clock &clock)
{
    const auto done = store.cases().submit(*filledDraft(store, villager, clock));
    return done ? done->content.id : QUuid();
}

bool prepare(Hall &hall)
{
    const auto store = openSwept(hall.world.optionsWithBackup(), hall.world.clock, hall.world.disk);
    if (!store)
        return false;
    hall.stays = applied(**store, zhang(), hall.world.clock);
    hall.goes = applied(**store, li(), hall.world.clock);
    for (auto entry = (*store)->outbox().claim(hall.world.clock.nowUtc()); *entry;
         entry = (*store)->outbox().claim(hall.world.clock.nowUtc())) {
        if (!(*store)->outbox().complete((*entry)->id, {}))
            return false;
    }
    hall.page = (*store)->cases().findCase(hall.stays)->content.pages.first().front().blob;
    auto backup = (*store)->backUp();
    backup.waitForFinished();
    return backup.result().has_value() &&
           hall.world.disk.writeSynced(hall.directory() + QStringLiteral("/city.pem"), hall.world.city().toPem()) &&
           hall.world.disk.writeSynced(hall.directory() + QStringLiteral("/erase"),
                                       offline::store::textOf(hall.goes).toLatin1());
}

Act actAt(const Hall &hall, const QString &act, const QString &where, int nth)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QStringLiteral(TONGBAN_BIN_DIR "/backup_crash_child"),
                {hall.directory(), act, where, QString::number(nth)});
    Act result;
    if (!child.waitForFinished(30'000)) {
        child.kill();
        child.waitForFinished();
        return result;
    }
    result.killed = child.exitStatus() == QProcess::CrashExit;
    for (const QString &line : QString::fromLatin1(child.readAllStandardOutput()).split(QLatin1Char('\n'))) {
        result.done = result.done || line == QLatin1String("done");
        if (line.startsWith(QLatin1String("operations ")))
            result.operations = line.section(QLatin1Char(' '), 1).toInt();
    }
    return result;
}

} // namespace

class BackupCrashTest : public QObject
{
    Q_OBJECT

    static void judgeStore(Hall &hall, const QString &state, bool mustBeErased)
    {
        const auto opened = openSwept(terminal(state), hall.world.clock, hall.world.disk);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().where + opened.error().detail));
        OfflineStore &store = **opened;
        QVERIFY(store.cases().findCase(hall.stays));
        QCOMPARE(*store.vault().get(hall.stays, hall.page), pageImage(1));
        const auto other = store.cases().findCase(hall.goes);
        QVERIFY(other || failedWith(other, ErrorKind::NotFound));
        QVERIFY(!(other && mustBeErased));
        const bool hasKey = QFile::exists(state + QStringLiteral("/keystore/") + textOf(hall.goes));
        QCOMPARE(hasKey, other.has_value()); // opening swept what the death left between row and key
        QVERIFY(!store.audit().verify()->firstBroken);
        QVERIFY(QFuture<Result<void>>(store.integrityCheck()).result());
    }
    static void judgeGenerations(Hall &hall, bool mustBeErased)
    {
        QVERIFY(!hall.generations().isEmpty());
        for (const QString &generation : hall.generations()) {
            const QTemporaryDir empty;
            const QString state = empty.filePath(QStringLiteral("state"));
            const auto done = restoreStore(hall.restore(state, generation), hall.world.clock, hall.world.disk);
            QVERIFY2(done, done ? "" : qPrintable(done.error().where + done.error().detail));
            judgeStore(hall, state, mustBeErased);
        }
    }
    static void judge(Hall &hall, const QString &act, const Act &result)
    {
        const bool erased = act == QLatin1String("erase") && result.done;
        judgeStore(hall, hall.world.stateDirectory(), erased);
        if (QTest::currentTestFailed())
            return;
        judgeGenerations(hall, erased);
        if (QTest::currentTestFailed() || act == QLatin1String("restore"))
            return;
        // Once more, to the end. What opening erased, a backup's keys forget at the next start with that backup.
        const auto store = openSwept(hall.world.optionsWithBackup(), hall.world.clock, hall.world.disk);
        const bool isGone = failedWith((*store)->cases().findCase(hall.goes), ErrorKind::NotFound);
        auto again = (*store)->backUp();
        again.waitForFinished();
        QVERIFY(again.result());
        judgeGenerations(hall, isGone);
    }

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }

    void killedInADiskOperation_data()
    {
        QTest::addColumn<QString>("act");
        QTest::addColumn<QString>("where");
        for (const char *act : {"backup", "erase", "restore"}) {
            for (const char *where : {"files", "database"})
                QTest::addRow("%s, %s", act, where) << QString::fromLatin1(act) << QString::fromLatin1(where);
        }
    }
    void killedInADiskOperation()
    {
        QFETCH(QString, act);
        QFETCH(QString, where);
        Hall alive;
        QVERIFY(prepare(alive));
        const Act whole = actAt(alive, act, where, 0);
        QVERIFY(whole.done && whole.operations > 5);
        judge(alive, act, whole);
        const int wanted =
            qEnvironmentVariableIsSet("TONGBAN_CRASH_RUNS") ? qEnvironmentVariableIntValue("TONGBAN_CRASH_RUNS") : 5;
        const int runs = std::clamp(wanted, 1, whole.operations);
        for (int run = 0; run < runs; ++run) {
            const int nth = 1 + run * whole.operations / runs;
            Hall hall;
            QVERIFY(prepare(hall));
            const Act result = actAt(hall, act, where, nth);
            QVERIFY2(result.killed, qPrintable(QString::number(nth)));
            judge(hall, act, result);
            if (QTest::currentTestFailed())
                qFatal("killed in operation %d of %d", nth, whole.operations);
        }
        std::printf("%s, %s: %d deaths in %d operations, 0 lost, 0 opened after erasure\n", qPrintable(act),
                    qPrintable(where), runs, whole.operations);
    }
};

QTEST_GUILESS_MAIN(BackupCrashTest)
#include "backup_crash_test.moc"
