// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/supplement.h"

#include <QJsonArray>

#include <algorithm>

namespace tongban::domain {

namespace {

const auto supplementKey = QStringLiteral("supplement");
constexpr int mostPages = 20;
constexpr int longestText = 1000; // characters, resources/api/platform.openapi.yaml

const FormField *answerable(const ServiceItem &item, const QString &key)
{
    const auto field =
        std::find_if(item.fields.begin(), item.fields.end(), [&key](const FormField &one) { return one.key == key; });
    const bool isOfACard = field != item.fields.end() && (field->prefill.startsWith(QStringLiteral("card.")) ||
                                                          field->prefill.startsWith(QStringLiteral("party.")));
    return field == item.fields.end() || isOfACard ? nullptr : &*field;
}

Wanted wantedOf(const ServiceItem &item, const Demand &demand, int place)
{
    if (!demand.field.isEmpty() && answerable(item, demand.field))
        return {.key = demand.field, .isAnswer = true, .words = demand.text};
    if (!demand.material.isEmpty() && item.material(demand.material))
        return {.key = demand.material, .words = demand.text};
    return {.key = QStringLiteral("demand-%1").arg(place), .words = demand.text};
}

FormField askedAnew(FormField field)
{
    field.required = true;
    field.prefill.clear();
    field.visibleWhen = {};
    return field;
}

MaterialSpec scanned(const ServiceItem &item, const Wanted &wanted)
{
    const MaterialSpec *known = item.material(wanted.key);
    constexpr qsizetype longestName = 30; // the office's words name what no list does, where they are short
    const QString place = wanted.key.section(QLatin1Char('-'), 1);
    const QString unlisted =
        wanted.words.size() <= longestName ? wanted.words : QStringLiteral("第%1项要的材料").arg(place);
    return {.key = wanted.key,
            .name = known ? known->name : unlisted,
            .origins = {MaterialOrigin::Scan},
            .hint = known ? known->hint : QString(),
            .maxPages = known ? std::max(known->maxPages, 1) : mostPages,
            .package = known ? known->package : QString(),
            .profile = known ? known->profile : PageKind::Page,
            .sensitive = known && known->sensitive};
}

Demand demandFrom(JsonReader &in)
{
    Demand demand{.material = in.possiblyEmptyText(QStringLiteral("material")),
                  .field = in.possiblyEmptyText(QStringLiteral("field")),
                  .text = in.text(QStringLiteral("text"), longestText)};
    in.refuseOthers();
    return demand;
}

QUuid idFrom(JsonReader &in, const QString &key)
{
    const QUuid id = QUuid::fromString(in.text(key));
    if (id.isNull())
        in.verdict().blame(in.at(key), QStringLiteral("a UUID is expected"));
    return id;
}

} // namespace

std::vector<Wanted> wantedBy(const ServiceItem &item, const std::vector<Demand> &demands)
{
    std::vector<Wanted> all;
    int place = 0;
    for (const Demand &demand : demands) {
        const Wanted wanted = wantedOf(item, demand, ++place);
        const auto same = std::find_if(all.begin(), all.end(), [&wanted](const Wanted &one) {
            return one.key == wanted.key && one.isAnswer == wanted.isAnswer;
        });
        if (same == all.end())
            all.push_back(wanted);
        else
            same->words += QLatin1Char('\n') + wanted.words;
    }
    return all;
}

ServiceItem supplementItem(const ServiceItem &item, const std::vector<Demand> &demands)
{
    ServiceItem asked = item;
    asked.eligibility.clear();
    asked.conditions.clear();
    asked.parties.clear();
    asked.situations.clear();
    asked.fields.clear();
    asked.pages.clear();
    asked.materials.clear();
    asked.parts.clear();
    asked.consent = QStringLiteral("我更正的内容和补交的材料都是真实的。");
    for (const Wanted &wanted : wantedBy(item, demands)) {
        if (!wanted.isAnswer) {
            asked.materials.push_back(scanned(item, wanted));
            continue;
        }
        const FormField field = askedAnew(*item.field(wanted.key));
        asked.fields.push_back(field);
        asked.pages.push_back({.title = field.label, .prompt = wanted.words, .fields = {field.key}});
    }
    return asked;
}

CaseDraft supplementDraft(const SubmittedCase &standing, const SupplementOf &of, const QUuid &id,
                          const QDateTime &nowUtc)
{
    return {.id = id,
            .item = supplementItem(standing.content.item, of.demands),
            .applicant = standing.content.applicant,
            .startedAt = nowUtc,
            .answers = {},
            .pages = {},
            .signature = {},
            .supplement = of};
}

QString officeWords(const CaseDraft &draft, const QString &key)
{
    if (!draft.supplement)
        return {};
    // Of the reduced item: its own keys answer to the same demands.
    for (const Wanted &wanted : wantedBy(draft.item, draft.supplement->demands)) {
        if (wanted.key == key)
            return wanted.words;
    }
    return {};
}

const MaterialSpec *nextToBring(const CaseDraft &draft)
{
    const auto missing = std::find_if(draft.item.materials.begin(), draft.item.materials.end(),
                                      [&draft](const MaterialSpec &one) { return draft.pages.value(one.key).empty(); });
    return missing == draft.item.materials.end() ? nullptr : &*missing;
}

void putSupplement(QJsonObject &json, const CaseDraft &draft)
{
    if (!draft.supplement)
        return;
    QJsonArray demands;
    for (const Demand &demand : draft.supplement->demands)
        demands.append(QJsonObject{{QStringLiteral("material"), demand.material},
                                   {QStringLiteral("field"), demand.field},
                                   {QStringLiteral("text"), demand.text}});
    json.insert(supplementKey,
                QJsonObject{{QStringLiteral("case"), draft.supplement->caseId.toString(QUuid::WithoutBraces)},
                            {QStringLiteral("letter"), draft.supplement->letter.toString(QUuid::WithoutBraces)},
                            {QStringLiteral("number"), draft.supplement->caseNumber},
                            {QStringLiteral("due"), draft.supplement->due.toString(Qt::ISODate)},
                            {QStringLiteral("demands"), demands}});
}

// Drafts of before there were any have none.
std::optional<SupplementOf> supplementFrom(JsonReader &draft)
{
    const auto json = draft.objectOrNull(supplementKey);
    if (!json)
        return std::nullopt;
    JsonReader in(*json, draft.at(supplementKey), draft.verdict());
    const auto due = QStringLiteral("due");
    SupplementOf of{.caseId = idFrom(in, QStringLiteral("case")),
                    .letter = idFrom(in, QStringLiteral("letter")),
                    .caseNumber = in.text(QStringLiteral("number")),
                    .due = QDate::fromString(in.possiblyEmptyText(due), Qt::ISODate),
                    .demands = {}};
    const QJsonArray demands = in.array(QStringLiteral("demands"));
    for (qsizetype i = 0; i < demands.size(); ++i) {
        const QString pointer = QStringLiteral("%1/%2").arg(in.at(QStringLiteral("demands"))).arg(i);
        JsonReader demand(objectAt(demands, i, pointer, in.verdict()), pointer, in.verdict());
        of.demands.push_back(demandFrom(demand));
    }
    in.refuseOthers();
    return of;
}

} // namespace tongban::domain
