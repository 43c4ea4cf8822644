// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/outbox/case_messages.h"

#include "app/core/catalogue/material_resolver.h"
#include "offline/outbox/file_facts.h"
#include "offline/outbox/given_phones.h"

#include <QJsonArray>

namespace tongban::offline::outbox {

using catalogue::MaterialLine;
using catalogue::MaterialWay;
using domain::CaseDraft;
using domain::MaterialSpec;
using domain::SealedPage;
using store::textOf;
using store::wireTime;

namespace {

constexpr int selfServiceTerminal = 5; // GB/T 39734, channel of the evaluation

// How the city gets it: its pages, a commitment under the signature, or out of the licence library. Empty: nothing of
// it goes out (departments share it, it follows later, or the window takes the original).
QString originOf(const MaterialLine &line)
{
    switch (line.way) {
    case MaterialWay::Given:
        return QStringLiteral("scan");
    case MaterialWay::Commitment:
        return QStringLiteral("commitment");
    case MaterialWay::FromLibrary:
    case MaterialWay::Deferred:
        return QStringLiteral("library");
    case MaterialWay::Shared:
    case MaterialWay::Scan:
    case MaterialWay::Camera:
    case MaterialWay::Later:
    case MaterialWay::Paper:
        return {};
    }
    Q_UNREACHABLE();
}

// What a permit does not say, and what nobody knows who was named without a card, is null, never an empty text.
QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject applicantOf(const domain::IdCard &card)
{
    QJsonObject applicant{{QStringLiteral("credential"), nameOf(card.kind)},
                          {QStringLiteral("name"), card.name.reveal()},
                          {QStringLiteral("idNumber"), card.idNumber.reveal()},
                          {QStringLiteral("sex"), QString::number(static_cast<int>(card.sex))},
                          {QStringLiteral("birth"), card.birth.toString(Qt::ISODate)},
                          {QStringLiteral("ethnic"), textOrNull(card.ethnicCode)},
                          {QStringLiteral("address"), textOrNull(card.address.reveal())},
                          {QStringLiteral("issuer"), textOrNull(card.issuer)},
                          {QStringLiteral("validFrom"), textOrNull(card.validFrom.toString(Qt::ISODate))},
                          {QStringLiteral("validTo"), card.validTo ? QJsonValue(card.validTo->toString(Qt::ISODate))
                                                                   : QJsonValue(QJsonValue::Null)}};
    const auto addKnown = [&applicant](const char *key, const QString &text) {
        if (!text.isEmpty())
            applicant.insert(QLatin1String(key), text);
    };
    addKnown("englishName", card.englishName.reveal());
    addKnown("nationality", card.nationality);
    addKnown("permitNumber", card.permitNumber.reveal());
    return applicant;
}

// Which licence the person agreed to: the library may hold another one by then.
QJsonObject licenceOf(const CaseDraft &content, const QString &key)
{
    const QString name = content.item.material(key)->licence;
    const domain::HeldLicence held = content.library->value(name);
    QJsonObject licence{{QStringLiteral("licence"), name}, {QStringLiteral("number"), held.number.reveal()}};
    if (held.issued.isValid())
        licence.insert(QStringLiteral("issued"), held.issued.toString(Qt::ISODate));
    return licence;
}

// What was not brought is left out; what needs no page (commitment, library) is always named.
QJsonArray materialsOf(const CaseDraft &content)
{
    QJsonArray materials;
    for (const MaterialLine &line : catalogue::resolveMaterials(content)) {
        const QString origin = originOf(line);
        if (origin.isEmpty())
            continue;
        QJsonArray pages;
        for (const SealedPage &file : content.pages.value(line.key)) {
            auto page = fileFacts(file);
            page.insert(QStringLiteral("index"), static_cast<int>(pages.size()) + 1);
            if (file.thumbnail)
                page.insert(QStringLiteral("thumbnail"), fileFacts(*file.thumbnail));
            pages.append(page);
        }
        QJsonObject material{{QStringLiteral("key"), line.key},
                             {QStringLiteral("name"), line.name},
                             {QStringLiteral("origin"), origin},
                             {QStringLiteral("pages"), pages}};
        if (line.way == MaterialWay::FromLibrary && content.library)
            material.insert(QStringLiteral("licence"), licenceOf(content, line.key));
        materials.append(material);
    }
    return materials;
}

// 容缺: what is promised, and until when.
QJsonArray gapsOf(const CaseDraft &content)
{
    QJsonArray gaps;
    for (const MaterialSpec &spec : content.item.materials) {
        if (const QDate until = content.later.value(spec.key); until.isValid())
            gaps.append(QJsonObject{{QStringLiteral("key"), spec.key},
                                    {QStringLiteral("name"), spec.name},
                                    {QStringLiteral("until"), until.toString(Qt::ISODate)}});
    }
    return gaps;
}

QJsonArray partiesOf(const CaseDraft &content)
{
    QJsonArray parties;
    for (const domain::Party &party : content.item.parties) {
        const auto present = content.parties.constFind(party.key);
        if (present == content.parties.cend())
            continue;
        parties.append(
            QJsonObject{{QStringLiteral("key"), party.key},
                        {QStringLiteral("label"), party.label},
                        {QStringLiteral("presence"), QStringLiteral("card")},
                        {QStringLiteral("person"), applicantOf(present->card)},
                        {QStringLiteral("signature"), present->signature ? QJsonValue(fileFacts(*present->signature))
                                                                         : QJsonValue(QJsonValue::Null)}});
    }
    return parties;
}

// 帮办代办: whose card was laid down beside the applicant's, and what for.
QJsonObject helperOf(const CaseDraft &content)
{
    return {{QStringLiteral("role"), nameOf(content.helper->role)},
            {QStringLiteral("presence"), QStringLiteral("card")},
            {QStringLiteral("person"), applicantOf(content.helper->card)},
            {QStringLiteral("witness"), content.isMark}};
}

// Absent where there is nothing to say: most cases.
void insertUnlessEmpty(QJsonObject &message, const char *key, const QJsonArray &list)
{
    if (!list.isEmpty())
        message.insert(QLatin1String(key), list);
}

QJsonObject answersOf(const CaseDraft &content)
{
    QJsonObject answers;
    for (auto answer = content.answers.cbegin(); answer != content.answers.cend(); ++answer)
        answers.insert(answer.key(), store::notNull(answer.value().reveal()));
    return answers;
}

} // namespace

std::vector<PageToSend> pagesToSend(const CaseDraft &content)
{
    std::vector<PageToSend> pages;
    for (const MaterialSpec &spec : content.item.materials) {
        int number = 0;
        for (const SealedPage &file : content.pages.value(spec.key))
            pages.push_back({.material = spec.key, .page = ++number, .file = file, .isDrawn = false});
    }
    if (content.signature)
        pages.push_back(
            {.material = QLatin1String(signatureMaterial), .page = 1, .file = *content.signature, .isDrawn = !content.isMark});
    int place = 1; // of the party in the message, whether it signs or not
    for (const domain::Party &party : content.item.parties) {
        const auto present = content.parties.constFind(party.key);
        if (present == content.parties.cend())
            continue;
        ++place;
        if (present->signature)
            pages.push_back({.material = QLatin1String(signatureMaterial),
                             .page = place,
                             .file = *present->signature,
                             .isDrawn = true});
    }
    return pages;
}

QJsonObject createCaseMessage(const domain::SubmittedCase &submitted, const MessageOrigin &origin)
{
    const CaseDraft &content = submitted.content;
    QJsonObject message{{QStringLiteral("localNumber"), submitted.localNumber},
                        {QStringLiteral("caseId"), textOf(content.id)},
                        {QStringLiteral("itemCode"), content.item.code},
                        {QStringLiteral("itemVersion"), content.item.version},
                        {QStringLiteral("siteCode"), origin.siteCode},
                        {QStringLiteral("deviceId"), origin.deviceId},
                        {QStringLiteral("submittedAt"), wireTime(submitted.submittedAt)},
                        {QStringLiteral("assurance"), nameOf(content.assurance)},
                        {QStringLiteral("appliesAgainstAdvice"), content.appliesAgainstAdvice},
                        {QStringLiteral("applicant"), applicantOf(content.applicant)},
                        {QStringLiteral("answers"), answersOf(content)},
                        {QStringLiteral("materials"), materialsOf(content)},
                        {QStringLiteral("signature"),
                         content.signature ? QJsonValue(fileFacts(*content.signature)) : QJsonValue(QJsonValue::Null)}};
    if (!content.theme.isEmpty())
        message.insert(QStringLiteral("theme"), content.theme);
    insertUnlessEmpty(message, "phones", givenPhones(content));
    insertUnlessEmpty(message, "gaps", gapsOf(content));
    insertUnlessEmpty(message, "parties", partiesOf(content));
    if (content.helper)
        message.insert(QStringLiteral("helper"), helperOf(content));
    if (content.isMark)
        message.insert(QStringLiteral("signatureKind"), QStringLiteral("mark"));
    return message;
}

QJsonObject uploadPageMessage(const QUuid &caseId, const PageToSend &page)
{
    return uploadMessage(caseId, page, page.file, contentTypeOf(page));
}

std::vector<UploadToSend> uploadsOf(const CaseDraft &content)
{
    std::vector<UploadToSend> uploads;
    for (const PageToSend &page : pagesToSend(content)) {
        if (page.file.thumbnail)
            uploads.push_back({.kind = ports::OutboxKind::UploadThumbnail,
                               .payload = uploadMessage(content.id, page, *page.file.thumbnail, "image/jpeg")});
        uploads.push_back({.kind = ports::OutboxKind::UploadPage, .payload = uploadPageMessage(content.id, page)});
    }
    return uploads;
}

QJsonObject submitCaseMessage(int pages)
{
    return {{QStringLiteral("pages"), pages}};
}

QJsonObject evaluationMessage(const domain::Evaluation &evaluation, const QString &localNumber, const QDateTime &atUtc)
{
    QJsonObject message{{QStringLiteral("caseId"), textOf(evaluation.caseId)},
                        {QStringLiteral("localNumber"), localNumber},
                        {QStringLiteral("level"), evaluation.level},
                        {QStringLiteral("channel"), selfServiceTerminal},
                        {QStringLiteral("at"), wireTime(atUtc)}};
    insertUnlessEmpty(message, "reasons", QJsonArray::fromStringList(evaluation.reasons));
    return message;
}

} // namespace tongban::offline::outbox
