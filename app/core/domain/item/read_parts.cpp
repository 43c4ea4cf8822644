// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/item/read_parts.h"

#include "app/core/domain/item/read_field.h"
#include "app/core/domain/item/read_lists.h"

#include <QRegularExpression>

#include <algorithm>

namespace tongban::domain {

namespace {

QStringList words(const char *spaced)
{
    return QString::fromLatin1(spaced).split(u' ');
}

template <class T> std::vector<T> castTo(const std::vector<int> &places)
{
    std::vector<T> values;
    std::transform(places.begin(), places.end(), std::back_inserter(values), [](int i) { return static_cast<T>(i); });
    return values;
}

QStringList pickedFrom(JsonReader &in, const QString &key, const QStringList &names)
{
    QStringList picked;
    for (const int place : namesOf(in, key, names))
        picked << names.at(place);
    return picked;
}

SelfService selfServiceFrom(JsonReader &in)
{
    static const QStringList levels = words("view apply instant");
    return {.level = static_cast<SelfService::Level>(in.oneOf(QStringLiteral("level"), levels)),
            .why = in.textBetweenOr(QStringLiteral("why"), 6, 60),
            .where = in.textBetweenOr(QStringLiteral("where"), 6, 60)};
}

EligibilityRule ruleFrom(JsonReader &in)
{
    static const QStringList rules = words("minimumAge maximumAge localResidence");
    return {.kind = static_cast<EligibilityRule::Kind>(in.oneOf(QStringLiteral("rule"), rules)),
            .years = static_cast<int>(in.integerOr(QStringLiteral("years"), 0, 1, 120)),
            .clause = in.textBetween(QStringLiteral("clause"), 6, 120)};
}

QList<int> monthsFrom(JsonReader &in)
{
    const QString key = QStringLiteral("season");
    QList<int> months;
    const QJsonArray array = in.arrayOrEmpty(key);
    checkUnique(array, in.at(key), in.verdict());
    for (qsizetype i = 0; i < array.size(); ++i) {
        const int month = array.at(i).toInt();
        if (month < 1 || month > 12 || array.at(i).toDouble() != month)
            in.verdict().blame(QStringLiteral("%1/%2").arg(in.at(key)).arg(i),
                               QStringLiteral("a month from 1 to 12 is expected"));
        months << month;
    }
    return months;
}

Proof proofFrom(const QString &text)
{
    static const QStringList kinds = words("card office field material party");
    const auto kind = kinds.indexOf(text.section(u':', 0, 0));
    return {.kind = static_cast<Proof::Kind>(kind), .key = text.section(u':', 1)};
}

std::vector<Proof> proofsFrom(JsonReader &in)
{
    static const QRegularExpression known(QStringLiteral("^(card|office|(field|material|party):[a-z][A-Za-z0-9]*)$"));
    const QString key = QStringLiteral("provenBy");
    const QStringList texts = textListOf(in, key, {1, 100}, {1, 80}, true);
    std::vector<Proof> proofs;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (known.match(texts.at(i)).hasMatch())
            proofs.push_back(proofFrom(texts.at(i)));
        else
            in.verdict().blame(QStringLiteral("%1/%2").arg(in.at(key)).arg(i),
                               QStringLiteral("card, office, field:KEY, material:KEY or party:KEY is expected"));
    }
    return proofs;
}

AcceptanceCondition acceptanceFrom(JsonReader &in)
{
    return {.text = in.textBetween(QStringLiteral("text"), 4, 120),
            .when = conditionFrom(in, QStringLiteral("when")),
            .provenBy = proofsFrom(in)};
}

TimeLimit limitFrom(JsonReader &in)
{
    static const QStringList units = words("workday day month");
    return {.unit = static_cast<TimeLimit::Unit>(in.oneOf(QStringLiteral("unit"), units)),
            .number = static_cast<int>(in.integer(QStringLiteral("number"), 0, 365))};
}

Fee feeFrom(JsonReader &in)
{
    static const QStringList kinds = words("free fixed byRule");
    return {.kind = static_cast<Fee::Kind>(in.oneOf(QStringLiteral("kind"), kinds)),
            .fen = in.integerOr(QStringLiteral("fen"), 0, 1, qint64(1) << 53),
            .text = in.textBetween(QStringLiteral("text"), 3, 120),
            .basis = in.textBetweenOr(QStringLiteral("basis"), 4, 120)};
}

LegalBasis basisFrom(JsonReader &in)
{
    return {.title = in.textBetween(QStringLiteral("title"), 4, 80),
            .number = in.textBetweenOr(QStringLiteral("number"), 4, 60),
            .article = in.textBetweenOr(QStringLiteral("article"), 2, 40)};
}

Party partyFrom(JsonReader &in)
{
    static const QStringList ways = words("card phone document");
    static const QStringList kinds = words("person several unit");
    const QString who = QStringLiteral("who");
    return {.key = keyFrom(in),
            .label = in.textBetween(QStringLiteral("label"), 1, 24),
            .when = conditionFrom(in, QStringLiteral("when")),
            .presence = castTo<Presence>(namesOf(in, QStringLiteral("presence"), ways)),
            .who = in.has(who) ? static_cast<Party::Who>(in.oneOf(who, kinds)) : Party::Who::Person,
            .consent = in.textBetweenOr(QStringLiteral("consent"), 10, 200)};
}

MaterialSpec materialFrom(JsonReader &in)
{
    static const QStringList origins = words("library shared scan camera commitment paper");
    static const QStringList profiles = words("page portrait drawing");
    const QString licence = QStringLiteral("licence");
    const QString profile = QStringLiteral("profile");
    MaterialSpec material;
    material.key = keyFrom(in);
    material.name = in.textBetween(QStringLiteral("name"), 2, 24);
    material.origins = castTo<MaterialOrigin>(namesOf(in, QStringLiteral("origins"), origins));
    material.hint = in.textBetween(QStringLiteral("hint"), 6, 80);
    material.licence = in.has(licence) ? keyFrom(in, licence) : QString();
    material.when = conditionFrom(in, QStringLiteral("when"));
    material.optional = in.booleanOr(QStringLiteral("optional"), false);
    material.late = in.booleanOr(QStringLiteral("late"), false);
    material.lateDays = static_cast<int>(in.integerOr(QStringLiteral("lateDays"), 0, 1, 90));
    material.maxPages = static_cast<int>(in.integerOr(QStringLiteral("maxPages"), 1, 1, 50));
    material.commitment = in.textBetweenOr(QStringLiteral("commitment"), 10, 160);
    material.paperReason = in.textBetweenOr(QStringLiteral("paperReason"), 6, 60);
    material.package = in.textBetweenOr(QStringLiteral("package"), 1, 24);
    material.profile = in.has(profile) ? static_cast<PageKind>(in.oneOf(profile, profiles)) : PageKind::Page;
    material.sensitive = in.booleanOr(QStringLiteral("sensitive"), false);
    return material;
}

} // namespace

