// SPDX-License-Identifier: GPL-3.0-or-later
// Misfortune: kill -9 in the middle of a disk operation, with half of its bytes written. Whatever the terminal had been
// told is durable is there at the next start, and nothing is there by half. TONGBAN_CRASH_RUNS (default 12) deaths are
// spread evenly over the operations of a visit; a number as high as these kills in every one of them.
#include "app/core/base/log.h"
#include "offline/store/text.h"
#include "tests/unit/offline/store_world.h"

#include <QDir>
#include <QProcess>
#include <QTest>

#include <algorithm>

using namespace tongban;
using namespace tongban::testing;

namespace {

struct Visit
{
    bool killed = false;
    QString draft;  // id, once it was said to be saved
    QString number; // once it was said to be submitted
    bool discarded = false;
    int operations = 0;
};

Visit visitAt(const StoreWorld &world, const QString &where, int nth)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QStringLiteral(TONGBAN_BIN_DIR "/store_crash_child"),
                {world.stateDirectory(), where, QString::number(nth)});
    Visit visit;
    if (!child.waitForFinished(30'000)) {
        child.kill();
        child.waitForFinished();
        return visit;
    }
    visit.killed = child.exitStatus() == QProcess::CrashExit;
    for (const QString &line : QString::fromLatin1(child.readAllStandardOutput()).split(QLatin1Char('\n'))) {
        const QString value = line.section(QLatin1Char(' '), 1);
        if (line.startsWith(QLatin1String("saved ")))
            visit.draft = value;
        else if (line.startsWith(QLatin1String("submitted ")))
            visit.number = value;
        else if (line.startsWith(QLatin1String("discarded")))
            visit.discarded = true;
        else if (line.startsWith(QLatin1String("operations ")))
            visit.operations = value.toInt();
    }
    return visit;
}

} // namespace

class StoreCrashTest : public QObject
{
    Q_OBJECT

    static bool pagesOpen(OfflineStore &store, const domain::CaseDraft &draft)
    {
        const auto &pages = draft.pages.first();
        return pages.size() == 2 && store.vault().get(draft.id, pages.front().blob) == pageImage(1) &&
               store.vault().get(draft.id, pages.back().blob) == pageImage(2) &&
               store.vault().get(draft.id, draft.signature->blob).has_value();
    }

    static void judge(StoreWorld &world, const Visit &visit)
    {
        const auto opened = world.open();
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().where + opened.error().detail));
        OfflineStore &store = **opened;
        const auto census = censusOf(world.databasePath());
        QVERIFY(census->cases <= 1);
        QCOMPARE(census->messages, 5 * census->cases);
        QCOMPARE(census->pages, 3 * census->cases);
        QVERIFY(visit.number.isEmpty() || census->cases == 1);

        const auto mine = store.cases().findUnfinished(zhang().card);
        QVERIFY(mine);
        QVERIFY(!mine->draft || !mine->withoutReceipt);
        QVERIFY(visit.draft.isEmpty() || mine->draft || mine->withoutReceipt);
        QVERIFY(!mine->draft || pagesOpen(store, *mine->draft));
        QVERIFY(!mine->withoutReceipt || pagesOpen(store, mine->withoutReceipt->content));
        QVERIFY(visit.number.isEmpty() || mine->withoutReceipt->localNumber == visit.number);
        const auto other = store.cases().findUnfinished(li().card);
        QVERIFY(!other->draft || (!visit.discarded && pagesOpen(store, *other->draft)));

        // Opening swept: every sealed file belongs to somebody.
        const int people = (mine->draft || mine->withoutReceipt ? 1 : 0) + (other->draft ? 1 : 0);
        const QDir vault(world.stateDirectory() + QStringLiteral("/vault"));
        QCOMPARE(vault.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), people);
        if (mine->draft) {
            const auto submitted = store.cases().submit(*mine->draft);
            QVERIFY(submitted && submitted->localNumber.endsWith(QStringLiteral("-0001")));
        }
        const auto sound = store.integrityCheck();
        QVERIFY(QFuture<Result<void>>(sound).result());
    }

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }

    void killedInADiskOperation_data()
    {
        QTest::addColumn<QString>("where");
        QTest::newRow("of the database") << "database";
        QTest::newRow("of the sealed files") << "files";
    }
    void killedInADiskOperation()
    {
        QFETCH(QString, where);
        StoreWorld alive;
        const Visit whole = visitAt(alive, where, 0);
        QVERIFY(!whole.killed && whole.discarded && whole.operations > 20);
        judge(alive, whole);

        const int wanted =
            qEnvironmentVariableIsSet("TONGBAN_CRASH_RUNS") ? qEnvironmentVariableIntValue("TONGBAN_CRASH_RUNS") : 12;
        const int runs = std::clamp(wanted, 1, whole.operations);
        for (int run = 0; run < runs; ++run) {
            const int nth = 1 + run * whole.operations / runs;
            StoreWorld world;
            const Visit visit = visitAt(world, where, nth);
            QVERIFY2(visit.killed, qPrintable(QString::number(nth)));
            judge(world, visit);
            if (QTest::currentTestFailed())
                qFatal("killed in operation %d of %d", nth, whole.operations);
        }
    }
};

QTEST_GUILESS_MAIN(StoreCrashTest)
#include "store_crash_test.moc"
