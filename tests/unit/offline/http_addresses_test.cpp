// SPDX-License-Identifier: GPL-3.0-or-later
// The platform's two addresses: when the other one is spoken to, and that no case is created at both.
#include "offline/platform/address_book.h"
#include "tests/unit/offline/http_rig.h"
#include "tests/unit/offline/step_clock.h"

using namespace tongban;
using namespace tongban::tests;
using namespace tongban::offline::platform;
using namespace std::chrono_literals;

namespace {

const QUuid key = QUuid(QStringLiteral("0190d5c0-0000-7000-8000-000000000003"));
const QByteArray changes = R"({"cursor":"1","changes":[]})";
const QByteArray created = R"({"caseId":"P-1","status":"created"})";
const QByteArray known = R"({"caseId":"P-1","status":"created","deviceCaseId":"0190d5c0-0000-7000-8000-000000000004"})";
// Not known at an address that says until when it knows everything: so long from now.
Step unknown(std::chrono::milliseconds knownFrom)
{
    const QDateTime until = QDateTime::currentDateTimeUtc().addMSecs(knownFrom.count());
    Step step = problem(404, "key_unknown");
    step.answer.replace("\r\n\r\n", "\r\nX-Data-As-Of: " + until.toString(Qt::ISODateWithMs).toLatin1() + "\r\n\r\n");
    return step;
}
// Nothing is answered. (A question that is cut Qt may repeat by itself: it has no body.)
const Step mute{.answer = {}, .silent = true};

struct TwoAddresses
{
    explicit TwoAddresses(const City &city) : primary(city.serverTls()), standby(city.serverTls()), m_city(city)
    {
        start();
    }
    void start() // as after a power cut: what is remembered stays
    {
        PlatformConfig config = m_city.config(primary.base());
        config.standbyUrl = standby.base();
        client =
            std::make_unique<HttpCityPlatform>(prepareAccess(config).value(), PlatformOptions{.transferTimeout = 500ms},
                                               clock, std::make_unique<MapUploadMemory>(urls));
    }
    // The primary falls silent; three questions later the standby is spoken to.
    void loseThePrimary()
    {
        for (int i = 0; i < AddressBook::failuresToChange; ++i) {
            primary.script({mute});
            (void)await(client->pullChanges({}));
        }
    }

    std::shared_ptr<MapUploadMemory::Map> urls = std::make_shared<MapUploadMemory::Map>();
    StepClock machine;
    TrustedClock clock{machine, buildDayUtc()};
    ScriptedServer primary;
    ScriptedServer standby;
    std::unique_ptr<HttpCityPlatform> client;

private:
    const City &m_city;
};

int posts(const ScriptedServer &server, const QByteArray &target)
{
    return static_cast<int>(std::count_if(server.seen().begin(), server.seen().end(), [&](const SeenRequest &r) {
        return r.verb == "POST" && r.target == target;
    }));
}

} // namespace

class HttpAddressesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_city.make()); }
    void oneCutIsNoDisaster();
    void theStandbyIsSpokenToAndThePrimaryReturnsTo();
    void aLostCaseIsAskedForBeforeItIsCreatedElsewhere();
    void notKnownThereIsNoAnswerYet();
    void aReplicaThatIsHoursLateIsNoAnswerHoursLater();
    void whatKnowsTheAttemptCreatesIt();
    void onlyTheWordKeyUnknownCounts_data();
    void onlyTheWordKeyUnknownCounts();
    void aCaseThatWasAnsweredIsNotAskedFor();
    void whatOneAddressDoesNotKnowYetIsNoRefusal();
    void aPageBegunAtOneAddressIsBegunAnewAtTheOther();
    void theStandbyMustBeAnother();

private:
    City m_city;
};

void HttpAddressesTest::oneCutIsNoDisaster()
{
    TwoAddresses two(m_city);
    two.primary.script({mute, mute, json(200, changes), mute, mute, json(200, changes)});
    for (int i = 0; i < 6; ++i)
        (void)await(two.client->pullChanges({}));
    QCOMPARE(two.primary.seen().size(), 6);
    QCOMPARE(two.standby.connections(), 0);
}

