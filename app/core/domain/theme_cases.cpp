// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/theme_cases.h"

#include "app/core/domain/assisted_case.h"
#include "app/core/domain/case_parties.h"
#include "app/core/domain/item_codec.h"
#include "app/core/domain/merged_form.h"
#include "app/core/domain/phone_check.h"
#include "app/core/domain/work_calendar.h"

#include <QJsonArray>
#include <QSet>

namespace tongban::domain {

namespace {

QUuid idOf(const QUuid &draft, const QString &item)
{
    // The moment of the draft in front, as in every id here; behind it what draft and item make.
    QByteArray bytes = QUuid::createUuidV5(draft, item).toRfc4122();
    constexpr int timeBytes = 6;
    bytes.replace(0, timeBytes, draft.toRfc4122().left(timeBytes));
    bytes[timeBytes] = static_cast<char>((bytes[timeBytes] & 0x0f) | 0x70); // version 7
    return QUuid::fromRfc4122(bytes);
}

Result<MergedForm> formOf(const QJsonObject &source)
{
    const auto theme = Theme::fromJson(source.value(MergedForm::themeKey).toObject());
    if (!theme)
        return fail(theme.error());
    std::vector<ServiceItem> items;
    for (const auto &json : source.value(MergedForm::itemsKey).toArray()) {
        auto item = itemFromJson(json.toObject());
        if (!item)
            return fail(item.error());
        items.push_back(*std::move(item));
    }
    return mergedForm(*theme, items);
}

template <class Value>
QMap<QString, Value> ownOf(const QMap<QString, QString> &keys, const QMap<QString, Value> &merged)
{
    QMap<QString, Value> own;
    for (auto key = keys.begin(); key != keys.end(); ++key) {
        if (const auto found = merged.constFind(key.value()); found != merged.cend())
            own.insert(key.key(), *found);
    }
    return own;
}

// Without what the item does not ask for in this situation: another item of the theme did.
template <class Value, class Asked> void keepAsked(QMap<QString, Value> &own, const std::vector<const Asked *> &asked)
{
    QSet<QString> keys;
    for (const Asked *one : asked)
        keys.insert(one->key);
    for (const QString &key : own.keys()) {
        if (!keys.contains(key))
            own.remove(key);
    }
}

// No office is told of a licence that it did not ask for.
void keepAskedLicences(CaseDraft &own, const std::vector<const MaterialSpec *> &asked)
{
    if (!own.library)
        return;
    QSet<QString> licences;
    for (const MaterialSpec *material : asked)
        licences.insert(material->licence);
    for (const QString &licence : own.library->keys()) {
        if (!licences.contains(licence))
            own.library->remove(licence);
    }
}

CaseDraft caseOf(const CaseDraft &draft, const MergedForm &merged, const ServiceItem &item)
{
    CaseDraft own = draft;
    own.item = item;
    own.theme = draft.item.code;
    own.answers = answersOf(item, draft.answers);
    const auto materials = merged.materials.value(item.code);
    own.pages = ownOf(materials, draft.pages);
    askHelperPapers(own);
    if (const auto papers = draft.pages.constFind(helperPapers); papers != draft.pages.cend())
        own.pages.insert(helperPapers, *papers);
    own.later = ownOf(materials, draft.later);
    const auto asked = askedMaterials(own.item, own.answers);
    keepAsked(own.pages, asked);
    keepAsked(own.later, asked);
    own.parties = ownOf(merged.parties.value(item.code), draft.parties);
    keepAsked(own.parties, askedParties(item, own.answers));
    dropStaleConfirmations(own);
    keepAskedLicences(own, asked);
    own.appliesAgainstAdvice = 
        draft.appliesAgainstAdvice && brokenRule(item, draft.applicant, chinaDate(draft.startedAt), draft.residence);
    return own;
}

} // namespace

Result<ServiceItem> mergedFromSource(const QJsonObject &source)
{
    auto merged = formOf(source);
    return merged ? Result<ServiceItem>(std::move(merged->form)) : fail(merged.error());
}

Result<ServiceItem> formOfParts(const ServiceItem &theme, const QStringList &codes)
{
    QJsonArray wanted;
    QJsonArray sources;
    const ServiceItem *last = nullptr;
    for (const ServiceItem &part : theme.parts) {
        if (!codes.contains(part.code))
            continue;
        wanted.append(part.code);
        sources.append(part.source);
        last = &part;
    }
    if (!last)
        return fail(ErrorKind::Misconfigured, theme.code, QStringLiteral("none of its items is wanted"));
    if (wanted.size() == 1)
        return *last;
    QJsonObject source = theme.source;
    QJsonObject json = source.value(MergedForm::themeKey).toObject();
    json.insert(QStringLiteral("items"), wanted);
    source.insert(MergedForm::themeKey, json);
    source.insert(MergedForm::itemsKey, sources);
    return mergedFromSource(source);
}

Answers answersOf(const ServiceItem &item, const Answers &merged)
{
    Answers own;
    for (auto answer = merged.begin(); answer != merged.end(); ++answer) {
        if (item.field(answer.key()))
            own.insert(answer.key(), answer.value());
    }
    return withoutHidden(item, own);
}

Result<std::vector<CaseDraft>> casesOf(const CaseDraft &draft)
{
    if (draft.item.parts.empty())
        return std::vector<CaseDraft>{draft};
    const auto merged = formOf(draft.item.source);
    if (!merged)
        return fail(merged.error());
    std::vector<CaseDraft> cases;
    for (const ServiceItem &item : merged->form.parts) {
        cases.push_back(caseOf(draft, *merged, item));
        if (cases.size() > 1)
            cases.back().id = idOf(draft.id, item.code);
    }
    return cases;
}

} // namespace tongban::domain
