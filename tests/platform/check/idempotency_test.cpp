// SPDX-License-Identifier: GPL-3.0-or-later
// Exactly one case, however often and however wrongly it is sent.
#include "tests/platform/check/city_client.h"

#include <QTest>

#include <thread>

using namespace tongban::tests::platform;

class IdempotencyTest : public QObject
{
    Q_OBJECT

private:
    PlatformProcess m_process;

    [[nodiscard]] qsizetype held() { return m_process.cases().value_or(QJsonArray()).size(); }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_process.start().has_value()); }

    void theSameKeyGivesTheSameAnswer()
    {
        CityClient client(m_process);
        client.signOn();
        const qsizetype before = held();
        const Json body = sampleCase();
        const std::string key = newKey();
        const WireAnswer first = client.createCase(body, key);
        QCOMPARE(first.status, 201);
        QCOMPARE(first.header("Idempotent-Replayed"), std::string());
        const WireAnswer second = client.createCase(body, key);
        QCOMPARE(second.status, 201);
        QCOMPARE(second.header("Idempotent-Replayed"), std::string("true"));
        QVERIFY(second.body == first.body);
        QCOMPARE(held(), before + 1);
    }

    void theSameKeyWithAnotherBodyIsRefused()
    {
        CityClient client(m_process);
        client.signOn();
        const std::string key = newKey();
        QCOMPARE(client.createCase(sampleCase(), key).status, 201);
        const WireAnswer other = client.createCase(sampleCase(), key);
        QCOMPARE(other.status, 422);
        QCOMPARE(other.code(), std::string("idempotency_mismatch"));
    }

    void theSameKeyForAnotherOperationIsRefused()
    {
        CityClient client(m_process);
        client.signOn();
        const std::string key = newKey();
        const WireAnswer created = client.createCase(sampleCase(), key);
        QCOMPARE(client.submit(created.body["caseId"], 0, key).code(), std::string("idempotency_mismatch"));
    }

    void theSameCaseUnderAnotherKeyIsAConflict()
    {
        CityClient client(m_process);
        client.signOn();
        Json body = sampleCase();
        QCOMPARE(client.createCase(body, newKey()).status, 201);
        QCOMPARE(client.createCase(body, newKey()).code(), std::string("case_exists"));
        body["caseId"] = newKey(); // the local number alone is enough
        QCOMPARE(client.createCase(body, newKey()).status, 409);
    }

    void aKeyMustBeOne()
    {
        CityClient client(m_process);
        client.signOn();
        const WireAnswer without = client.send("POST", "/v1/cases", sampleCase().dump());
        QCOMPARE(without.status, 400);
        QCOMPARE(without.detail(), std::string("header Idempotency-Key is missing"));
        QCOMPARE(client.createCase(sampleCase(), "once").code(), std::string("request_invalid"));
    }

    void aRefusedKeyIsHandledAnew()
    {
        CityClient client(m_process);
        client.signOn();
        const Page page{.material = "bankCard", .bytes = sampleBytes(3000, 'a')};
        const WireAnswer created = client.createCase(sampleCase({page}), newKey());
        const std::string key = newKey();
        QCOMPARE(client.submit(created.body["caseId"], 1, key).code(), std::string("pages_missing"));
        QCOMPARE(client.upload(created.body["caseId"], page).status, 204);
        QCOMPARE(client.submit(created.body["caseId"], 1, key).status, 200);
        QCOMPARE(client.submit(created.body["caseId"], 1, newKey()).status, 200); // submitted is submitted
    }

    void twoAtOnceMakeOneCase()
    {
        const qsizetype before = held();
        const Json body = sampleCase();
        const std::string key = newKey();
        constexpr int count = 4;
        std::vector<WireAnswer> answers(count);
        std::vector<std::thread> threads;
        for (int i = 0; i < count; ++i) {
            threads.emplace_back([&, i] {
                CityClient client(m_process);
                client.signOn();
                answers[static_cast<std::size_t>(i)] = client.createCase(body, key);
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        int replayed = 0;
        for (const WireAnswer &answer : answers) {
            QCOMPARE(answer.status, 201);
            QVERIFY(answer.body == answers.front().body);
            replayed += answer.header("Idempotent-Replayed") == "true" ? 1 : 0;
        }
        QCOMPARE(replayed, count - 1);
        QCOMPARE(held(), before + 1);
    }

    void oneEvaluationACase()
    {
        CityClient client(m_process);
        client.signOn();
        const Json body = sampleCase();
        QCOMPARE(client.createCase(body, newKey()).status, 201);
        const Json evaluation = {{"caseId", body["caseId"]},
                                 {"localNumber", body["localNumber"]},
                                 {"level", 5},
                                 {"channel", 5},
                                 {"at", "2026-11-21T08:31:00Z"}};
        const auto rate = [&](const Json &what, const std::string &key) {
            return client.send("POST", "/v1/evaluations", what.dump(), {{"Idempotency-Key", key}});
        };
        const std::string key = newKey();
        QCOMPARE(rate(evaluation, key).status, 201);
        QCOMPARE(rate(evaluation, key).header("Idempotent-Replayed"), std::string("true"));
        QCOMPARE(rate(evaluation, newKey()).code(), std::string("evaluation_exists"));
        Json stranger = evaluation;
        stranger["caseId"] = newKey();
        Json reasoned = evaluation;
        for (const Json &wrong : {Json::array(), Json::array({"made up"}), Json::array({"slow", "slow"})}) {
            reasoned["reasons"] = wrong;
            QCOMPARE(rate(reasoned, newKey()).status, 422);
        }
        QCOMPARE(rate(stranger, newKey()).code(), std::string("case_unknown"));
    }
};

QTEST_GUILESS_MAIN(IdempotencyTest)
#include "idempotency_test.moc"
