// SPDX-License-Identifier: GPL-3.0-or-later
// What a submitted case puts into the outbox: the bodies of the contract (resources/api/platform.openapi.yaml), in
// order.
#include "app/core/domain/assisted_case.h"
#include "app/core/domain/form_engine.h"
#include "offline/outbox/case_messages.h"
#include "tests/unit/offline/store_world.h"

#include <QJsonArray>
#include <QTest>

using namespace tongban;
using namespace tongban::testing;
using ports::OutboxKind;

class StoreMessagesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<StoreWorld> m_world;
    StorePointer m_store;

    domain::CaseDraft filled(const Villager &villager) { return *filledDraft(*m_store, villager, m_world->clock); }
    // Claims the next message and answers it, as a platform that accepts everything.
    std::optional<ports::OutboxEntry> delivered()
    {
        auto entry = *m_store->outbox().claim(m_world->clock.nowUtc());
        if (entry && !m_store->outbox().complete(entry->id, {}))
            return std::nullopt;
        return entry;
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<StoreWorld>();
        m_store = std::move(*m_world->open());
    }
    void cleanup() { m_store.reset(); }

    void theCityIsToldWhichNumbersWereConfirmed()
    {
        auto draft = filled(zhang());
        const QString phone = QStringLiteral("phone");
        const auto phonesIn = [&](const domain::CaseDraft &content) {
            return offline::outbox::createCaseMessage({.content = content,
                                                       .localNumber = {},
                                                       .submittedAt = m_world->clock.nowUtc(),
                                                       .projectNumber = {}},
                                                      {})
                .value(QLatin1String("phones"));
        };
        const QJsonObject unverified{{"field", "phone"}, {"state", "unverified"}};
        QCOMPARE(phonesIn(draft).toArray(), QJsonArray{unverified});
        draft.confirmedPhones.insert(phone, {draft.answers.value(phone), Secret(QStringLiteral("the city's own word"))});
        QCOMPARE(phonesIn(draft).toArray(),
                 (QJsonArray{QJsonObject{{"field", "phone"}, {"state", "confirmed"}, {"token", "the city's own word"}}}));
        draft.answers.insert(phone, Secret(QStringLiteral("13900001111"))); // a confirmation of another number
        QCOMPARE(phonesIn(draft).toArray(), QJsonArray{unverified});
        draft.answers.insert(phone, Secret(domain::refusedAnswer)); // who has no telephone
        QVERIFY(phonesIn(draft).isUndefined());
    }

    // Killed between the confirmation and the submission: what was confirmed stays so, and goes out so.
    void aConfirmationOutlivesACrash()
    {
        auto draft = filled(zhang());
        const QString phone = QStringLiteral("phone");
        const domain::ConfirmedPhone confirmed{draft.answers.value(phone), Secret(QStringLiteral("the city's own word"))};
        draft.confirmedPhones.insert(phone, confirmed);
        QVERIFY(m_store->cases().saveDraft(draft).has_value());
        m_store.reset(); // as by a power cut
        m_store = std::move(*m_world->open());
        const auto found = m_store->cases().findUnfinished(draft.applicant);
        QVERIFY(found && found->draft);
        QCOMPARE(found->draft->confirmedPhones.value(phone), confirmed);
        QVERIFY(m_store->cases().submit(*found->draft).has_value());
        m_store.reset();
        m_store = std::move(*m_world->open());
        const auto entry = delivered();
        QVERIFY(entry && entry->kind == OutboxKind::CreateCase);
        QCOMPARE(entry->payload["phones"].toArray().at(0)["token"].toString(), QStringLiteral("the city's own word"));
    }

    void theCityIsToldWhatIsOwedAndWhoWasThere()
    {
        auto draft = filled(zhang());
        domain::MaterialSpec spec = draft.item.materials.front();
        draft.item.materials.front().late = true;
        draft.later.insert(spec.key, QDate(2026, 3, 21));
        draft.pages.remove(spec.key);
        draft.item.parties = {
            {.key = QStringLiteral("child"), .label = QStringLiteral("孩子"), .when = {}, .presence = {}},
            {.key = QStringLiteral("spouse"), .label = QStringLiteral("爱人"), .when = {}, .presence = {}},
            {.key = QStringLiteral("absent"), .label = QStringLiteral("别人"), .when = {}, .presence = {}}};
        draft.parties.insert(QStringLiteral("spouse"), {.card = draft.applicant, .signature = draft.signature});
        draft.parties.insert(QStringLiteral("child"), {.card = draft.applicant});
        const domain::SubmittedCase submitted{
            .content = draft, .localNumber = {}, .submittedAt = m_world->clock.nowUtc(), .projectNumber = {}};
        const auto body = offline::outbox::createCaseMessage(submitted, {});
        QCOMPARE(body["gaps"].toArray(),
                 (QJsonArray{QJsonObject{{"key", spec.key}, {"name", spec.name}, {"until", "2026-03-21"}}}));
        for (const auto &material : body["materials"].toArray())
            QVERIFY(material.toObject()["key"].toString() != spec.key);
        const auto parties = body["parties"].toArray();
        QCOMPARE(parties.size(), 2); // who came, in the order of the item
        QCOMPARE(parties.at(0)["key"].toString(), QStringLiteral("child"));
        QVERIFY(parties.at(0)["signature"].isNull());
        QCOMPARE(parties.at(1)["presence"].toString(), QStringLiteral("card"));
        QCOMPARE(parties.at(1)["person"].toObject(), body["applicant"].toObject());
        QCOMPARE(parties.at(1)["signature"].toObject(), body["signature"].toObject());
        const auto pages = offline::outbox::pagesToSend(draft);
        QVERIFY(pages.back().isDrawn);
        QCOMPARE(pages.back().page, 3); // of the second party in the message
        QCOMPARE(pages.at(pages.size() - 2).page, 1);
    }

    void theCityIsToldWhoHelpedAndHowSureItIs()
    {
        auto draft = filled(zhang());
        const auto bodyOf = [this](const domain::CaseDraft &content) {
            return offline::outbox::createCaseMessage(
                {.content = content, .localNumber = {}, .submittedAt = m_world->clock.nowUtc(), .projectNumber = {}}, {});
        };
        QVERIFY(!bodyOf(draft).contains(QStringLiteral("helper")));
        QVERIFY(!bodyOf(draft).contains(QStringLiteral("signatureKind")));
        const domain::SealedPage sheet = draft.pages.first().front();
        domain::takeStanding(draft, {.applicant = domain::namedPerson(QStringLiteral("张秀英"), draft.applicant.idNumber.reveal()),
                                     .assurance = domain::Assurance::Vouched,
                                     .helper = domain::Helper{.card = li().card, .role = domain::HelperRole::Cadre}});
        domain::setMark(draft, sheet);
        const auto body = bodyOf(draft);
        QCOMPARE(body["assurance"].toString(), QStringLiteral("vouched"));
        QCOMPARE(body["signatureKind"].toString(), QStringLiteral("mark"));
        for (const char *unknown : {"validFrom", "issuer", "address", "ethnic"})
            QVERIFY2(body["applicant"].toObject()[QLatin1String(unknown)].isNull(), unknown);
        const QJsonObject helper = body["helper"].toObject();
        QCOMPARE(helper["role"].toString(), QStringLiteral("cadre"));
        QCOMPARE(helper["presence"].toString(), QStringLiteral("card"));
        QVERIFY(helper["witness"].toBool());
        QCOMPARE(helper["person"]["idNumber"].toString(), li().card.idNumber.reveal());
        for (const auto &page : offline::outbox::pagesToSend(draft)) {
            const QString type = offline::outbox::uploadPageMessage(draft.id, page)["contentType"].toString();
            QCOMPARE(type, QStringLiteral("image/jpeg")); // the sheet was scanned, not drawn
        }
    }

    void theCityIsToldWhatTheContractSays()
    {
        const auto draft = filled(zhang());
        const auto submitted = m_store->cases().submit(draft);
        const auto create = delivered();
        QCOMPARE(create->kind, OutboxKind::CreateCase);
        const QString digest = QString::fromLatin1(draft.pages.first().front().sm3.toHex());
        const auto &body = create->payload;
        QCOMPARE(body.keys(), (QStringList{"answers", "applicant", "appliesAgainstAdvice", "assurance", "caseId",
                                           "deviceId", "itemCode", "itemVersion", "localNumber", "materials",
                                           "phones", "signature", "siteCode", "submittedAt"}));
        QCOMPARE(body["localNumber"].toString(), submitted->localNumber);
        QCOMPARE(body["caseId"].toString(), draft.id.toString(QUuid::WithoutBraces));
        QCOMPARE(body["itemCode"].toString(), draft.item.code);
        QCOMPARE(body["itemVersion"].toString(), draft.item.version);
        QCOMPARE(body["siteCode"].toString(), QStringLiteral("330106002000"));
        QCOMPARE(body["deviceId"].toString(), QStringLiteral("K01"));
        QCOMPARE(body["submittedAt"].toString(), QStringLiteral("2026-03-01T01:30:00.000Z"));
        QCOMPARE(body["assurance"].toString(), QStringLiteral("idCard"));
        QCOMPARE(body["appliesAgainstAdvice"].toBool(), true);
        QCOMPARE(body["applicant"].toObject(), (QJsonObject{{"credential", "citizen"},
                                                            {"name", "张秀英"},
                                                            {"idNumber", "11010519391231002X"},
                                                            {"sex", "2"},
                                                            {"birth", "1939-12-31"},
                                                            {"ethnic", "01"},
                                                            {"address", "青山镇石桥村三组17号"},
                                                            {"issuer", "青山县公安局"},
                                                            {"validFrom", "2010-01-02"},
                                                            {"validTo", QJsonValue::Null}}));
        QCOMPARE(body["answers"].toObject()["phone"].toString(), zhang().phone);
        QCOMPARE(body["answers"].toObject().size(), draft.answers.size());
        const auto material = body["materials"].toArray().at(0).toObject();
        QCOMPARE(body["materials"].toArray().size(), 1);
        QCOMPARE(material["key"].toString(), QStringLiteral("householdRegister"));
        QCOMPARE(material["origin"].toString(), QStringLiteral("scan"));
        QCOMPARE(material["pages"].toArray().at(0).toObject(),
                 (QJsonObject{{"index", 1}, {"sm3", digest}, {"width", 1200}, {"height", 1600}, {"bytes", 5011}}));
        QCOMPARE(body["signature"].toObject()["bytes"].toInt(), 14);
    }

    // 外国人永久居留身份证 of 2023: no ethnic code, no address, no issuer in the chip. Null, not "".
    void aPermitSaysWhatItHas()
    {
        auto draft = filled(zhang());
        draft.applicant.kind = domain::CardKind::ForeignResident2023;
        draft.applicant.idNumber = Secret(QStringLiteral("932682198501010017"));
        draft.applicant.ethnicCode.clear();
        draft.applicant.address = Secret();
        draft.applicant.issuer.clear();
        draft.applicant.englishName = Secret(QStringLiteral("ZHANG, MARIA"));
        draft.applicant.nationality = QStringLiteral("CAN");
        QVERIFY(m_store->cases().submit(draft));
        const auto applicant = delivered()->payload["applicant"].toObject();
        QCOMPARE(applicant["credential"].toString(), QStringLiteral("Y"));
        for (const char *absent : {"ethnic", "address", "issuer"})
            QVERIFY(applicant[QLatin1String(absent)].isNull());
        QCOMPARE(applicant["englishName"].toString(), QStringLiteral("ZHANG, MARIA"));
        QCOMPARE(applicant["nationality"].toString(), QStringLiteral("CAN"));
        QVERIFY(!applicant.contains("permitNumber"));
    }

    void pagesThenSubmissionFollow()
    {
        const auto draft = filled(zhang());
        QVERIFY(m_store->cases().submit(draft));
        QCOMPARE(delivered()->kind, OutboxKind::CreateCase);
        const auto first = delivered();
        const auto &page = draft.pages.first().front();
        QCOMPARE(first->payload, (QJsonObject{{"blob", page.blob.toString(QUuid::WithoutBraces)},
                                              {"caseId", draft.id.toString(QUuid::WithoutBraces)},
                                              {"material", "householdRegister"},
                                              {"page", 1},
                                              {"sm3", QString::fromLatin1(page.sm3.toHex())},
                                              {"contentType", "image/jpeg"},
                                              {"bytes", page.bytes}}));
        QCOMPARE(delivered()->payload["page"].toInt(), 2);
        const auto signature = delivered();
        QCOMPARE(signature->payload["material"].toString(), QStringLiteral("signature"));
        QCOMPARE(signature->payload["page"].toInt(), 1);
        QCOMPARE(signature->payload["contentType"].toString(), QStringLiteral("image/png"));
        const auto submission = delivered();
        QCOMPARE(submission->kind, OutboxKind::SubmitCase);
        QCOMPARE(submission->payload, (QJsonObject{{"pages", 3}}));
        QVERIFY(!delivered());
    }

    void withoutSignatureItIsNull()
    {
        auto draft = filled(zhang());
        draft.signature.reset();
        draft.applicant.validTo = QDate(2030, 1, 2);
        QVERIFY(m_store->cases().submit(draft));
        const auto create = delivered();
        QVERIFY(create->payload["signature"].isNull());
        QCOMPARE(create->payload["applicant"].toObject()["validTo"].toString(), QStringLiteral("2030-01-02"));
    }

    void anEvaluationIsTakenOnceAndSentAfterTheCase()
    {
        auto &cases = m_store->cases();
        const auto draft = filled(zhang());
        QVERIFY(failedWith(cases.saveEvaluation({.caseId = draft.id, .level = 5}), ErrorKind::NotFound));
        const auto submitted = cases.submit(draft);
        QVERIFY(failedWith(cases.saveEvaluation({.caseId = draft.id, .level = 0}), ErrorKind::InputInvalid));
        QVERIFY(cases.saveEvaluation({.caseId = draft.id, .level = 4}));
        QVERIFY(cases.saveEvaluation({.caseId = draft.id, .level = 4}));
        QVERIFY(failedWith(cases.saveEvaluation({.caseId = draft.id, .level = 1}), ErrorKind::InputInvalid));
        QCOMPARE(censusOf(m_world->databasePath())->messages, 6);
        QList<OutboxKind> order;
        QJsonObject said;
        while (const auto entry = delivered()) {
            order << entry->kind;
            if (entry->kind == OutboxKind::SendEvaluation)
                said = entry->payload;
        }
        QCOMPARE(order.first(), OutboxKind::CreateCase);
        QCOMPARE(order.count(OutboxKind::SendEvaluation), 1);
        QCOMPARE(said, (QJsonObject{{"caseId", draft.id.toString(QUuid::WithoutBraces)},
                                    {"localNumber", submitted->localNumber},
                                    {"level", 4},
                                    {"channel", 5},
                                    {"at", "2026-03-01T01:30:00.000Z"}}));
    }

    void anEvaluationSaysWhyInTheContractsWords()
    {
        auto &cases = m_store->cases();
        const auto draft = filled(zhang());
        QVERIFY(cases.submit(draft));
        const auto said = [&](int level, const QStringList &reasons) {
            return cases.saveEvaluation({.caseId = draft.id, .level = level, .reasons = reasons});
        };
        const QString slow = QStringLiteral("slow");
        QVERIFY(failedWith(said(1, {QStringLiteral("made up")}), ErrorKind::InputInvalid));
        QVERIFY(failedWith(said(1, {slow, slow}), ErrorKind::InputInvalid));
        QVERIFY(failedWith(said(3, {slow}), ErrorKind::InputInvalid)); // nobody was asked
        QVERIFY(said(2, {slow, QStringLiteral("other")}));
        while (const auto entry = delivered()) {
            if (entry->kind == OutboxKind::SendEvaluation)
                QCOMPARE(entry->payload["reasons"], QJsonValue(QJsonArray({slow, QStringLiteral("other")})));
        }
    }
};

QTEST_GUILESS_MAIN(StoreMessagesTest)
#include "store_messages_test.moc"