void HttpAddressesTest::theStandbyIsSpokenToAndThePrimaryReturnsTo()
{
    TwoAddresses two(m_city);
    two.loseThePrimary();
    two.standby.script({json(200, changes), json(200, changes), json(200, changes)});
    QVERIFY(await(two.client->pullChanges({})));
    QCOMPARE(two.standby.signOns(), 1); // a session of its own
    const auto before = two.primary.seen().size();
    QVERIFY(await(two.client->pullChanges({})));
    QCOMPARE(two.primary.seen().size(), before);

    two.machine.ahead += AddressBook::askPrimaryEvery;
    two.primary.script({mute});
    QVERIFY(!await(two.client->pullChanges({}))); // the question that costs one answer
    QCOMPARE(two.primary.seen().size(), before + 1);
    QVERIFY(await(two.client->pullChanges({})));
    QCOMPARE(two.standby.seen().size(), 3);

    two.machine.ahead += AddressBook::askPrimaryEvery;
    two.primary.script({json(200, changes), json(201, created)});
    QVERIFY(await(two.client->pullChanges({})));
    QVERIFY(await(two.client->createCase(key, {}))); // and now all goes there again
    QCOMPARE(posts(two.primary, "/v1/cases"), 1);
    QCOMPARE(two.standby.seen().size(), 3);
}

void HttpAddressesTest::aLostCaseIsAskedForBeforeItIsCreatedElsewhere()
{
    TwoAddresses two(m_city);
    two.primary.script({{.answer = {}, .cutAfterBodyBytes = 2}}); // perhaps created
    QVERIFY(failedWith(await(two.client->createCase(key, {})), ErrorKind::PlatformUnreachable));
    two.start(); // it is remembered over a power cut
    two.loseThePrimary();
    two.standby.script({json(200, known), json(201, created)});
    const auto answer = await(two.client->createCase(key, {}));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(answer->value(QStringLiteral("caseId")).toString(), QStringLiteral("P-1"));
    QCOMPARE(two.standby.seen().size(), 1);
    QCOMPARE(two.standby.seen().first().target, "/v1/cases/by-key/" + key.toByteArray(QUuid::WithoutBraces));
    QVERIFY(two.urls->value(key).isEmpty()); // nothing is owed any more
}

void HttpAddressesTest::notKnownThereIsNoAnswerYet()
{
    TwoAddresses two(m_city);
    two.primary.script({mute});
    QVERIFY(failedWith(await(two.client->createCase(key, {})), ErrorKind::PlatformUnreachable));
    two.loseThePrimary();
    two.standby.script({unknown(60s), json(200, known)}); // what was sent may still be handled
    QVERIFY(failedWith(await(two.client->createCase(key, {})), ErrorKind::PlatformBusy));
    QVERIFY(await(two.client->createCase(key, {})));
    QCOMPARE(posts(two.standby, "/v1/cases"), 0);
}

void HttpAddressesTest::aReplicaThatIsHoursLateIsNoAnswerHoursLater()
{
    TwoAddresses two(m_city);
    two.primary.script({mute});
    QVERIFY(failedWith(await(two.client->createCase(key, {})), ErrorKind::PlatformUnreachable));
    two.loseThePrimary();
    two.machine.ahead += 5h;
    two.standby.script({unknown(-1s), json(200, known)});
    QVERIFY(failedWith(await(two.client->createCase(key, {})), ErrorKind::PlatformBusy));
    QVERIFY(await(two.client->createCase(key, {})));
    QCOMPARE(posts(two.standby, "/v1/cases"), 0);
}

void HttpAddressesTest::whatKnowsTheAttemptCreatesIt()
{
    TwoAddresses two(m_city);
    two.primary.script({mute});
    QVERIFY(failedWith(await(two.client->createCase(key, {})), ErrorKind::PlatformUnreachable));
    two.loseThePrimary();
    two.standby.script({unknown(PlatformOptions().handlingGrace + 10s), json(201, created)});
    QVERIFY(await(two.client->createCase(key, {})));
    QCOMPARE(two.standby.seen().last().headers.value("idempotency-key"), key.toByteArray(QUuid::WithoutBraces));
}

