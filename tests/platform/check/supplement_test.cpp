// SPDX-License-Identifier: GPL-3.0-or-later
// A letter of correction is answered once, after its pages, while the case waits for it.
#include "tests/platform/check/city_client.h"

#include "tests/platform/base/digest.h"

#include <QTest>

using namespace tongban::tests::platform;

class SupplementTest : public QObject
{
    Q_OBJECT

    PlatformProcess m_process;
    std::unique_ptr<CityClient> m_client;
    std::string m_case;   // the platform's id
    std::string m_letter; // id of the notice
    const std::string m_bytes = sampleBytes(3000, 'r');

    [[nodiscard]] QString caseName() const { return QString::fromStdString(m_case); }
    [[nodiscard]] std::string issueLetter()
    {
        const QJsonObject item{{QStringLiteral("material"), QStringLiteral("bankCard")},
                               {QStringLiteral("field"), QStringLiteral("phone")},
                               {QStringLiteral("text"), QStringLiteral("看不清")}};
        const QJsonObject notice{{QStringLiteral("caseId"), caseName()},
                                 {QStringLiteral("kind"), QStringLiteral("correction")},
                                 {QStringLiteral("title"), QStringLiteral("请补正")},
                                 {QStringLiteral("items"), QJsonArray{item}}};
        if (!m_process.issueNotice(notice))
            return {};
        std::string cursor;
        Json last;
        for (Json page = {{"notices", {0}}}; !page["notices"].empty(); cursor = page["cursor"]) {
            page = m_client->send("GET", "/v1/notices?cursor=" + cursor).body;
            last = page["notices"].empty() ? last : page["notices"].back();
        }
        return last["items"][0]["field"] == "phone" ? last.value("id", "") : "";
    }
    [[nodiscard]] Json supplement(const std::string &id) const
    {
        Json page = fileFacts(m_bytes);
        page["index"] = 1;
        return {{"supplementId", id},
                {"notice", m_letter},
                {"number", "N-B1"},
                {"siteCode", "330782101001"},
                {"deviceId", "K01"},
                {"submittedAt", "2026-11-22T08:00:00.000Z"},
                {"answers", {{"phone", "13800138000"}}},
                {"materials", {{{"key", "bankCard"}, {"name", "银行卡"}, {"pages", {page}}}}},
                {"signature", nullptr}};
    }
    [[nodiscard]] WireAnswer send(const Json &body, const std::string &key = newKey())
    {
        return m_client->send("POST", "/v1/cases/" + m_case + "/supplements", body.dump(), {{"Idempotency-Key", key}});
    }
    [[nodiscard]] WireAnswer uploadFor(const std::string &id, const std::string &material = "bankCard")
    {
        const std::string metadata = "caseId " + toBase64(m_case) + ",material " + toBase64(material) + ",page " +
                                     toBase64("1") + ",sm3 " + toBase64(sm3Hex(m_bytes)) + ",contentType " +
                                     toBase64("image/jpeg") + ",supplement " + toBase64(id);
        const WireAnswer begun = m_client->send("POST", "/v1/uploads", {},
                                                {{"Idempotency-Key", newKey()},
                                                 {"Upload-Length", std::to_string(m_bytes.size())},
                                                 {"Upload-Metadata", metadata}});
        return begun.status == 201 ? m_client->patch(begun.header("Location"), 0, m_bytes) : begun;
    }
    [[nodiscard]] QJsonObject held()
    {
        for (const QJsonValue &one : m_process.cases().value_or(QJsonArray())) {
            if (one[QStringLiteral("caseId")].toString() == caseName())
                return one.toObject();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_process.start().has_value()); }
    void init()
    {
        m_client = std::make_unique<CityClient>(m_process);
        m_client->signOn();
        QVERIFY(m_process.acceptAfter(-1));
        m_case = m_client->createCase(sampleCase(), newKey()).body.value("caseId", "");
        QCOMPARE(m_client->submit(m_case, 0, newKey()).status, 200);
        QVERIFY(m_process.decide(caseName(), QStringLiteral("supplementing")));
        m_letter = issueLetter();
        QVERIFY(!m_letter.empty());
    }
    void cleanup()
    {
        QVERIFY(m_process.counters().value_or(QJsonObject()).value(QLatin1String("violations")).toObject().isEmpty());
    }

