// SPDX-License-Identifier: GPL-3.0-or-later
// What the real reference city publishes, tells and commands, and what the terminal makes of it.
#include "app/core/base/log.h"
#include "tests/fault/publisher.h"
#include "tests/fault/sync_city.h"

#include <QSignalSpy>
#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;
using offline::sync::SyncWorker;

namespace {

template <class Work> auto onLane(SyncCity &city, Work work)
{
    auto future = city.lane->run([work = std::move(work)](std::stop_token) { return work(); });
    future.waitForFinished();
    return future.result();
}

// "a 1, b 1" as the home screen would have it.
QString shown(SyncCity &city)
{
    const auto current = onLane(city, [&] { return city.store->catalogue().current(); });
    if (!current)
        return QString::fromLatin1(nameOf(current.error().kind));
    QStringList all;
    for (const domain::ServiceItem &item : current->items)
        all << item.code + QLatin1Char(' ') + item.version;
    return all.join(QStringLiteral(", "));
}

QString remembered(SyncCity &city, const char *key)
{
    return onLane(city, [&] { return city.store->syncState().value(QLatin1String(key)); }).value();
}

const QString changesCall = QStringLiteral("GET /v1/catalog/changes");
const QString wholeCall = QStringLiteral("GET /v1/catalog/snapshot");

} // namespace

class SyncWordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        setLogSink([](const QByteArray &) {});
        m_publisher = std::make_unique<Publisher>();
        QVERIFY(m_publisher->publish(QStringLiteral("a"), QStringLiteral("1"), QStringLiteral("甲事")));
        m_city = std::make_unique<SyncCity>(m_publisher->directory());
        m_city->options.carryOut = [this](const ports::CityCommand &command) {
            m_obeyed.append(command);
            return QtFuture::makeReadyFuture(Result<QString>(QStringLiteral("idCardReader ready")));
        };
        m_city->options.catalogueEvery = m_city->options.pollEvery = 5min; // fewer questions an hour, the same answers
        m_obeyed.clear();
        QVERIFY(m_city->start());
        QVERIFY(m_city->runDue());
        QCOMPARE(shown(*m_city), QStringLiteral("a 1"));
    }
    void cleanup()
    {
        const auto counters = m_city->platform.counters();
        QVERIFY(counters);
        QVERIFY(counters->value(QStringLiteral("violations")).toObject().isEmpty()); // by either side
        m_city.reset();
    }
    void aNewItemComesByItsDifference();
    void whatIsWithdrawnGoes();
    void aWrongSignatureChangesNothing();
    void aDifferenceThatIsNoneTakesTheWhole();
    void aCityThatForgotTheCursorIsAskedForAll();
    void anotherItemThanThisProgramKnows();
    void theOfficesNoticesArrive();
    void theCitysCommandsAreObeyedOnce();
    void whatIsNotOnTheListIsRefused();

private:
    [[nodiscard]] bool nextTurn() { return m_city->runFor(m_city->options.catalogueEvery + 1min); }
    std::unique_ptr<Publisher> m_publisher;
    std::unique_ptr<SyncCity> m_city;
    QList<ports::CityCommand> m_obeyed;
};

void SyncWordTest::aNewItemComesByItsDifference()
{
    QSignalSpy changed(m_city->worker.get(), &SyncWorker::catalogueChanged);
    QVERIFY(m_publisher->publish(QStringLiteral("b"), QStringLiteral("1"), QStringLiteral("乙事")));
    QVERIFY(nextTurn());
    QCOMPARE(shown(*m_city), QStringLiteral("a 1, b 1"));
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_publisher->publish(QStringLiteral("a"), QStringLiteral("2"), QStringLiteral("甲事（新）")));
    QVERIFY(nextTurn());
    QCOMPARE(shown(*m_city), QStringLiteral("a 2, b 1"));
    QVERIFY(nextTurn()); // nothing new
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_city->requests(wholeCall), 1); // the first one
    QVERIFY(m_city->requests(changesCall) >= 3);
    m_city->cutPower();
    m_city->openTerminal();
    QCOMPARE(shown(*m_city), QStringLiteral("a 2, b 1"));
    QVERIFY(m_city->runDue()); // and goes on from its cursor
    QCOMPARE(m_city->requests(wholeCall), 1);
}