void HttpAddressesTest::onlyTheWordKeyUnknownCounts_data()
{
    QTest::addColumn<QByteArray>("answer");
    for (const int status : {409, 425, 403, 500})
        QTest::addRow("%d", status) << problem(status, "key_unknown").answer;
    QTest::newRow("does not say until when it knows") << problem(404, "key_unknown").answer;
    QTest::newRow("404 of a gateway") << json(404, "<html>").answer;
    QTest::newRow("404 of another kind") << problem(404, "not_found").answer;
    QTest::newRow("garbage") << json(200, "[]").answer;
}

void HttpAddressesTest::onlyTheWordKeyUnknownCounts()
{
    QFETCH(QByteArray, answer);
    TwoAddresses two(m_city);
    two.primary.script({mute});
    QVERIFY(!await(two.client->createCase(key, {})));
    two.loseThePrimary();
    two.standby.script({Step{.answer = answer}});
    const auto outcome = await(two.client->createCase(key, {}));
    QVERIFY(!outcome);
    QCOMPARE(nameOf(remedyFor(outcome.error().kind)), nameOf(Remedy::Waits));
    QCOMPARE(posts(two.standby, "/v1/cases"), 0);
}

void HttpAddressesTest::aCaseThatWasAnsweredIsNotAskedFor()
{
    TwoAddresses two(m_city);
    two.primary.script({problem(422, "said_no")});
    QVERIFY(failedWith(await(two.client->createCase(key, {})), ErrorKind::PlatformRefused));
    QVERIFY(two.urls->value(key).isEmpty());
    two.loseThePrimary();
    two.standby.script({json(201, created)}); // a person has put it right and released it
    QVERIFY(await(two.client->createCase(key, {})));
    QCOMPARE(two.standby.seen().size(), 1);
}

void HttpAddressesTest::whatOneAddressDoesNotKnowYetIsNoRefusal()
{
    TwoAddresses two(m_city);
    two.primary.script({problem(404, "case_unknown"), problem(404, "case_unknown"), problem(422, "pages_missing")});
    QVERIFY(failedWith(await(two.client->submitCase(key, QStringLiteral("P"), {})), ErrorKind::PlatformBusy));
    QVERIFY(failedWith(await(two.client->uploadPage(key, {}, "page")), ErrorKind::PlatformBusy));
    QVERIFY(failedWith(await(two.client->submitCase(key, QStringLiteral("P"), {})), ErrorKind::PlatformRefused));
}

void HttpAddressesTest::aPageBegunAtOneAddressIsBegunAnewAtTheOther()
{
    TwoAddresses two(m_city);
    const QByteArray page(1000, 'p');
    two.primary.script({empty(201, "Location: /v1/uploads/a\r\n"),
                        empty(200, "Upload-Length: 1000\r\nUpload-Offset: 0\r\n"),
                        {.answer = {}, .cutAfterBodyBytes = 600}});
    QVERIFY(!await(two.client->uploadPage(key, {}, page)));
    two.loseThePrimary();
    two.standby.script({empty(201, "Location: /v1/uploads/b\r\n"),
                        empty(200, "Upload-Length: 1000\r\nUpload-Offset: 0\r\n"),
                        empty(204, "Upload-Offset: 1000\r\n")});
    QVERIFY(await(two.client->uploadPage(key, {}, page)));
    QCOMPARE(two.standby.seen().last().target, "/v1/uploads/b");
    QCOMPARE(two.standby.seen().last().body, page);
}

void HttpAddressesTest::theStandbyMustBeAnother()
{
    PlatformConfig config = m_city.config(QUrl(QStringLiteral("https://127.0.0.1:1/v1")));
    config.standbyUrl = QUrl(QStringLiteral("https://127.0.0.1:1/v1/"));
    QVERIFY(failedWith(prepareAccess(config), ErrorKind::Misconfigured));
    config.standbyUrl = QUrl(QStringLiteral("http://127.0.0.1:2/v1"));
    QVERIFY(failedWith(prepareAccess(config), ErrorKind::Misconfigured));
    config.standbyUrl = QUrl(QStringLiteral("https://127.0.0.1:2/v1"));
    QVERIFY(prepareAccess(config));
}

QTEST_GUILESS_MAIN(HttpAddressesTest)
#include "http_addresses_test.moc"
