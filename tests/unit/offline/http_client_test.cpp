// SPDX-License-Identifier: GPL-3.0-or-later
// The client against a server that misbehaves on purpose: every request has one attempt and one sorted outcome.
#include "tests/unit/offline/http_rig.h"

#include <QJsonDocument>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;
using offline::platform::PlatformOptions;

namespace {
const QUuid key = QUuid(QStringLiteral("0190d5c0-0000-7000-8000-000000000001"));
const QByteArray created = R"({"caseId":"P-1","status":"created"})";
// Of version 7, without an item.
QByteArray signedCatalogue(const City &city)
{
    QFile pem(city.file("city-sm2.key"));
    if (!pem.open(QIODevice::ReadOnly))
        return {};
    const auto cityKey = offline::crypto::Sm2PrivateKey::fromPem(pem.readAll());
    const QByteArray signature =
        cityKey ? cityKey->sign("tongban catalogue 1\n7\n2026-01-01T00:00:00Z\n").toBase64() : QByteArray();
    return R"({"version":"7","asOf":"2026-01-01T00:00:00Z","items":[],"cursor":"c","manifest":{"version":"7",)"
           R"("asOf":"2026-01-01T00:00:00Z","entries":[],"signature":")" +
           signature + "\"}}";
}

} // namespace

class HttpClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_city.make()); }
    void saysWhatTheContractAsks();
    void aCutRequestIsNotSentAgain();
    void anAnswerThatStopsShortIsNotTaken();
    void signsOnAgainWhenTheSessionIsOver();
    void isNotLetInTwice();
    void aRefusedSignOnIsNoWordOnTheCase();
    void outcomes_data();
    void outcomes();
    void redirectsAreNotFollowed();
    void silenceEndsByTimeOut();
    void tooLargeAnAnswerIsStopped();
    void nobodyThere();
    void theCatalogueIsAskedForOnce();
    void theCursorTravels();
    void destroyingEndsWhatIsUnderWay();

private:
    City m_city;
};

void HttpClientTest::saysWhatTheContractAsks()
{
    HttpRig rig(m_city);
    rig.server.script({json(201, created)});
    const auto answer = await(rig.client->createCase(key, {{QStringLiteral("localNumber"), QStringLiteral("张-1")}}));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(answer->value(QStringLiteral("caseId")).toString(), QStringLiteral("P-1"));
    QCOMPARE(rig.server.seen().size(), 1);
    const SeenRequest &request = rig.server.seen().first();
    QCOMPARE(request.verb, "POST");
    QCOMPARE(request.target, "/v1/cases");
    QCOMPARE(request.headers.value("idempotency-key"), key.toByteArray(QUuid::WithoutBraces));
    QCOMPARE(request.headers.value("authorization"), "Bearer token-of-sign-on-number-1");
    QCOMPARE(request.headers.value("content-type"), "application/json");
    QCOMPARE(request.body, QStringLiteral(R"({"localNumber":"张-1"})").toUtf8());
}

