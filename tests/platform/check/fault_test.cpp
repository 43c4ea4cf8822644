// SPDX-License-Identifier: GPL-3.0-or-later
// Each planned misfortune is the misfortune that it says, and leaves the city as it says.
#include "tests/platform/check/city_client.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QLocale>
#include <QTest>

using namespace tongban::tests::platform;

class FaultTest : public QObject
{
    Q_OBJECT

private:
    PlatformProcess m_process;
    const QString m_create = QStringLiteral("POST /v1/cases");

    [[nodiscard]] qsizetype held() { return m_process.cases().value_or(QJsonArray()).size(); }
    [[nodiscard]] int handled()
    {
        const QJsonObject counters = m_process.counters().value_or(QJsonObject());
        return counters.value(QLatin1String("handled")).toObject().value(m_create).toInt();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_process.start().has_value()); }
    void cleanup() { QVERIFY(m_process.clearFaults().has_value()); }

    void dropHandlesNothing()
    {
        CityClient client(m_process);
        client.signOn();
        const qsizetype before = held();
        QVERIFY(m_process.planOne(m_create, QStringLiteral("drop")).has_value());
        const Json body = sampleCase();
        const std::string key = newKey();
        QCOMPARE(client.createCase(body, key).status, 0);
        QCOMPARE(held(), before);
        const WireAnswer after = client.createCase(body, key);
        QCOMPARE(after.status, 201);
        QCOMPARE(after.header("Idempotent-Replayed"), std::string());
    }

    void loseAnswerHasCommitted()
    {
        CityClient client(m_process);
        client.signOn();
        const qsizetype before = held();
        QVERIFY(m_process.planOne(m_create, QStringLiteral("loseAnswer")).has_value());
        const Json body = sampleCase();
        const std::string key = newKey();
        QCOMPARE(client.createCase(body, key).status, 0);
        QCOMPARE(held(), before + 1);
        QCOMPARE(client.createCase(body, key).header("Idempotent-Replayed"), std::string("true"));
        QCOMPARE(held(), before + 1);
    }

    void statusIsAProblemAndHandlesNothing()
    {
        CityClient client(m_process);
        client.signOn();
        const qsizetype before = held();
        QVERIFY(m_process
                    .planOne(m_create, QStringLiteral("status"),
                             {{QStringLiteral("status"), 503}, {QStringLiteral("count"), 2}})
                    .has_value());
        const Json body = sampleCase();
        for (int i = 0; i < 2; ++i) {
            const WireAnswer answer = client.createCase(body, newKey());
            QCOMPARE(answer.status, 503);
            QCOMPARE(answer.header("Content-Type"), std::string("application/problem+json"));
            QVERIFY(answer.body["retryable"].get<bool>());
        }
        QCOMPARE(held(), before);
        QCOMPARE(client.createCase(body, newKey()).status, 201); // two were planned
        QVERIFY(
            m_process
                .planOne(m_create, QStringLiteral("status"),
                         {{QStringLiteral("status"), 422}, {QStringLiteral("code"), QStringLiteral("item_withdrawn")}})
                .has_value());
        const WireAnswer refused = client.createCase(sampleCase(), newKey());
        QCOMPARE(refused.code(), std::string("item_withdrawn"));
        QVERIFY(!refused.body["retryable"].get<bool>());
    }

    void garbageHasCommitted()
    {
        CityClient client(m_process);
        client.signOn();
        const qsizetype before = held();
        QVERIFY(m_process.planOne(m_create, QStringLiteral("garbage")).has_value());
        const Json body = sampleCase();
        const std::string key = newKey();
        const WireAnswer answer = client.createCase(body, key);
        QCOMPARE(answer.status, 201);
        QVERIFY(answer.body.is_discarded());
        QCOMPARE(held(), before + 1);
        QCOMPARE(client.createCase(body, key).header("Idempotent-Replayed"), std::string("true"));
    }

    void duplicateRunsTheHandlerTwiceAndMakesOneCase()
    {
        CityClient client(m_process);
        client.signOn();
        const qsizetype before = held();
        const int ran = handled();
        QVERIFY(m_process.planOne(m_create, QStringLiteral("duplicate")).has_value());
        const WireAnswer answer = client.createCase(sampleCase(), newKey());
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.header("Idempotent-Replayed"), std::string("true"));
        QCOMPARE(handled(), ran + 2);
        QCOMPARE(held(), before + 1);
    }

    void retryAfterSaysWhen()
    {
        CityClient client(m_process);
        client.signOn();
        const qsizetype before = held();
        QVERIFY(
            m_process.planOne(m_create, QStringLiteral("retryAfter"), {{QStringLiteral("seconds"), 90}}).has_value());
        const WireAnswer seconds = client.createCase(sampleCase(), newKey());
        QCOMPARE(seconds.status, 503);
        QCOMPARE(seconds.header("Retry-After"), std::string("90"));
        QVERIFY(m_process
                    .planOne(m_create, QStringLiteral("retryAfter"),
                             {{QStringLiteral("status"), 429},
                              {QStringLiteral("seconds"), 3600},
                              {QStringLiteral("asDate"), true}})
                    .has_value());
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const WireAnswer date = client.createCase(sampleCase(), newKey());
        QCOMPARE(date.status, 429);
        auto until = QLocale::c().toDateTime(QString::fromStdString(date.header("Retry-After")),
                                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
        until.setTimeSpec(Qt::UTC);
        QVERIFY2(until.isValid() && std::abs(now.secsTo(until) - 3600) < 30, date.header("Retry-After").c_str());
        QCOMPARE(held(), before);
    }

    void aLineThatBreaksAgainAndAgainLosesNothingThatArrived()
    {
        CityClient client(m_process);
        client.signOn();
        const Page page{.material = "bankCard", .bytes = sampleBytes(500'000, 'd')};
        const std::string caseId = client.createCase(sampleCase({page}), newKey()).body.value("caseId", "");
        const std::string location = client.createUpload(caseId, page, newKey()).header("Location");
        QVERIFY(m_process.plan({{QStringLiteral("dropEvery"), 200'000}}).has_value());
        std::size_t offset = 0;
        std::vector<std::size_t> breaks;
        for (int tries = 0; tries < 5 && offset < page.bytes.size(); ++tries) {
            const WireAnswer answer = client.patch(location, offset, page.bytes.substr(offset));
            offset = std::stoul(client.offset(location).header("Upload-Offset"));
            if (answer.status == 0)
                breaks.push_back(offset);
        }
        QCOMPARE(offset, page.bytes.size());
        QVERIFY((breaks == std::vector<std::size_t>{200'000, 400'000}));
        QCOMPARE(client.submit(caseId, 1, newKey()).status, 200);
        QVERIFY(m_process.clearFaults().has_value());
    }

    void connectionsAndTheRushAreCounted()
    {
        const auto handshakes = [this] {
            return m_process.counters()
                .value_or(QJsonObject())
                .value(QLatin1String("tls"))[QLatin1String("handshakes")]
                .toInt();
        };
        const int before = handshakes();
        CityClient client(m_process);
        client.signOn();
        for (int i = 0; i < 20; ++i)
            QCOMPARE(client.changes().status, 200);
        QCOMPARE(handshakes(), before + 1);
        CityClient second(m_process);
        second.signOn();
        QCOMPARE(handshakes(), before + 2);
        const QJsonObject counters = m_process.counters().value_or(QJsonObject());
        QVERIFY(counters.value(QLatin1String("requestsPerSecondPeak")).toInt() >= 2);
        QVERIFY(counters.value(QLatin1String("violations")).toObject().isEmpty());
    }

    void slowDribblesTheWholeAnswer()
    {
        CityClient client(m_process);
        client.signOn();
        QVERIFY(m_process.planOne(m_create, QStringLiteral("slow"), {{QStringLiteral("ms"), 400}}).has_value());
        QElapsedTimer elapsed;
        elapsed.start();
        const WireAnswer answer = client.createCase(sampleCase(), newKey());
        QVERIFY2(elapsed.elapsed() >= 400, qPrintable(QString::number(elapsed.elapsed())));
        QCOMPARE(answer.status, 201);
        QVERIFY(answer.body.contains("caseId"));
    }

    void latencyDelaysEverything()
    {
        CityClient client(m_process);
        client.signOn();
        QVERIFY(m_process.plan({{QStringLiteral("latencyMs"), 300}}).has_value());
        QElapsedTimer elapsed;
        elapsed.start();
        QCOMPARE(client.changes().status, 200);
        QVERIFY2(elapsed.elapsed() >= 300, qPrintable(QString::number(elapsed.elapsed())));
    }

    void clearingForgetsThePlan()
    {
        CityClient client(m_process);
        client.signOn();
        QVERIFY(m_process.planOne(QStringLiteral("*"), QStringLiteral("drop"), {{QStringLiteral("count"), 100}})
                    .has_value());
        QCOMPARE(client.changes().status, 0);
        QVERIFY(m_process.clearFaults().has_value());
        QCOMPARE(client.changes().status, 200);
    }

    void aFaultMeetsWhatItNames()
    {
        CityClient client(m_process);
        client.signOn();
        QVERIFY(m_process.planOne(QStringLiteral("POST /v1/cases/*/submit"), QStringLiteral("status")).has_value());
        const WireAnswer created = client.createCase(sampleCase(), newKey()); // a shorter path
        QCOMPARE(created.status, 201);
        QCOMPARE(client.changes().status, 200); // another method
        QCOMPARE(client.submit(created.body["caseId"], 0, newKey()).code(), std::string("fault"));
    }

    void aPlanThatIsNotUnderstoodIsRefused()
    {
        const auto kind = m_process.planOne(m_create, QStringLiteral("explode"));
        QVERIFY(!kind && kind.error().detail.contains(QLatin1String("next[0].kind")));
        const auto member = m_process.planOne(m_create, QStringLiteral("drop"), {{QStringLiteral("times"), 2}});
        QVERIFY(!member && member.error().detail.contains(QLatin1String("times: unknown")));
        QVERIFY(!m_process.plan({{QStringLiteral("latencyMs"), QStringLiteral("long")}}));
        QVERIFY(!m_process.plan({{QStringLiteral("latency"), 5}}));
        CityClient client(m_process);
        client.signOn();
        QCOMPARE(client.createCase(sampleCase(), newKey()).status, 201); // nothing of it was taken
    }
};

QTEST_GUILESS_MAIN(FaultTest)
#include "fault_test.moc"