void readNames(JsonReader &in, ServiceItem &item)
{
    static const QStringList types = words("licensing benefit confirmation reward ruling publicService");
    static const QStringList levels = words("village township county city");
    static const QStringList themes = words("birth school work business marriage housing farming health disability "
                                            "retirement hardship death veteran travel household driving rights bills");
    static const QStringList people =
        words("everyone elderly parents children disabled farmers workers jobless business veterans newcomers poor");
    const QString basicCode = QStringLiteral("basicCode");
    item.code = codeFrom(in, QStringLiteral("code"));
    item.basicCode = in.has(basicCode) ? codeFrom(in, basicCode) : QString();
    item.version = codeFrom(in, QStringLiteral("version"));
    item.name = in.textBetween(QStringLiteral("name"), 2, 10);
    item.fullName = in.textBetween(QStringLiteral("fullName"), 4, 60);
    static const QRegularExpression syllables(QStringLiteral("\\A[a-z]+( [a-z]+)*\\z"));
    item.pinyin = in.patternedText(QStringLiteral("pinyin"), syllables,
                                   QStringLiteral("a syllable a word, small letters without tones,"), 200);
    item.aliases = textListOf(in, QStringLiteral("aliases"), {2, 16}, {1, 24}, true);
    item.type = static_cast<ItemType>(in.oneOf(QStringLiteral("type"), types));
    item.level = static_cast<AuthorityLevel>(in.oneOf(QStringLiteral("level"), levels));
    item.themes = pickedFrom(in, QStringLiteral("themes"), themes);
    item.people = pickedFrom(in, QStringLiteral("people"), people);
    item.season = monthsFrom(in);
    item.icon = iconFrom(in);
    item.department = in.textBetween(QStringLiteral("department"), 1, 60);
    item.summary = in.textBetween(QStringLiteral("summary"), 6, 60);
}

