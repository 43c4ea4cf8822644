// SPDX-License-Identifier: GPL-3.0-or-later
// What comes from the city: status changes by cursor, and the catalogue, of which the last good one stays.
#include "offline/store/sync_state.h"
#include "tests/unit/offline/sync_rig.h"

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;
using domain::CaseStatus;

namespace {

const QDateTime since(QDate(2026, 3, 1), QTime(0, 30), Qt::UTC);

QJsonObject change(const QUuid &id, const char *status, const QJsonValue &number = QJsonValue::Null)
{
    return {{QStringLiteral("at"), since.toString(Qt::ISODateWithMs)},
            {QStringLiteral("deviceCaseId"), id.toString(QUuid::WithoutBraces)},
            {QStringLiteral("status"), QLatin1String(status)},
            {QStringLiteral("projectNumber"), number}};
}
QJsonObject page(const char *cursor, const QJsonArray &changes)
{
    return {{QStringLiteral("cursor"), QLatin1String(cursor)}, {QStringLiteral("changes"), changes}};
}
std::optional<ports::CatalogueNews> snapshot(const char *version)
{
    ports::CatalogueNews news;
    news.version = QLatin1String(version);
    news.whole = true;
    return news;
}
tl::unexpected<Error> no(ErrorKind kind)
{
    return fail(kind, QStringLiteral("script"), QStringLiteral("said the script"));
}
const auto cursorKey = QLatin1String(offline::sync::cursorKey);

} // namespace

class SyncFeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }
    void statusesAreRecordedAndTold();
    void theCitysDateIsKept();
    void whatIsKnownUntilWhenIsSaidOnceAllIsRead();
    void aBadChangeDoesNotHoldUpTheOthers();
    void aFullDiskMovesNoCursor();
    void anUnknownCursorBeginsAnew();
    void aPageWithoutCursorIsNoAnswer();
    void aSubmissionIsFollowedEagerly();
    void theCatalogueIsKept();
    void aBadCatalogueReplacesNothing();
    void aCatalogueThatCouldNotBeWrittenIsFetchedAgain();
};

void SyncFeedTest::statusesAreRecordedAndTold()
{
    SyncRig rig;
    const QUuid a = QUuid::createUuid(), b = QUuid::createUuid();
    rig.memory.insert(cursorKey, QStringLiteral("5"));
    rig.city.changes.push_back(page("7", {change(a, "submitted"), change(b, "accepted", QStringLiteral("330-1"))}));
    rig.city.changes.push_back(page("8", {change(a, "accepted", QStringLiteral("330-2"))}));
    QVERIFY(rig.runDue());
    QCOMPARE(rig.city.count(QStringLiteral("changes 5")), 1);
    QCOMPARE(rig.city.count(QStringLiteral("changes 7")), 1); // a page that was not empty is followed at once
    QCOMPARE(rig.city.count(QStringLiteral("changes 8")), 1);
    QCOMPARE(rig.cases.numbers.value(a), QStringLiteral("330-2"));
    QCOMPARE(rig.memory.value(cursorKey), QStringLiteral("8"));
    QCOMPARE(rig.statuses.size(), 3);
    QCOMPARE(rig.statuses.at(1).caseId, b);
    QVERIFY(rig.statuses.at(1).status == CaseStatus::Accepted);
    QCOMPARE(rig.statuses.at(1).number, QStringLiteral("330-1"));
    QCOMPARE(rig.statuses.at(0).number, QString());
}

void SyncFeedTest::theCitysDateIsKept()
{
    SyncRig rig;
    QJsonObject undated = change(QUuid::createUuid(), "received");
    undated.remove(QStringLiteral("at"));
    rig.city.changes.push_back(page("7", {change(QUuid::createUuid(), "submitted"), undated}));
    const QDateTime before = rig.clock.nowUtc();
    QVERIFY(rig.runDue());
    QCOMPARE(rig.cases.since.size(), 2);
    QCOMPARE(rig.cases.since.at(0), since);
    QVERIFY(rig.cases.since.at(1) >= before && rig.cases.since.at(1) <= rig.clock.nowUtc());
}

void SyncFeedTest::whatIsKnownUntilWhenIsSaidOnceAllIsRead()
{
    SyncRig rig;
    const auto asOf = QLatin1String(offline::store::changesAsOfKey);
    rig.cases.full = true;
    rig.city.changes.push_back(page("7", {change(QUuid::createUuid(), "submitted")}));
    QVERIFY(rig.runDue());
    QVERIFY(!rig.memory.contains(asOf)); // heard, and not written down
    rig.cases.full = false;
    rig.city.changes.push_back(page("7", {change(QUuid::createUuid(), "submitted")}));
    QVERIFY(rig.runFor(1min));
    const auto known = QDateTime::fromString(rig.memory.value(asOf), Qt::ISODateWithMs);
    QVERIFY(known.isValid() && known <= rig.clock.nowUtc() && known > since);
}

void SyncFeedTest::aBadChangeDoesNotHoldUpTheOthers()
{
    SyncRig rig;
    const QUuid good = QUuid::createUuid(), erased = QUuid::createUuid();
    rig.cases.unknown.append(erased);
    rig.city.changes.push_back(
        page("3", {QJsonValue(7), change(good, "evaporated"), change(QUuid(), "accepted"), change(erased, "accepted"),
                   change(good, "accepted", QJsonValue(3)), change(good, "received")}));
    QVERIFY(rig.runDue());
    QCOMPARE(rig.statuses.size(), 1);
    QVERIFY(rig.statuses.first().status == CaseStatus::Received);
    QCOMPARE(rig.memory.value(cursorKey), QStringLiteral("3"));
}

