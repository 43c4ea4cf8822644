// SPDX-License-Identifier: GPL-3.0-or-later
// Misfortune: the power fails. The disk is put together as a cut behind every operation of a working day may have left
// it (bytes that nobody synced are lost, torn, reordered or there); the terminal opens it again, and everything that it
// had said is durable is there, once, and nothing is there by half. TONGBAN_POWER_CUTS (default 120): how many
// operations are cut behind, spread evenly; as many as there are: all of them.
#include "app/core/base/log.h"
#include "offline/store/text.h"
#include "tests/fault/power_disk.h"
#include "tests/unit/offline/store_world.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace tongban;
using namespace tongban::testing;
using offline::store::textOf;

namespace {

QByteArray wordsFor(const char *what, const QUuid &id, const QString &value = {})
{
    return QByteArray(what) + ' ' + textOf(id).toLatin1() + ' ' + value.toUtf8();
}

QJsonObject cityAnswer()
{
    return {{QStringLiteral("caseId"), QStringLiteral("C-1")}, {QStringLiteral("status"), QStringLiteral("created")}};
}

Result<domain::SubmittedCase> submitted(OfflineStore &store, const Villager &villager, const Clock &clock,
                                        PowerDisk &disk)
{
    const auto draft = filledDraft(store, villager, clock);
    if (!draft)
        return fail(draft.error());
    if (const auto saved = store.cases().saveDraft(*draft); !saved)
        return fail(saved.error());
    disk.promised(wordsFor("draft", draft->id));
    auto done = store.cases().submit(*draft);
    if (done)
        disk.promised(wordsFor("case", draft->id, done->localNumber));
    return done;
}

// What the city and the printer say of a case.
bool carriedOn(OfflineStore &store, const QUuid &caseId, const Clock &clock, PowerDisk &disk)
{
    const auto entry = store.outbox().claim(clock.nowUtc());
    if (!entry || !*entry || !store.outbox().complete((*entry)->id, cityAnswer()))
        return false;
    disk.promised(wordsFor("answered", (*entry)->caseId));
    const auto page = store.outbox().claim(clock.nowUtc());
    const Error gone{ErrorKind::PlatformUnreachable, QStringLiteral("test"), {}};
    if (!page || !*page || !store.outbox().retry((*page)->id, gone, clock.nowUtc()))
        return false;
    const auto job = store.printJournal().reserve(caseId);
    if (!job || !store.printJournal().record(job->id, ports::PrintState::Printing) ||
        !store.printJournal().record(job->id, ports::PrintState::Done))
        return false;
    disk.promised(wordsFor("printed", caseId));
    if (!store.cases().recordStatus(caseId, domain::CaseStatus::Accepted, QStringLiteral("P-7"), clock.nowUtc()))
        return false;
    disk.promised(wordsFor("accepted", caseId));
    return true;
}

// A working day with a restart in its middle.
bool day(StoreWorld &world, PowerDisk &disk)
{
    QUuid first;
    {
        const auto store = world.open(disk.files());
        if (!store)
            return false;
        const auto zhangs = submitted(**store, zhang(), world.clock, disk);
        if (!zhangs || !carriedOn(**store, zhangs->content.id, world.clock, disk))
            return false;
        const auto other = filledDraft(**store, li(), world.clock);
        if (!other || !(*store)->cases().saveDraft(*other) || !(*store)->cases().discardDraft(other->id))
            return false;
        disk.promised(wordsFor("discarded", other->id));
    }
    const auto store = world.open(disk.files());
    return store && submitted(**store, li(), world.clock, disk);
}

} // namespace

class StorePowerTest : public QObject
{
    Q_OBJECT

    int m_promises = 0;

    static bool pagesOpen(OfflineStore &store, const domain::CaseDraft &draft)
    {
        const auto &pages = draft.pages.first();
        return pages.size() == 2 && store.vault().get(draft.id, pages.front().blob) == pageImage(1) &&
               store.vault().get(draft.id, pages.back().blob) == pageImage(2) &&
               store.vault().get(draft.id, draft.signature->blob).has_value();
    }