    void onceWholeAndTheCaseGoesOn()
    {
        const std::string id = newKey();
        QCOMPARE(send(supplement(id)).code(), std::string("pages_missing"));
        QCOMPARE(uploadFor(id).status, 204);
        const std::string key = newKey();
        const WireAnswer given = send(supplement(id), key);
        QCOMPARE(given.status, 201);
        QCOMPARE(given.body.value("status", ""), std::string("received"));
        const WireAnswer replayed = send(supplement(id), key);
        QCOMPARE(replayed.header("Idempotent-Replayed"), std::string("true"));
        QCOMPARE(send(supplement(id)).status, 201); // told anew under another key
        QCOMPARE(send(supplement(newKey())).code(), std::string("letter_answered"));
        Json other = supplement(id);
        other["answers"]["phone"] = "13900000000";
        QCOMPARE(send(other, key).code(), std::string("idempotency_mismatch"));
        const QJsonArray kept = held()[QStringLiteral("supplements")].toArray();
        QCOMPARE(kept.size(), 1);
        QVERIFY(!kept.first()[QStringLiteral("materials")]
                     .toArray()
                     .first()[QStringLiteral("pages")]
                     .toArray()
                     .first()[QStringLiteral("file")]
                     .toString()
                     .isEmpty());
        QCOMPARE(held()[QStringLiteral("status")].toString(), QStringLiteral("received"));
        QCOMPARE(held()[QStringLiteral("pagesAnnounced")].toInt(), 0);
    }

    void withdrawnOrUnknown()
    {
        const std::string id = newKey();
        QCOMPARE(uploadFor(id).status, 204);
        Json strange = supplement(id);
        strange["notice"] = newKey();
        QCOMPARE(send(strange).code(), std::string("letter_unknown"));
        QVERIFY(m_process.withdrawLetters(caseName()));
        const WireAnswer late = send(supplement(id));
        QCOMPARE(late.status, 410);
        QCOMPARE(late.code(), std::string("letter_withdrawn"));
        QCOMPARE(held()[QStringLiteral("supplements")].toArray().size(), 0);
    }

    void aCaseThatWaitsForNothingTakesNothing()
    {
        QVERIFY(m_process.decide(caseName(), QStringLiteral("received")));
        QCOMPARE(uploadFor(newKey()).status, 410);
        QCOMPARE(send(supplement(newKey())).status, 410);
    }

    void aNameIsNoWayOutOfTheDirectory()
    {
        QCOMPARE(uploadFor(newKey(), "../../other").code(), std::string("metadata_invalid"));
        QCOMPARE(uploadFor("../..", "bankCard").code(), std::string("metadata_invalid"));
    }

    void anotherDevicesCase()
    {
        QVERIFY(m_process.addDevice(QStringLiteral("K02"), QStringLiteral("330782101001")).has_value());
        CityClient other(m_process, QStringLiteral("K02"));
        other.signOn();
        Json body = supplement(newKey());
        body["deviceId"] = "K02";
        QCOMPARE(
            other.send("POST", "/v1/cases/" + m_case + "/supplements", body.dump(), {{"Idempotency-Key", newKey()}})
                .code(),
            std::string("case_unknown"));
    }

    void aReturnedCaseIsSubmittedAgain()
    {
        QVERIFY(m_process.decide(caseName(), QStringLiteral("preReturned")));
        const std::string id = newKey();
        QCOMPARE(uploadFor(id).status, 204);
        QCOMPARE(send(supplement(id)).body.value("status", ""), std::string("submitted"));
    }
};

QTEST_GUILESS_MAIN(SupplementTest)
#include "supplement_test.moc"