void SyncWordTest::whatIsWithdrawnGoes()
{
    QVERIFY(m_publisher->publish(QStringLiteral("b"), QStringLiteral("1"), QStringLiteral("乙事")));
    QVERIFY(nextTurn());
    QVERIFY(m_publisher->withdraw(QStringLiteral("a")));
    QVERIFY(nextTurn());
    QCOMPARE(shown(*m_city), QStringLiteral("b 1"));
    QCOMPARE(m_city->requests(wholeCall), 1);
}

void SyncWordTest::aWrongSignatureChangesNothing()
{
    QSignalSpy changed(m_city->worker.get(), &SyncWorker::catalogueChanged);
    QVERIFY(m_city->platform.planOne(changesCall, QStringLiteral("signatureWrong")));
    QVERIFY(m_city->platform.planOne(wholeCall, QStringLiteral("signatureWrong")));
    QVERIFY(m_publisher->publish(QStringLiteral("b"), QStringLiteral("1"), QStringLiteral("乙事")));
    QVERIFY(nextTurn());
    QCOMPARE(shown(*m_city), QStringLiteral("a 1"));
    QCOMPARE(changed.size(), 0);
    QCOMPARE(remembered(*m_city, offline::sync::refusedCataloguesKey), QStringLiteral("2"));
    m_city->cutPower();
    m_city->openTerminal();
    QCOMPARE(shown(*m_city), QStringLiteral("a 1"));
    QVERIFY(m_city->runDue()); // now it is signed well
    QCOMPARE(shown(*m_city), QStringLiteral("a 1, b 1"));
}

void SyncWordTest::aDifferenceThatIsNoneTakesTheWhole()
{
    QVERIFY(m_city->platform.planOne(changesCall, QStringLiteral("manifestWrong")));
    QVERIFY(m_publisher->publish(QStringLiteral("b"), QStringLiteral("1"), QStringLiteral("乙事")));
    QVERIFY(nextTurn());
    QCOMPARE(shown(*m_city), QStringLiteral("a 1, b 1"));
    QCOMPARE(m_city->requests(wholeCall), 2);
    QVERIFY(m_city->platform.planOne(changesCall, QStringLiteral("manifestWrong")));
    QVERIFY(m_city->platform.planOne(wholeCall, QStringLiteral("manifestWrong")));
    QVERIFY(m_publisher->withdraw(QStringLiteral("a")));
    QVERIFY(nextTurn());
    QCOMPARE(shown(*m_city), QStringLiteral("a 1, b 1")); // nothing that holds together: the last good one
    QVERIFY(nextTurn());
    QCOMPARE(shown(*m_city), QStringLiteral("b 1"));
}