    static void holdPromise(OfflineStore &store, const QList<QByteArray> &words)
    {
        const QByteArray what = words.at(0);
        const QUuid id = QUuid::fromString(QString::fromLatin1(words.at(1)));
        const auto found = store.cases().findCase(id);
        const auto lisDraft = store.cases().findUnfinished(li().card);
        const auto zhangsDraft = store.cases().findUnfinished(zhang().card);
        QVERIFY(lisDraft && zhangsDraft);
        if (what == "draft")
            QVERIFY(found || (lisDraft->draft && lisDraft->draft->id == id) ||
                    (zhangsDraft->draft && zhangsDraft->draft->id == id));
        else if (what == "discarded")
            QVERIFY(!lisDraft->draft || lisDraft->draft->id != id);
        else if (what == "case")
            QVERIFY(found && found->localNumber.toUtf8() == words.at(2) && pagesOpen(store, found->content));
        else if (what == "answered")
            QCOMPARE(*store.outbox().answerOf(id, ports::OutboxKind::CreateCase), cityAnswer());
        else if (what == "printed")
            QCOMPARE(store.printJournal().newest(id)->state, ports::PrintState::Done);
        else if (what == "accepted")
            QVERIFY(found->status == domain::CaseStatus::Accepted && found->projectNumber == QStringLiteral("P-7"));
        else
            QFAIL(what.constData());
    }

    void judge(StoreWorld &world, const QByteArrayList &promises)
    {
        const auto opened = world.open();
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().where + opened.error().detail));
        OfflineStore &store = **opened;
        for (const QByteArray &promise : promises) {
            holdPromise(store, promise.split(' '));
            if (QTest::currentTestFailed())
                return;
            ++m_promises;
        }
        const auto census = censusOf(world.databasePath());
        QVERIFY(census);
        QCOMPARE(census->messages, 5 * census->cases);
        QCOMPARE(census->pages, 3 * census->cases);
        const QDir vault(world.stateDirectory() + QStringLiteral("/vault"));
        QCOMPARE(vault.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), census->cases + census->drafts);
        const QStringList keys = QDir(world.stateDirectory() + QStringLiteral("/keystore")).entryList(QDir::Files);
        QCOMPARE(std::count_if(keys.begin(), keys.end(),
                               [](const QString &key) { return key != QStringLiteral("adopted"); }),
                 census->cases + census->drafts);
        QVERIFY(QFuture<Result<void>>(store.integrityCheck()).result());
        // And work goes on, under a number that nobody has.
        const auto next = filledDraft(store, zhang(), world.clock);
        QVERIFY(next);
        const auto done = store.cases().submit(*next);
        QVERIFY(done);
        for (const QByteArray &promise : promises)
            QVERIFY(!promise.endsWith(' ' + done->localNumber.toUtf8()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }

    void whatWasSaidIsThereAfterTheCut()
    {
        StoreWorld recorded;
        PowerDisk disk(recorded.stateDirectory(), recorded.disk);
        QVERIFY(day(recorded, disk));
        const int all = disk.operations();
        const int wanted =
            qEnvironmentVariableIsSet("TONGBAN_POWER_CUTS") ? qEnvironmentVariableIntValue("TONGBAN_POWER_CUTS") : 120;
        const int cuts = std::clamp(wanted, 1, all);
        constexpr Unsynced fates[] = {Unsynced::Lost, Unsynced::Kept, Unsynced::SomeKept, Unsynced::LateKept};
        for (int cut = 0; cut < cuts; ++cut) {
            const int behind = static_cast<int>(qint64(cut + 1) * all / cuts);
            for (const Unsynced fate : fates) {
                StoreWorld after;
                QVERIFY(QDir().mkpath(after.stateDirectory()));
                const auto promises =
                    disk.cutBehind(behind, fate, static_cast<quint32>(behind), after.stateDirectory());
                judge(after, promises);
                if (QTest::currentTestFailed())
                    qFatal("cut behind operation %d of %d (%s), fate %d, after %d promises", behind, all,
                           disk.nameOfOperation(behind).constData(), static_cast<int>(fate),
                           static_cast<int>(promises.size()));
            }
        }
        std::printf("power: %d cuts behind %d of %d operations, %d promises held, 0 lost, 0 corrupt\n",
                    cuts * int(std::size(fates)), cuts, all, m_promises);
    }
};

QTEST_GUILESS_MAIN(StorePowerTest)
#include "store_power_test.moc"
