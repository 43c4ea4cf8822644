// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts as JSON: strictness, round trip, masking.
#include "app/core/domain/assisted_case.h"
#include "app/core/domain/draft_codec.h"
#include "app/core/domain/item_codec.h"
#include "app/core/domain/masking.h"
#include "tests/unit/core/item_json.h"

#include <QTest>

using namespace tongban;
using namespace tongban::domain;
using namespace tongban::tests;

namespace {

CaseDraft fullDraft()
{
    CaseDraft draft;
    draft.id = QUuid::createUuid();
    draft.item = itemFromJson(shippedItemJson()).value();
    draft.applicant = IdCard{.name = Secret(QStringLiteral("张三丰")),
                             .sex = Sex::Male,
                             .ethnicCode = QStringLiteral("01"),
                             .birth = QDate(1940, 2, 29),
                             .address = Secret(QStringLiteral("青山镇一村1号")),
                             .idNumber = Secret(QStringLiteral("11010519491231002X")),
                             .issuer = QStringLiteral("青山县公安局"),
                             .validFrom = QDate(2010, 1, 2),
                             .validTo = {}};
    draft.startedAt = QDateTime(QDate(2024, 3, 4), QTime(5, 6, 7, 89), Qt::UTC);
    draft.appliesAgainstAdvice = true;
    draft.answers = {{QStringLiteral("phone"), Secret(QStringLiteral("13800138000"))},
                     {QStringLiteral("ethnic"), Secret(QString())}};
    const SealedPage page{
        .blob = QUuid::createUuid(), .size = QSize(1200, 1600), .bytes = 89'999, .sm3 = QByteArray(32, '\x7f')};
    SealedPage seen = page;
    seen.thumbnail = SealedThumbnail{
        .blob = QUuid::createUuid(), .size = QSize(240, 320), .bytes = 9'000, .sm3 = QByteArray(32, '\x02')};
    draft.pages = {{QStringLiteral("householdRegister"), {page, seen}}, {QStringLiteral("empty"), {}}};
    draft.signature =
        SealedPage{.blob = QUuid::createUuid(), .size = QSize(800, 300), .bytes = 4242, .sm3 = QByteArray(32, '\x01')};
    return draft;
}

} // namespace

class CodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void promisesAndPartiesComeBackAsTheyWere()
    {
        CaseDraft draft = fullDraft();
        draft.later.insert(QStringLiteral("householdRegister"), QDate(2024, 12, 11));
        PresentParty spouse{.card = draft.applicant};
        spouse.card.idNumber = Secret(QStringLiteral("11010519391231002X"));
        spouse.signature = draft.signature;
        draft.parties.insert(QStringLiteral("spouse"), spouse);
        draft.parties.insert(QStringLiteral("child"), PresentParty{.card = draft.applicant});
        const auto back = draftFromJson(toJson(draft));
        QVERIFY2(back, back ? "" : qPrintable(back.error().detail));
        QCOMPARE(back->later, draft.later);
        QCOMPARE(back->parties.keys(), draft.parties.keys());
        QCOMPARE(back->parties.value(QStringLiteral("spouse")).card.idNumber.reveal(),
                 QStringLiteral("11010519391231002X"));
        QVERIFY(back->parties.value(QStringLiteral("spouse")).signature == draft.signature);
        QVERIFY(!back->parties.value(QStringLiteral("child")).signature);
        QJsonObject wrong = toJson(draft);
        wrong.insert(QStringLiteral("later"),
                     QJsonObject{{QStringLiteral("householdRegister"), QStringLiteral("soon")}});
        QVERIFY(!draftFromJson(wrong));
    }

    void whoHelpedComesBackAndWhatWasNotKnownStaysUnknown()
    {
        CaseDraft draft = fullDraft();
        const Helper helper{.card = draft.applicant, .role = HelperRole::Relative};
        const IdCard named = namedPerson(QStringLiteral("李四"), QStringLiteral("11010519391231002X"));
        takeStanding(draft, {.applicant = named, .assurance = Assurance::Document, .helper = helper});
        draft.pages.insert(helperPapers, draft.pages.value(QStringLiteral("householdRegister")));
        setMark(draft, draft.pages.value(helperPapers).front());
        const auto back = draftFromJson(toJson(draft));
        QVERIFY2(back, back ? "" : qPrintable(back.error().detail));
        QVERIFY(back->helper && back->helper->card == helper.card && back->helper->role == HelperRole::Relative);
        QVERIFY(back->applicant == named);
        QVERIFY(!back->applicant.validFrom.isValid() && back->applicant.address.reveal().isEmpty());
        QCOMPARE(back->assurance, Assurance::Document);
        QVERIFY(back->isMark && back->item.material(helperPapers));
        QJsonObject wrong = toJson(draft);
        wrong.insert(QStringLiteral("assurance"), QStringLiteral("certain"));
        QVERIFY(!draftFromJson(wrong));
        wrong = toJson(draft);
        wrong.insert(QStringLiteral("helper"), QJsonObject{{QStringLiteral("role"), QStringLiteral("relative")}});
        QVERIFY(!draftFromJson(wrong));
        QVERIFY(!draftFromJson(toJson(fullDraft()))->helper); // of before there were any
    }

    void draftComesBackExactly()
    {
        const CaseDraft draft = fullDraft();
        const QByteArray bytes = QJsonDocument(toJson(draft)).toJson(QJsonDocument::Compact);
        const auto back = draftFromJson(QJsonDocument::fromJson(bytes).object());
        QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().detail));
        QCOMPARE(toJson(*back), toJson(draft));
        QCOMPARE(back->id, draft.id);
        QVERIFY(back->applicant == draft.applicant);
        QCOMPARE(back->startedAt, draft.startedAt);
        QVERIFY(back->answers == draft.answers);
        QVERIFY(back->pages == draft.pages);
        QVERIFY(back->signature == draft.signature);
        QCOMPARE(back->item.source, draft.item.source);
        QVERIFY(back->appliesAgainstAdvice);
    }

    void aPermitComesBackWithoutPhotoAndFingerprint_data()
    {
        QTest::addColumn<CardKind>("kind");
        for (const CardKind kind : {CardKind::Citizen, CardKind::HkMacaoTaiwanResident, CardKind::ForeignResident2017,
                                    CardKind::ForeignResident2023})
            QTest::newRow(qPrintable(nameOf(kind))) << kind;
    }
    void aPermitComesBackWithoutPhotoAndFingerprint()
    {
        QFETCH(CardKind, kind);
        CaseDraft draft = fullDraft();
        draft.applicant.kind = kind;
        draft.applicant.englishName = Secret(QStringLiteral("ZHENGJIAN, YANGBEN"));
        draft.applicant.nationality = QStringLiteral("CAN");
        draft.applicant.permitNumber = Secret(QStringLiteral("H12345678"));
        const IdCard stored = draft.applicant;
        draft.applicant.photo = Sensitive<QByteArray>("picture");
        draft.applicant.fingerprint = Sensitive<QByteArray>(QByteArray(512, 'f'));
        const QJsonObject json = toJson(draft);
        QVERIFY(!QJsonDocument(json).toJson().contains("picture"));
        const auto back = draftFromJson(json);
        QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().detail));
        QVERIFY(back->applicant == stored);
    }

    // What a terminal stored before it knew permits.
    void aDraftWithoutKindIsACitizens()
    {
        QJsonValue json = toJson(fullDraft());
        for (const char *key : {"kind", "englishName", "nationality", "permitNumber"})
            json = changed(json, {QStringLiteral("applicant"), QLatin1String(key)}, QStringLiteral("~remove"));
        QCOMPARE(json.toObject().value(QStringLiteral("applicant")).toObject().size(), 9);
        const auto back = draftFromJson(json.toObject());
        QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().detail));
        QVERIFY(back->applicant.kind == CardKind::Citizen);
        const auto odd = draftFromJson(
            changed(json, {QStringLiteral("applicant"), QStringLiteral("kind")}, QStringLiteral("Z")).toObject());
        QVERIFY(failedWith(odd, ErrorKind::StoreCorrupt));
    }

    // GB 11643's own example; Y: DEVICES 1; J and I: numbers as on the specimen cards in circulation [?], those of J
    // computed again by hand.
    void numbersOfEachKind_data()
    {
        QTest::addColumn<CardKind>("kind");
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("holds");
        const auto row = [](CardKind kind, const char *number, bool holds) {
            QTest::addRow("%s %s", qPrintable(nameOf(kind)), number) << kind << QString::fromLatin1(number) << holds;
        };
        row(CardKind::Citizen, "11010519491231002X", true);
        row(CardKind::Citizen, "110105194912310021", false);
        row(CardKind::HkMacaoTaiwanResident, "810000199408230021", true);
        row(CardKind::HkMacaoTaiwanResident, "830000199201300022", true);
        row(CardKind::HkMacaoTaiwanResident, "830000199201300023", false);
        row(CardKind::HkMacaoTaiwanResident, "11010519491231002X", false);
        row(CardKind::ForeignResident2023, "932682198501010017", true);
        row(CardKind::ForeignResident2023, "911124198108030024", true);
        row(CardKind::ForeignResident2023, "911124198108030025", false);
        row(CardKind::ForeignResident2023, "11010519491231002X", false);
        row(CardKind::ForeignResident2017, "CAN110081080310", true);
        row(CardKind::ForeignResident2017, "CAN11008108031", false);
        row(CardKind::ForeignResident2017, "CA1110081080310", false);
        row(CardKind::ForeignResident2017, "can110081080310", false);
    }
    void numbersOfEachKind()
    {
        QFETCH(CardKind, kind);
        QFETCH(QString, number);
        QFETCH(bool, holds);
        QCOMPARE(isValidCardNumber(kind, number), holds);
    }

    void brokenDraftsAreRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("id") << "id" << QJsonValue(QStringLiteral("zero"));
        QTest::newRow("no applicant") << "applicant" << QJsonValue(QStringLiteral("~remove"));
        QTest::newRow("applicant") << "applicant" << QJsonValue(QJsonObject());
        QTest::newRow("item") << "item" << QJsonValue(QJsonObject());
        QTest::newRow("time") << "startedAt" << QJsonValue(QStringLiteral("yesterday"));
        QTest::newRow("answers") << "answers" << QJsonValue(QJsonArray());
        QTest::newRow("an answer") << "answers" << QJsonValue(QJsonObject{{QStringLiteral("phone"), 1}});
        QTest::newRow("signature") << "signature" << QJsonValue(1);
        QTest::newRow("pages") << "pages" << QJsonValue(QJsonObject{{QStringLiteral("m"), QJsonArray{1}}});
        QTest::newRow("unknown key") << "colour" << QJsonValue(1);
        const QJsonObject pages = toJson(fullDraft())["pages"].toObject();
        QJsonObject page = pages["householdRegister"].toArray().last().toObject();
        const auto withThumbnail = [&page](const QJsonValue &thumbnail) {
            page.insert(QStringLiteral("thumbnail"), thumbnail);
            return QJsonValue(QJsonObject{{QStringLiteral("m"), QJsonArray{page}}});
        };
        QTest::newRow("thumbnail") << "pages" << withThumbnail(QStringLiteral("none"));
        QTest::newRow("empty thumbnail") << "pages" << withThumbnail(QJsonObject());
        QJsonObject strange = page;
        strange.remove(QStringLiteral("thumbnail"));
        strange.insert(QStringLiteral("colour"), 1);
        QTest::newRow("unknown key of a thumbnail") << "pages" << withThumbnail(strange);
    }

    void brokenDraftsAreRefused()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        const auto back = draftFromJson(changed(toJson(fullDraft()), {key}, value).toObject());
        QVERIFY(!back.has_value());
        QVERIFY(back.error().kind == ErrorKind::StoreCorrupt || back.error().kind == ErrorKind::Misconfigured);
        QVERIFY(!back.error().detail.contains(QStringLiteral("张三丰")));
    }

    void peopleAreMasked()
    {
        QCOMPARE(maskedName(Secret(QStringLiteral("张三丰"))), QStringLiteral("张*"));
        QCOMPARE(maskedName(Secret(QStringLiteral("𠮷野"))), QStringLiteral("𠮷*"));
        QCOMPARE(maskedName(Secret()), QString());
        QCOMPARE(maskedIdNumber(Secret(QStringLiteral("11010519491231002X"))), QStringLiteral("110105********002X"));
        QCOMPARE(maskedIdNumber(Secret(QStringLiteral("1101"))), QStringLiteral("****"));
        QCOMPARE(maskedPhone(Secret(QStringLiteral("13800138000"))), QStringLiteral("138****8000"));
        QCOMPARE(maskedPhone(Secret(QStringLiteral("12345"))), QStringLiteral("*****"));
    }
};

QTEST_GUILESS_MAIN(CodecTest)
#include "codec_test.moc"