// QNetworkAccessManager would send a buffered body a second time, and nobody would know.
void HttpClientTest::aCutRequestIsNotSentAgain()
{
    HttpRig rig(m_city);
    rig.server.script({json(201, created), {.answer = {}, .cutAfterBodyBytes = 10}, json(201, created)});
    QVERIFY(await(rig.client->createCase(key, {})));
    const QJsonObject body{{QStringLiteral("filler"), QString(200'000, QLatin1Char('x'))}};
    const auto cut = await(rig.client->createCase(key, body)); // on the connection that the first request left open
    QVERIFY(failedWith(cut, ErrorKind::PlatformUnreachable));
    QCOMPARE(rig.server.seen().size(), 2);

    rig.server.script({{.answer = {}, .cutAfterBodyBytes = 10}, json(201, created)});
    QVERIFY(failedWith(await(rig.client->createCase(key, body)), ErrorKind::PlatformUnreachable)); // on a new one
    QCOMPARE(rig.server.seen().size(), 3);

    rig.server.script({{.answer = {}, .cutAfterBodyBytes = 0}, json(201, created)}); // before the first byte
    QVERIFY(failedWith(await(rig.client->createCase(key, body)), ErrorKind::PlatformUnreachable));
    QCOMPARE(rig.server.seen().size(), 4);
}

void HttpClientTest::anAnswerThatStopsShortIsNotTaken()
{
    HttpRig rig(m_city);
    Step half = json(201, created);
    half.answer.chop(12);
    half.closeAfter = true;
    rig.server.script({half, json(201, created)});
    const auto answer = await(rig.client->createCase(key, {}));
    QVERIFY(!answer);
    QCOMPARE(remedyFor(answer.error().kind), Remedy::Waits);
    QCOMPARE(rig.server.seen().size(), 1);
}

void HttpClientTest::signsOnAgainWhenTheSessionIsOver()
{
    HttpRig rig(m_city);
    rig.server.script({json(201, created), problem(401, "session_expired"), json(201, created)});
    QVERIFY(await(rig.client->createCase(key, {})));
    QVERIFY(await(rig.client->createCase(key, {})));
    QCOMPARE(rig.server.signOns(), 2);
    QCOMPARE(rig.server.seen().size(), 3);
    QCOMPARE(rig.server.seen().at(2).headers.value("authorization"), "Bearer token-of-sign-on-number-2");
    QCOMPARE(rig.server.seen().at(2).headers.value("idempotency-key"),
             rig.server.seen().at(1).headers.value("idempotency-key"));
}

void HttpClientTest::isNotLetInTwice()
{
    HttpRig rig(m_city);
    rig.server.script({problem(401, "session_expired"), problem(401, "session_expired"), json(201, created)});
    QVERIFY(failedWith(await(rig.client->createCase(key, {})), ErrorKind::PlatformUnreachable));
    QCOMPARE(rig.server.seen().size(), 1); // the token was new: no second sign-on in the same attempt
    QCOMPARE(rig.server.signOns(), 1);
}

void HttpClientTest::aRefusedSignOnIsNoWordOnTheCase()
{
    HttpRig rig(m_city);
    rig.server.scriptSignOn({problem(403, "device_mismatch"), json(201, R"({"tokn":"x"})"), problem(503, "busy")});
    const auto refused = await(rig.client->createCase(key, {}));
    QVERIFY(failedWith(refused, ErrorKind::PlatformUnreachable));
    QVERIFY(refused.error().detail.contains(QStringLiteral("device_mismatch")));
    QVERIFY(failedWith(await(rig.client->createCase(key, {})), ErrorKind::PlatformBadAnswer));
    QVERIFY(failedWith(await(rig.client->createCase(key, {})), ErrorKind::PlatformBusy));
    QCOMPARE(rig.server.seen().size(), 0);
}

void HttpClientTest::outcomes_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, const Step &step, ErrorKind kind) {
        QTest::newRow(name) << step.answer << kind;
    };
    row("408", problem(408, "slow"), ErrorKind::PlatformBusy);
    row("429", problem(429, "rate"), ErrorKind::PlatformBusy);
    row("500", json(500, "{}"), ErrorKind::PlatformBusy);
    row("502 of a gateway", json(502, "<html>"), ErrorKind::PlatformBusy);
    row("400", problem(400, "bad"), ErrorKind::PlatformRefused);
    row("422", problem(422, "idempotency_mismatch"), ErrorKind::PlatformRefused);
    row("403 but retryable", problem(403, "not_yet", true), ErrorKind::PlatformBusy);
    row("409", problem(409, "case_exists"), ErrorKind::PlatformConflict);
    row("412", problem(412, "changed"), ErrorKind::PlatformConflict);
    row("404 of a captive portal", json(404, "<html>"), ErrorKind::PlatformBadAnswer);
    row("200 and a page", json(200, "<html>log in to the hall's network</html>"), ErrorKind::PlatformBadAnswer);
    row("an array", json(201, "[]"), ErrorKind::PlatformBadAnswer);
    row("a member missing", json(201, R"({"status":"created"})"), ErrorKind::PlatformBadAnswer);
    row("a wrong type", json(201, R"({"caseId":7,"status":"created"})"), ErrorKind::PlatformBadAnswer);
    row("no content", empty(204), ErrorKind::PlatformBadAnswer);
    QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n") << ErrorKind::PlatformUnreachable;
    row("302", empty(302, "Location: https://elsewhere.example/\r\n"), ErrorKind::PlatformBadAnswer);
}

void HttpClientTest::outcomes()
{
    QFETCH(QByteArray, answer);
    QFETCH(ErrorKind, kind);
    HttpRig rig(m_city);
    rig.server.script({Step{.answer = answer}});
    const auto outcome = await(rig.client->createCase(key, {}));
    QVERIFY(!outcome);
    QCOMPARE(nameOf(outcome.error().kind), nameOf(kind));
    QCOMPARE(outcome.error().where, QStringLiteral("platform.createCase"));
    QVERIFY(!outcome.error().detail.isEmpty());
    QCOMPARE(rig.server.seen().size(), 1);
}

void HttpClientTest::redirectsAreNotFollowed()
{
    HttpRig rig(m_city);
    rig.server.script({empty(307, "Location: /v1/cases2\r\n"), json(201, created)});
    QVERIFY(failedWith(await(rig.client->createCase(key, {})), ErrorKind::PlatformBadAnswer));
    rig.server.script({empty(302, "Location: /v1/other\r\n"), json(200, R"({"cursor":"1","changes":[]})")});
    QVERIFY(failedWith(await(rig.client->pullChanges({})), ErrorKind::PlatformBadAnswer));
    QCOMPARE(rig.server.seen().size(), 2);
}

void HttpClientTest::silenceEndsByTimeOut()
{
    HttpRig rig(m_city, {.transferTimeout = 300ms});
    rig.server.script({{.answer = {}, .silent = true}});
    QVERIFY(failedWith(await(rig.client->createCase(key, {})), ErrorKind::PlatformUnreachable));
    QCOMPARE(rig.server.seen().size(), 1);

    HttpRig slow(m_city, {.requestDeadline = 300ms});
    slow.server.script({{.answer = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"}});
    const auto late = await(slow.client->createCase(key, {}));
    QVERIFY(failedWith(late, ErrorKind::PlatformUnreachable));
    QCOMPARE(late.error().detail, QStringLiteral("request deadline"));
}

void HttpClientTest::tooLargeAnAnswerIsStopped()
{
    HttpRig rig(m_city, {.maxAnswerBytes = 1000});
    rig.server.script({json(201, QByteArray(5000, ' ') + created)});
    QVERIFY(failedWith(await(rig.client->createCase(key, {})), ErrorKind::PlatformBadAnswer));
}

void HttpClientTest::nobodyThere()
{
    QUrl closed;
    {
        ScriptedServer gone(m_city.serverTls());
        closed = gone.base();
    }
    HttpRig rig(m_city);
    rig.connect(offline::platform::prepareAccess(m_city.config(closed)).value(), {});
    QVERIFY(failedWith(await(rig.client->pullChanges({})), ErrorKind::PlatformUnreachable));
    rig.connect(
        offline::platform::prepareAccess(m_city.config(QUrl(QStringLiteral("https://nobody.invalid/v1")))).value(), {});
    QVERIFY(failedWith(await(rig.client->pullChanges({})), ErrorKind::PlatformUnreachable));
}

void HttpClientTest::theCatalogueIsAskedForOnce()
{
    HttpRig rig(m_city);
    const QByteArray snapshot = signedCatalogue(m_city);
    rig.server.script({json(200, snapshot, "ETag: \"seven\"\r\n"), empty(304, "ETag: \"seven\"\r\n"),
                       json(200, snapshot, "ETag: \"seven\"\r\n"),
                       json(200, QByteArray(snapshot).replace("\"7\"", "\"8\""), "ETag: \"eight\"\r\n")});
    const auto first = await(rig.client->fetchCatalogue(QStringLiteral("7"))); // known, but not from this process
    QVERIFY(first && *first);
    QCOMPARE((*first)->version, QStringLiteral("7"));
    QVERIFY(!rig.server.seen().first().headers.contains("if-none-match"));
    const auto second = await(rig.client->fetchCatalogue(QStringLiteral("7")));
    QVERIFY(second && !*second);
    QCOMPARE(rig.server.seen().at(1).headers.value("if-none-match"), "\"seven\"");
    const auto third = await(rig.client->fetchCatalogue(QString())); // the caller could not keep it: once more, whole
    QVERIFY(third && *third);
    // What the city did not sign is no catalogue.
    QVERIFY(failedWith(await(rig.client->fetchCatalogue(QString())), ErrorKind::PlatformBadAnswer));
}

void HttpClientTest::theCursorTravels()
{
    HttpRig rig(m_city);
    rig.server.script({json(200, R"({"cursor":"a+b/=","changes":[]})"), json(200, R"({"cursor":"2","changes":[]})")});
    const auto first = await(rig.client->pullChanges({}));
    QVERIFY(first);
    QVERIFY(await(rig.client->pullChanges(first->value(QStringLiteral("cursor")).toString())));
    QCOMPARE(rig.server.seen().at(0).target, "/v1/cases/changes");
    QCOMPARE(rig.server.seen().at(1).target, "/v1/cases/changes?cursor=a%2Bb%2F%3D");
}

void HttpClientTest::destroyingEndsWhatIsUnderWay()
{
    HttpRig rig(m_city);
    rig.server.script({{.answer = {}, .silent = true}, {.answer = {}, .silent = true}});
    const auto never = rig.client->createCase(key, {});
    const auto upload = rig.client->uploadPage(key, {}, QByteArray("x"));
    QTRY_COMPARE(rig.server.seen().size(), 2);
    rig.client.reset();
    QVERIFY(never.isFinished() && upload.isFinished());
    QVERIFY(failedWith(await(never), ErrorKind::Cancelled));
}

QTEST_GUILESS_MAIN(HttpClientTest)
#include "http_client_test.moc"