void readService(JsonReader &in, ServiceItem &item)
{
    static const QStringList devices = words("idCardReader documentScanner camera pagePrinter codeScanner");
    const QString cancelled = QStringLiteral("cancelledFrom");
    item.selfService = objectOf<SelfService>(in, QStringLiteral("selfService"), selfServiceFrom);
    item.devices = castTo<ExtraDevice>(namesOf(in, QStringLiteral("devices"), devices, true));
    item.effectiveFrom = in.date(QStringLiteral("effectiveFrom"));
    item.cancelledFrom = in.has(cancelled) ? in.date(cancelled) : QDate();
    item.eligibility = listOf<EligibilityRule>(in, QStringLiteral("eligibility"), {0, 100}, ruleFrom, true);
}

void readRules(JsonReader &in, ServiceItem &item)
{
    const auto limits = [&item](JsonReader &both) {
        item.statutory = objectOf<TimeLimit>(both, QStringLiteral("statutory"), limitFrom);
        return objectOf<TimeLimit>(both, QStringLiteral("promised"), limitFrom);
    };
    item.conditions = listOf<AcceptanceCondition>(in, QStringLiteral("conditions"), {1, 100}, acceptanceFrom);
    item.standard = in.textBetween(QStringLiteral("standard"), 6, 200);
    item.process = textListOf(in, QStringLiteral("process"), {2, 6}, {4, 80});
    item.promised = objectOf<TimeLimit>(in, QStringLiteral("limits"), limits);
    item.fee = objectOf<Fee>(in, QStringLiteral("fee"), feeFrom);
    item.basis = listOf<LegalBasis>(in, QStringLiteral("basis"), {1, 5}, basisFrom);
    item.intermediaries = in.textBetween(QStringLiteral("intermediaries"), 2, 120);
    item.contact = in.textBetween(QStringLiteral("contact"), 6, 80);
    item.supervision = in.textBetween(QStringLiteral("supervision"), 6, 80);
}

void readMeasures(JsonReader &in, ServiceItem &item)
{
    const QString materials = QStringLiteral("paperMaterials");
    item.paperForms = static_cast<int>(in.integerOr(QStringLiteral("paperForms"), 0, 0, 2000));
    if (in.has(materials))
        item.paperMaterials = textListOf(in, materials, {0, 100}, {1, 24});
}

void readMaterials(JsonReader &in, ServiceItem &item)
{
    item.parties = listOf<Party>(in, QStringLiteral("parties"), {0, 100}, partyFrom, true);
    item.materials = listOf<MaterialSpec>(in, QStringLiteral("materials"), {0, 100}, materialFrom);
}

void readEnglish(JsonReader &in, ServiceItem &item)
{
    const QString key = QStringLiteral("english");
    const QJsonObject json = in.object(key);
    JsonReader english(json, in.at(key), in.verdict());
    for (const QString &chinese : json.keys())
        item.english.insert(chinese, english.textBetween(chinese, 1, 400));
}

} // namespace tongban::domain
