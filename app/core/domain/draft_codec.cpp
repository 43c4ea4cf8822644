// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/draft_codec.h"

#include "app/core/domain/assisted_case.h"
#include "app/core/domain/draft_promises.h"
#include "app/core/domain/item_codec.h"
#include "app/core/domain/json_reader.h"
#include "app/core/domain/stored_card.h"
#include "app/core/domain/supplement.h"
#include "app/core/domain/theme.h"
#include "app/core/domain/theme_cases.h"

namespace tongban::domain {

namespace {

constexpr int sm3Size = 32;

template <class Image> QJsonObject imageToJson(const Image &image)
{
    return {{QStringLiteral("blob"), image.blob.toString(QUuid::WithoutBraces)},
            {QStringLiteral("width"), image.size.width()},
            {QStringLiteral("height"), image.size.height()},
            {QStringLiteral("bytes"), image.bytes},
            {QStringLiteral("sm3"), QString::fromLatin1(image.sm3.toHex())}};
}

QJsonObject toJson(const SealedPage &page)
{
    QJsonObject json = imageToJson(page);
    if (page.thumbnail)
        json.insert(QStringLiteral("thumbnail"), imageToJson(*page.thumbnail));
    return json;
}

QJsonObject toJson(const PresentParty &party)
{
    return {{QStringLiteral("card"), toJson(party.card)},
            {QStringLiteral("signature"), party.signature ? QJsonValue(toJson(*party.signature)) : QJsonValue()}};
}

QJsonObject partiesJson(const CaseDraft &draft)
{
    QJsonObject parties;
    for (auto it = draft.parties.begin(); it != draft.parties.end(); ++it)
        parties.insert(it.key(), toJson(it.value()));
    return parties;
}

void putHelp(QJsonObject &json, const CaseDraft &draft)
{
    if (draft.helper)
        json.insert(QStringLiteral("helper"), QJsonObject{{QStringLiteral("card"), toJson(draft.helper->card)},
                                                          {QStringLiteral("role"), nameOf(draft.helper->role)}});
    if (draft.assurance != Assurance::Card)
        json.insert(QStringLiteral("assurance"), nameOf(draft.assurance));
    if (draft.isMark)
        json.insert(QStringLiteral("isMark"), true);
}

QUuid uuidFrom(JsonReader &in, const QString &key)
{
    const QUuid id = QUuid::fromString(in.text(key));
    if (id.isNull())
        in.verdict().blame(in.at(key), QStringLiteral("a UUID is expected"));
    return id;
}

template <class Image> Image imageFrom(JsonReader &in)
{
    Image image;
    image.blob = uuidFrom(in, QStringLiteral("blob"));
    image.size = QSize(static_cast<int>(in.integer(QStringLiteral("width"), 0, 1'000'000)),
                       static_cast<int>(in.integer(QStringLiteral("height"), 0, 1'000'000)));
    image.bytes = in.integer(QStringLiteral("bytes"), 0, qint64(1) << 40);
    image.sm3 = QByteArray::fromHex(in.possiblyEmptyText(QStringLiteral("sm3")).toLatin1());
    if (!image.sm3.isEmpty() && image.sm3.size() != sm3Size)
        in.verdict().blame(in.at(QStringLiteral("sm3")), QStringLiteral("32 bytes in hexadecimal are expected"));
    return image;
}

// Drafts of before the thumbnails have none.
SealedPage pageFrom(JsonReader &in)
{
    auto page = imageFrom<SealedPage>(in);
    if (const auto small = in.objectOrNull(QStringLiteral("thumbnail"))) {
        JsonReader thumbnail(*small, in.at(QStringLiteral("thumbnail")), in.verdict());
        page.thumbnail = imageFrom<SealedThumbnail>(thumbnail);
        thumbnail.refuseOthers();
    }
    in.refuseOthers();
    return page;
}

// Drafts of before there were helpers have none of these keys.
void readHelp(JsonReader &in, CaseDraft &draft)
{
    if (const auto json = in.objectOrNull(QStringLiteral("helper"))) {
        JsonReader helper(*json, in.at(QStringLiteral("helper")), in.verdict());
        JsonReader card(helper.object(QStringLiteral("card")), helper.at(QStringLiteral("card")), in.verdict());
        const auto role = helperRoleNamed(helper.text(QStringLiteral("role")));
        if (!role)
            in.verdict().blame(helper.at(QStringLiteral("role")), QStringLiteral("a role of a helper is expected"));
        draft.helper = Helper{.card = cardFrom(card), .role = role.value_or(HelperRole::Relative)};
        helper.refuseOthers();
    }
    const auto assurance = assuranceNamed(in.textOr(QStringLiteral("assurance"), nameOf(Assurance::Card)));
    if (!assurance)
        in.verdict().blame(in.at(QStringLiteral("assurance")), QStringLiteral("a level of assurance is expected"));
    draft.assurance = assurance.value_or(Assurance::Document);
    draft.isMark = in.booleanOr(QStringLiteral("isMark"), false);
}

QMap<QString, Secret> answersFrom(JsonReader &outer, const QString &key)
{
    const QJsonObject json = outer.object(key);
    JsonReader in(json, outer.at(key), outer.verdict());
    QMap<QString, Secret> answers;
    for (const QString &field : json.keys())
        answers.insert(field, Secret(in.possiblyEmptyText(field)));
    return answers;
}

// Drafts of before other parties have none.
QMap<QString, PresentParty> partiesFrom(JsonReader &outer, const QString &key)
{
    QMap<QString, PresentParty> parties;
    const auto json = outer.objectOrNull(key);
    if (!json)
        return parties;
    JsonReader in(*json, outer.at(key), outer.verdict());
    for (const QString &who : json->keys()) {
        JsonReader party(in.object(who), in.at(who), in.verdict());
        JsonReader card(party.object(QStringLiteral("card")), party.at(QStringLiteral("card")), in.verdict());
        PresentParty &present = parties[who];
        present.card = cardFrom(card);
        if (const auto signature = party.objectOrNull(QStringLiteral("signature"))) {
            JsonReader page(*signature, party.at(QStringLiteral("signature")), in.verdict());
            present.signature = pageFrom(page);
        }
        party.refuseOthers();
    }
    return parties;
}

QMap<QString, std::vector<SealedPage>> pagesFrom(JsonReader &outer, const QString &key)
{
    const QJsonObject json = outer.object(key);
    JsonReader in(json, outer.at(key), outer.verdict());
    QMap<QString, std::vector<SealedPage>> pages;
    for (const QString &material : json.keys()) {
        const QJsonArray list = in.array(material);
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString pointer = QStringLiteral("%1/%2").arg(in.at(material)).arg(i);
            JsonReader page(objectAt(list, i, pointer, in.verdict()), pointer, in.verdict());
            pages[material].push_back(pageFrom(page));
        }
        pages[material]; // a material with an empty list stays in the map
    }
    return pages;
}

} // namespace

