// SPDX-License-Identifier: GPL-3.0-or-later
// One form of several items, and each item's own application out of it: whole, its own, and the same every time.
#include "app/core/domain/draft_codec.h"
#include "app/core/domain/merged_form.h"
#include "app/core/domain/phone_check.h"
#include "app/core/domain/theme_cases.h"
#include "tests/data/form_filler.h"
#include "tests/data/item_files.h"

#include <QTest>

using namespace tongban;
using namespace tongban::domain;
using namespace tongban::tests;

namespace {

SealedPage page(char sm3)
{
    return {.blob = QUuid::createUuid(), .size = {960, 1280}, .bytes = 1000, .sm3 = QByteArray(32, sm3)};
}

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

// Both disability subsidies, for somebody who is cared for.
CaseDraft bothSubsidies()
{
    CaseDraft draft;
    draft.id = QUuid(text("01934f00-0000-7000-8000-000000000001"));
    draft.item = themeOfFile(text("canji-liangxiang.json"));
    draft.applicant = cardOf(QDate(1980, 3, 8));
    draft.startedAt = QDateTime(testDay, QTime(2, 0), Qt::UTC);
    for (const auto &[key, value] : {std::pair{"who", "ward"}, {"home", "dibao"}, {"noOverlap", "agreed"},
                                     {"account", "6217995200012345679"}, {"phone", "13872650418"},
                                     {"care", "family"}, {"otherCare", "none"}})
        draft.answers.insert(text(key), Secret(text(value)));
    draft.pages.insert(text("disability"), {page(1), page(2)});
    draft.signature = page(9);
    draft.parties.insert(text("disabledPerson"), {.card = cardOf(QDate(2010, 5, 5), 4)});
    draft.confirmedPhones.insert(text("phone"), {Secret(text("13872650418")), Secret(text("their word for it"))});
    draft.library = QMap<QString, HeldLicence>{{text("lowIncomeCertificate"), {Secret(text("D-1")), QDate(2025, 1, 1)}},
                                               {text("disabilityCertificate"), {Secret(text("C-1")), {}}}};
    return draft;
}

} // namespace

class ThemeCasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anItemByItselfIsItsOnlyCase()
    {
        CaseDraft draft = bothSubsidies();
        draft.item = draft.item.parts.front();
        const auto cases = casesOf(draft);
        QVERIFY(cases && cases->size() == 1);
        QCOMPARE(cases->front().id, draft.id);
        QVERIFY(cases->front().theme.isEmpty());
    }

    void eachOfficeGetsItsOwn()
    {
        const CaseDraft draft = bothSubsidies();
        const auto cases = casesOf(draft);
        QVERIFY2(cases.has_value(), cases ? "" : qPrintable(cases.error().detail));
        QCOMPARE(cases->size(), size_t{2});
        const CaseDraft &living = cases->at(0);
        const CaseDraft &care = cases->at(1);
        QCOMPARE(living.item.code, text("kunnan-canjiren-shenghuo-butie"));
        QCOMPARE(care.item.code, text("zhongdu-canjiren-huli-butie"));
        QVERIFY(living.item.parts.empty() && care.item.parts.empty());
        for (const CaseDraft &one : *cases) {
            QCOMPARE(one.theme, text("canji-liangxiang"));
            QCOMPARE(one.applicant.idNumber, draft.applicant.idNumber);
            QCOMPARE(one.signature, draft.signature);
            QVERIFY(one.answers.contains(text("account")) && one.answers.contains(text("phone")));
            QVERIFY(confirmationOf(one, text("phone")));
        }
        QVERIFY(living.answers.contains(text("noOverlap")) && !living.answers.contains(text("care")));
        QVERIFY(care.answers.contains(text("care")) && !care.answers.contains(text("home")));
        QCOMPARE(living.pages.value(text("disability")).size(), size_t{2}); // under its own key for it
        QCOMPARE(care.pages.value(text("certificate")).size(), size_t{2});
        QCOMPARE(living.parties.keys(), QStringList{text("disabledPerson")});
        QCOMPARE(care.parties.keys(), QStringList{text("personCaredFor")}); // one card, for both
        QVERIFY(living.library->contains(text("lowIncomeCertificate")));
        QVERIFY(!care.library->contains(text("lowIncomeCertificate"))); // it did not ask
        QVERIFY(care.library->contains(text("disabilityCertificate")));
    }

    void theSameDraftMakesTheSameCases()
    {
        const CaseDraft draft = bothSubsidies();
        const auto once = casesOf(draft);
        const auto again = casesOf(draft);
        QVERIFY(once && again);
        QCOMPARE(once->at(0).id, draft.id);
        QCOMPARE(once->at(1).id, again->at(1).id);
        QVERIFY(once->at(1).id != draft.id);
        QCOMPARE(once->at(1).id.toRfc4122().left(6), draft.id.toRfc4122().left(6)); // sorts by the same moment
        QCOMPARE(once->at(1).id.toRfc4122().at(6) & 0xf0, 0x70);                    // version 7
        CaseDraft other = draft;
        other.id = QUuid(text("01934f00-0000-7000-8000-000000000002"));
        QVERIFY(casesOf(other)->at(1).id != once->at(1).id);
    }

    // What a commission said no to is said to that office only.
    void adviceIsEachItemsOwn()
    {
        CaseDraft draft = bothSubsidies();
        draft.item = themeOfFile(text("tuixiu.json")); // 60 and 80 years
        draft.applicant = cardOf(QDate(1956, 3, 8));
        draft.appliesAgainstAdvice = true;
        const auto cases = casesOf(draft);
        QVERIFY(cases.has_value());
        QVERIFY(!cases->at(0).appliesAgainstAdvice);
        QVERIFY(cases->at(1).appliesAgainstAdvice);
    }

    void aDraftKeepsItsThemeAsItWas()
    {
        const CaseDraft draft = bothSubsidies();
        const auto read = draftFromJson(toJson(draft));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        QCOMPARE(read->item.code, draft.item.code);
        QCOMPARE(read->item.version, draft.item.version);
        QCOMPARE(read->item.parts.size(), size_t{2});
        QCOMPARE(read->library, draft.library);
        QCOMPARE(read->confirmedPhones, draft.confirmedPhones);
        QCOMPARE(toJson(*read), toJson(draft));
        const auto cases = casesOf(*read);
        QCOMPARE(cases->at(1).id, casesOf(draft)->at(1).id);
        const auto one = draftFromJson(toJson(cases->at(1))); // and a case keeps under what it was applied for
        QVERIFY(one.has_value());
        QCOMPARE(one->theme, draft.item.code);
    }

    void aThemeOfItemsThatAreNotThereIsLeftOut()
    {
        std::vector<ServiceItem> items{itemOfFile(text("kunnan-canjiren-shenghuo-butie.json"))};
        QStringList leftOut;
        const auto note = [&leftOut](const QJsonObject &json, const Error &why) {
            leftOut << json.value(text("code")).toString() + u' ' + why.detail;
        };
        addThemes({themeJson(text("canji-liangxiang.json")), {{text("items"), 1}}}, items, note);
        QCOMPARE(items.size(), size_t{1});
        QCOMPARE(leftOut.size(), 2);
        QVERIFY2(leftOut.first().contains(text("zhongdu")), qPrintable(leftOut.first()));
        items.push_back(itemOfFile(text("zhongdu-canjiren-huli-butie.json")));
        addThemes({themeJson(text("canji-liangxiang.json"))}, items, note);
        QCOMPARE(items.size(), size_t{3});
        QCOMPARE(items.back().code, text("canji-liangxiang"));
    }

    // On a page in English nothing of a theme stays Chinese that its items have in English.
    void itsWordsAreInEnglishToo()
    {
        const ServiceItem item = themeOfFile(text("canji-liangxiang.json"));
        static const QRegularExpression han(QStringLiteral("\\p{Han}"));
        for (const QString &chinese : {item.name, item.summary, item.consent, item.department, item.fee.text,
                                       item.contact, item.supervision, item.standard, item.intermediaries}) {
            QVERIFY2(item.english.contains(chinese), qPrintable(chinese));
            QVERIFY2(!item.english.value(chinese).contains(han), qPrintable(item.english.value(chinese)));
        }
    }
};

QTEST_GUILESS_MAIN(ThemeCasesTest)
#include "theme_cases_test.moc"
