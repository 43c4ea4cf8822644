// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/outbox/supplement_messages.h"

#include "offline/outbox/file_facts.h"

#include <QJsonArray>

namespace tongban::offline::outbox {

using domain::CaseDraft;
using store::textOf;

namespace {

QJsonArray materialsOf(const CaseDraft &content)
{
    QJsonArray materials;
    for (const domain::MaterialSpec &spec : content.item.materials) {
        QJsonArray pages;
        for (const domain::SealedPage &file : content.pages.value(spec.key)) {
            QJsonObject page = fileFacts(file);
            page.insert(QStringLiteral("index"), static_cast<int>(pages.size()) + 1);
            pages.append(page);
        }
        materials.append(QJsonObject{
            {QStringLiteral("key"), spec.key}, {QStringLiteral("name"), spec.name}, {QStringLiteral("pages"), pages}});
    }
    return materials;
}

} // namespace

std::vector<QJsonObject> supplementUploads(const domain::SubmittedCase &given)
{
    std::vector<QJsonObject> uploads;
    for (const PageToSend &page : pagesToSend(given.content)) {
        uploads.push_back(uploadMessage(given.content.supplement->caseId, page, page.file, contentTypeOf(page)));
        uploads.back().insert(QStringLiteral("supplement"), textOf(given.content.id));
    }
    return uploads;
}

QJsonObject supplementMessage(const domain::SubmittedCase &given, const MessageOrigin &origin)
{
    const CaseDraft &content = given.content;
    QJsonObject answers;
    for (auto answer = content.answers.cbegin(); answer != content.answers.cend(); ++answer)
        answers.insert(answer.key(), store::notNull(answer.value().reveal()));
    return {{QStringLiteral("supplementId"), textOf(content.id)},
            {QStringLiteral("notice"), textOf(content.supplement->letter)},
            {QStringLiteral("number"), given.localNumber},
            {QStringLiteral("siteCode"), origin.siteCode},
            {QStringLiteral("deviceId"), origin.deviceId},
            {QStringLiteral("submittedAt"), store::wireTime(given.submittedAt)},
            {QStringLiteral("answers"), answers},
            {QStringLiteral("materials"), materialsOf(content)},
            {QStringLiteral("signature"),
             content.signature ? QJsonValue(fileFacts(*content.signature)) : QJsonValue(QJsonValue::Null)}};
}

} // namespace tongban::offline::outbox