QJsonObject toJson(const CaseDraft &draft)
{
    QJsonObject answers;
    for (auto it = draft.answers.begin(); it != draft.answers.end(); ++it)
        answers.insert(it.key(), it.value().reveal());
    QJsonObject pages;
    for (auto it = draft.pages.begin(); it != draft.pages.end(); ++it) {
        QJsonArray list;
        for (const SealedPage &page : it.value())
            list.append(toJson(page));
        pages.insert(it.key(), list);
    }
    QJsonObject json{
        {QStringLiteral("id"), draft.id.toString(QUuid::WithoutBraces)},
        {QStringLiteral("item"), draft.item.source},
        {QStringLiteral("applicant"), toJson(draft.applicant)},
        {QStringLiteral("startedAt"), draft.startedAt.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("appliesAgainstAdvice"), draft.appliesAgainstAdvice},
        {QStringLiteral("answers"), answers},
        {QStringLiteral("pages"), pages},
        {QStringLiteral("signature"), draft.signature ? QJsonValue(toJson(*draft.signature)) : QJsonValue()}};
    putPromises(json, draft);
    putHelp(json, draft);
    if (!draft.parties.isEmpty())
        json.insert(QStringLiteral("parties"), partiesJson(draft));
    putSupplement(json, draft);
    return json;
}

Result<CaseDraft> draftFromJson(const QJsonObject &json)
{
    JsonVerdict verdict{.kind = ErrorKind::StoreCorrupt, .where = QStringLiteral("draft")};
    JsonReader in(json, {}, verdict);
    CaseDraft draft;
    draft.id = uuidFrom(in, QStringLiteral("id"));
    const QJsonObject source = in.object(QStringLiteral("item"));
    const auto item = isTheme(source) ? mergedFromSource(source) : itemFromJson(source);
    JsonReader card(in.object(QStringLiteral("applicant")), in.at(QStringLiteral("applicant")), verdict);
    draft.applicant = cardFrom(card);
    draft.startedAt = QDateTime::fromString(in.text(QStringLiteral("startedAt")), Qt::ISODateWithMs).toUTC();
    if (!draft.startedAt.isValid())
        verdict.blame(QStringLiteral("/startedAt"), QStringLiteral("a time is expected"));
    draft.appliesAgainstAdvice = in.boolean(QStringLiteral("appliesAgainstAdvice"));
    draft.answers = answersFrom(in, QStringLiteral("answers"));
    draft.pages = pagesFrom(in, QStringLiteral("pages"));
    readPromises(in, draft);
    readHelp(in, draft);
    draft.supplement = supplementFrom(in);
    draft.parties = partiesFrom(in, QStringLiteral("parties"));
    if (const auto signature = in.objectOrNull(QStringLiteral("signature"))) {
        JsonReader page(*signature, in.at(QStringLiteral("signature")), verdict);
        draft.signature = pageFrom(page);
    }
    in.refuseOthers();
    if (verdict.error)
        return fail(std::move(*verdict.error));
    if (!item)
        return fail(item.error().within(QStringLiteral("draft")));
    draft.item = draft.supplement ? supplementItem(*item, draft.supplement->demands) : *item;
    if (!draft.supplement)
        askHelperPapers(draft);
    return draft;
}

} // namespace tongban::domain