void SyncWordTest::aCityThatForgotTheCursorIsAskedForAll()
{
    for (int version = 2; version < 30; ++version) { // more than it remembers; each is seen when somebody asks
        QVERIFY(m_publisher->publish(QStringLiteral("b"), QString::number(version), QStringLiteral("乙事")));
        SyncCity *city = m_city.get();
        const auto asked = city->client->fetchCatalogue(QString());
        QTRY_VERIFY_WITH_TIMEOUT(asked.isFinished(), 20'000);
    }
    const int before = m_city->requests(wholeCall);
    QVERIFY(nextTurn());
    QCOMPARE(shown(*m_city), QStringLiteral("a 1, b 29"));
    QCOMPARE(m_city->requests(wholeCall), before + 1);
    QCOMPARE(remembered(*m_city, offline::sync::refusedCataloguesKey), QString());
}

void SyncWordTest::anotherItemThanThisProgramKnows()
{
    QVERIFY(m_publisher->publish(QStringLiteral("z"), QStringLiteral("1"), QStringLiteral("未来的事"),
                                 {{QStringLiteral("hologram"), true}}));
    QVERIFY(m_publisher->publish(QStringLiteral("b"), QStringLiteral("1"), QStringLiteral("乙事")));
    QVERIFY(nextTurn());
    QCOMPARE(shown(*m_city), QStringLiteral("a 1, b 1"));
    QVERIFY(m_publisher->withdraw(QStringLiteral("b"))); // it counts in the manifest all the same
    QVERIFY(nextTurn());
    QCOMPARE(shown(*m_city), QStringLiteral("a 1"));
    QCOMPARE(m_city->requests(wholeCall), 1);
}

void SyncWordTest::theOfficesNoticesArrive()
{
    const auto submitted = m_city->submitOne();
    QVERIFY(submitted && m_city->runUntilAccepted(submitted->content.id));
    const QString platformCase = m_city->platform.cases()->first()[QStringLiteral("caseId")].toString();
    QSignalSpy arrived(m_city->worker.get(), &SyncWorker::noticeArrived);
    const QJsonObject item{{"material", "householdRegister"}, {"text", QStringLiteral("第三页看不清")}};
    QVERIFY(m_city->platform.issueNotice({{"caseId", platformCase},
                                          {"kind", "correction"},
                                          {"due", "2026-12-01"},
                                          {"title", QStringLiteral("请补正")},
                                          {"items", QJsonArray{item}}}));
    QVERIFY(m_city->platform.issueNotice(
        {{"caseId", platformCase}, {"kind", "decision"}, {"title", QStringLiteral("准予")}, {"items", QJsonArray()}}));
    QVERIFY(m_city->runFor(m_city->options.noticesEvery + 1min));
    QCOMPARE(arrived.size(), 2);
    QCOMPARE(arrived.first().first().toUuid(), submitted->content.id);
    const auto kept = onLane(*m_city, [&] { return m_city->store->notices().ofCase(submitted->content.id); });
    QVERIFY(kept);
    QCOMPARE(kept->size(), size_t(2));
    QCOMPARE(kept->front().due, QDate(2026, 12, 1));
    QCOMPARE(kept->front().items.front().text, QStringLiteral("第三页看不清"));
    QVERIFY(!kept->back().due.isValid());
    QVERIFY(m_city->runFor(m_city->options.noticesEvery + 1min));
    QCOMPARE(arrived.size(), 2); // not again
}

void SyncWordTest::theCitysCommandsAreObeyedOnce()
{
    const QString device = m_city->world.options().deviceId;
    QVERIFY(m_city->platform.issueCommand(
        {{"deviceId", device}, {"kind", "message"}, {"text", QStringLiteral("下午停电")}}));
    QVERIFY(m_city->platform.issueCommand({{"deviceId", device}, {"kind", "diagnose"}}));
    QVERIFY(
        m_city->platform.planOne(QStringLiteral("POST /v1/devices/commands/*/outcome"), QStringLiteral("loseAnswer")));
    QVERIFY(m_city->runFor(m_city->options.commandsEvery * 5));
    QCOMPARE(m_obeyed.size(), 2);
    QCOMPARE(m_obeyed.first().text, QStringLiteral("下午停电"));
    const auto known = m_city->platform.commands();
    QVERIFY(known);
    for (const auto &command : *known) {
        QCOMPARE(command[QStringLiteral("outcome")].toString(), QStringLiteral("done"));
        QCOMPARE(command[QStringLiteral("detail")].toString(), QStringLiteral("idCardReader ready"));
    }
    m_city->cutPower();
    m_city->openTerminal();
    QVERIFY(m_city->runFor(m_city->options.commandsEvery * 3));
    QCOMPARE(m_obeyed.size(), 2);
}

void SyncWordTest::whatIsNotOnTheListIsRefused()
{
    const QString device = m_city->world.options().deviceId;
    QVERIFY(m_city->platform.issueCommand({{"deviceId", device}, {"kind", "erase"}}));
    QVERIFY(m_city->platform.issueCommand({{"deviceId", device}, {"kind", "reload"}, {"expiresInSeconds", -60}}));
    QVERIFY(m_city->platform.issueCommand({{"deviceId", device}, {"kind", "close"}})); // says not why
    QVERIFY(m_city->runFor(m_city->options.commandsEvery * 3));
    QVERIFY(m_city->platform.issueCommand({{"deviceId", device}, {"kind", "diagnose"}}));
    QVERIFY(m_city->platform.planOne(QStringLiteral("GET /v1/devices/commands"), QStringLiteral("signatureWrong")));
    QVERIFY(m_city->runFor(m_city->options.commandsEvery * 3));
    QVERIFY(m_obeyed.isEmpty());
    const auto known = m_city->platform.commands();
    QVERIFY(known);
    QCOMPARE(known->size(), 4);
    QStringList details;
    for (const auto &command : *known) {
        QCOMPARE(command[QStringLiteral("outcome")].toString(), QStringLiteral("refused"));
        details << command[QStringLiteral("detail")].toString();
    }
    QVERIFY(details.at(0).contains(QStringLiteral("not on the list")));
    QCOMPARE(details.at(1), QStringLiteral("expired"));
    QVERIFY(details.at(2).contains(QStringLiteral("text")));
    QVERIFY(details.at(3).contains(QStringLiteral("not signed")));
}

QTEST_GUILESS_MAIN(SyncWordTest)
#include "sync_word_test.moc"
