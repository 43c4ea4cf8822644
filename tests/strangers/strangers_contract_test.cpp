// SPDX-License-Identifier: GPL-3.0-or-later
// That Prism finds nothing against the terminal means something only if it finds what is wrong: right requests, each
// with one thing changed.
#include "offline/platform/http_line.h"
#include "offline/platform/request_signer.h"
#include "tests/strangers/strangers_rig.h"

#include <QTest>

#include <optional>

using namespace tongban;
using namespace tongban::tests;
using namespace tongban::offline::platform;

namespace {

const QByteArray caseId = "0192f5a0-7c3e-7b11-8a4d-5f0e6c1d2b3a";

QJsonObject evaluation()
{
    return {{QStringLiteral("caseId"), QString::fromLatin1(caseId)},
            {QStringLiteral("localNumber"), QStringLiteral("330106002000-20260301-K01-0001")},
            {QStringLiteral("level"), 5},
            {QStringLiteral("channel"), 5},
            {QStringLiteral("at"), QStringLiteral("2026-03-01T08:30:00Z")}};
}

HttpRequest rightRequest(const QUrl &base)
{
    return {.where = QStringLiteral("test"),
            .verb = "POST",
            .url = QUrl(base.toString() + QStringLiteral("/evaluations")),
            .headers = {{"Content-Type", "application/json"},
                        {"Idempotency-Key", "0192f5a0-7c3e-7b11-8a4d-5f0e6c1d2b3b"},
                        {"Authorization", "Bearer AAECAwQFBgcICQoLDA0ODxAREhMUFRYX"}},
            .body = {}};
}

void withoutHeader(HttpRequest &request, const QByteArray &name)
{
    std::erase_if(request.headers, [&](const auto &header) { return header.first == name; });
}

} // namespace

class StrangersContractTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aWrongRequestIsRefused_data();
    void aWrongRequestIsRefused();
    void aWrongFormIsRefusedToTheClient();
    void cleanupTestCase() { m_here.reset(); }

private:
    using Body = std::function<void(QJsonObject &)>;
    using Head = std::function<void(HttpRequest &)>;
    std::optional<int> statusOf(const HttpRequest &request);

    std::unique_ptr<StrangeCity> m_here;
};

Q_DECLARE_METATYPE(std::function<void(QJsonObject &)>)
Q_DECLARE_METATYPE(std::function<void(tongban::offline::platform::HttpRequest &)>)

void StrangersContractTest::initTestCase()
{
    const auto prepared = Strangers::prepare();
    if (!prepared)
        QSKIP(qPrintable(prepared.error().detail));
    m_here = std::make_unique<StrangeCity>();
    const QString trouble = m_here->start();
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    QVERIFY(m_here->connect());
}

std::optional<int> StrangersContractTest::statusOf(const HttpRequest &request)
{
    const auto access = m_here->accessThrough();
    HttpLine line(*access, {}, m_here->city.time);
    std::optional<Result<HttpAnswer>> answer;
    line.send(request, [&answer](Result<HttpAnswer> said) { answer = std::move(said); });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000) || !answer->has_value())
        return std::nullopt;
    return answer->value().status;
}

void StrangersContractTest::aWrongRequestIsRefused_data()
{
    QTest::addColumn<Body>("body");
    QTest::addColumn<Head>("head"); // behind the signature
    QTest::addColumn<int>("status");
    const auto body = [](const char *name, int status, Body change) {
        QTest::newRow(name) << change << Head([](HttpRequest &) {}) << status;
    };
    const auto head = [](const char *name, int status, Head change) {
        QTest::newRow(name) << Body([](QJsonObject &) {}) << change << status;
    };
    body("right", 201, [](QJsonObject &) {});
    body("a member is missing", 422, [](QJsonObject &o) { o.remove(QStringLiteral("level")); });
    body("a member too many", 422, [](QJsonObject &o) { o.insert(QStringLiteral("name"), QStringLiteral("x")); });
    body("a text for a number", 422, [](QJsonObject &o) { o.insert(QStringLiteral("level"), QStringLiteral("5")); });
    body("out of range", 422, [](QJsonObject &o) { o.insert(QStringLiteral("level"), 6); });
    body("not of the list", 422, [](QJsonObject &o) { o.insert(QStringLiteral("channel"), 4); });
    body("no UUID", 422, [](QJsonObject &o) { o.insert(QStringLiteral("caseId"), QStringLiteral("0192F5A0")); });
    body("no time", 422, [](QJsonObject &o) { o.insert(QStringLiteral("at"), QStringLiteral("yesterday")); });
    head("no key", 422, [](HttpRequest &r) { withoutHeader(r, "Idempotency-Key"); });
    head("no session", 401, [](HttpRequest &r) { withoutHeader(r, "Authorization"); });
    head("no signature", 401, [](HttpRequest &r) { withoutHeader(r, "X-Signature"); });
    head("another type", 422, [](HttpRequest &r) { r.headers.front().second = "text/plain"; });
    head("another verb", 405, [](HttpRequest &r) { r.verb = "PUT"; });
    head("no such address", 404, [](HttpRequest &r) { r.url.setPath(QStringLiteral("/v1/evaluation")); });
}

void StrangersContractTest::aWrongRequestIsRefused()
{
    QFETCH(Body, body);
    QFETCH(Head, head);
    QFETCH(int, status);
    QJsonObject said = evaluation();
    body(said);
    HttpRequest request = rightRequest(m_here->strangers.baseUrl());
    request.body = QJsonDocument(said).toJson(QJsonDocument::Compact);
    const auto access = m_here->accessThrough();
    QVERIFY(access);
    HttpRequest sent =
        RequestSigner(access->signingKey, access->appId, access->deviceId, m_here->city.time).sign(request).request;
    head(sent);
    const auto answered = statusOf(sent);
    QVERIFY2(answered, m_here->words());
    QCOMPARE(*answered, status);
}

// The whole way: the product's own client, with a form that is none.
void StrangersContractTest::aWrongFormIsRefusedToTheClient()
{
    const auto answer = m_here->city.client->createCase(QUuid(QString::fromLatin1(caseId)),
                                                        {{QStringLiteral("localNumber"), QStringLiteral("1")}});
    QVERIFY(QTest::qWaitFor([&answer] { return answer.isFinished(); }, 20'000));
    QVERIFY(!answer.result().has_value());
    const auto requests = m_here->strangers.requests();
    QCOMPARE(requests.last().value(QLatin1String("path")).toString(), QStringLiteral("/v1/cases"));
    QCOMPARE(requests.last().value(QLatin1String("status")).toInt(), 422);
}

QTEST_GUILESS_MAIN(StrangersContractTest)
#include "strangers_contract_test.moc"