void SyncFeedTest::aFullDiskMovesNoCursor()
{
    SyncRig rig;
    const QUuid a = QUuid::createUuid();
    rig.cases.full = true;
    rig.city.changes.push_back(page("3", {change(a, "accepted")}));
    QVERIFY(rig.runDue());
    QVERIFY(rig.statuses.isEmpty());
    QVERIFY(!rig.memory.contains(cursorKey));
    rig.cases.full = false;
    rig.city.changes.push_back(page("3", {change(a, "accepted")})); // asked from the same place
    QVERIFY(rig.runFor(1min));
    QCOMPARE(rig.statuses.size(), 1);
    QCOMPARE(rig.memory.value(cursorKey), QStringLiteral("3"));
}

void SyncFeedTest::anUnknownCursorBeginsAnew()
{
    SyncRig rig;
    rig.memory.insert(cursorKey, QStringLiteral("of another city"));
    rig.city.changes.push_back(no(ErrorKind::PlatformRefused));
    QVERIFY(rig.runDue());
    QCOMPARE(rig.city.calls.first(), QStringLiteral("changes of another city"));
    QCOMPARE(rig.city.count(QStringLiteral("changes ")), 1);
    QCOMPARE(rig.memory.value(cursorKey), QStringLiteral("0"));
}

void SyncFeedTest::aPageWithoutCursorIsNoAnswer()
{
    SyncRig rig;
    const QUuid entry = rig.outbox.put();
    rig.city.changes.push_back(QJsonObject{{QStringLiteral("changes"), QJsonArray{change(entry, "accepted")}}});
    QVERIFY(rig.runDue());
    QVERIFY(rig.statuses.isEmpty());
    QCOMPARE(rig.outbox.row(entry).state, BoxRow::State::Done); // the rest goes on
}

void SyncFeedTest::aSubmissionIsFollowedEagerly()
{
    SyncRig rig;
    QVERIFY(rig.runFor(1min));
    const auto questions = [&] { return rig.city.count(QStringLiteral("changes 0")); };
    const auto calm = questions();
    QVERIFY(rig.runFor(1min));
    QCOMPARE(questions() - calm, 4);
    const QUuid id = rig.outbox.put(ports::OutboxKind::SubmitCase);
    rig.outbox.answer = QJsonObject{{QStringLiteral("caseId"), QStringLiteral("P-1")}};
    rig.worker->wake();
    QVERIFY(rig.runDue());
    QCOMPARE(rig.outbox.row(id).state, BoxRow::State::Done);
    QCOMPARE(rig.city.calls.last(), QStringLiteral("changes 0")); // at once
    const auto sent = questions();
    QVERIFY(rig.runFor(1min));
    QVERIFY(questions() - sent >= 19);
    const auto eager = questions();
    QVERIFY(rig.runFor(1min));
    QVERIFY(questions() - eager <= 5);
}

void SyncFeedTest::theCatalogueIsKept()
{
    SyncRig rig;
    rig.catalogue.version = QStringLiteral("1");
    rig.city.catalogue.push_back(snapshot("1"));
    rig.city.catalogue.push_back(snapshot("2"));
    rig.makeWorker();
    QVERIFY(rig.runDue());
    QCOMPARE(rig.city.count(QStringLiteral("catalogue 1")), 1);
    QCOMPARE(rig.catalogueChanges, 0); // the same
    QVERIFY(rig.runFor(rig.options.catalogueEvery + 1min));
    QCOMPARE(rig.catalogue.version, QStringLiteral("2"));
    QCOMPARE(rig.catalogueChanges, 1);
    QVERIFY(rig.runFor(rig.options.catalogueEvery));
    QCOMPARE(rig.city.count(QStringLiteral("catalogue 2")), 1);
    QCOMPARE(rig.catalogueChanges, 1); // 304
}

void SyncFeedTest::aBadCatalogueReplacesNothing()
{
    SyncRig rig;
    rig.catalogue.version = QStringLiteral("1");
    rig.catalogue.next = ErrorKind::PlatformBadAnswer;
    rig.city.catalogue.push_back(snapshot("bad"));
    QVERIFY(rig.runFor(30min));
    QCOMPARE(rig.catalogue.version, QStringLiteral("1"));
    QCOMPARE(rig.catalogueChanges, 0);
    QCOMPARE(rig.city.count(QStringLiteral("catalogue 1")), 1); // and it is not fetched again and again
    QCOMPARE(rig.memory.value(QLatin1String(offline::sync::refusedCataloguesKey)), QStringLiteral("1"));
    rig.city.catalogue.push_back(snapshot("good"));
    QVERIFY(rig.runFor(1h));
    QCOMPARE(rig.catalogue.version, QStringLiteral("good"));
    QCOMPARE(rig.catalogueChanges, 1);
}

void SyncFeedTest::aCatalogueThatCouldNotBeWrittenIsFetchedAgain()
{
    SyncRig rig;
    rig.catalogue.next = ErrorKind::StoreFull;
    rig.city.catalogue.push_back(snapshot("1"));
    rig.city.catalogue.push_back(no(ErrorKind::PlatformBusy));
    rig.city.catalogue.push_back(snapshot("1"));
    QVERIFY(rig.runFor(5min));
    QCOMPARE(rig.catalogue.version, QStringLiteral("1"));
    QCOMPARE(rig.city.count(QStringLiteral("catalogue ")), 3);
    QCOMPARE(rig.catalogueChanges, 1);
}

QTEST_GUILESS_MAIN(SyncFeedTest)
#include "sync_feed_test.moc"
