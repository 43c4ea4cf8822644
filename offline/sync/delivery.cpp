// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/sync/delivery.h"

#include "app/core/base/when_finished.h"

namespace tongban::offline::sync {

using ports::OutboxEntry;
using ports::OutboxKind;

namespace {

// The message names the vault's blob and the terminal's case id; the wire wants neither.
QJsonObject metadataOf(const OutboxEntry &entry, const QString &platformCaseId)
{
    QJsonObject metadata{{QStringLiteral("caseId"), platformCaseId}};
    for (const auto &key :
         {QStringLiteral("material"), QStringLiteral("page"), QStringLiteral("sm3"), QStringLiteral("contentType")})
        metadata.insert(key, entry.payload.value(key));
    if (entry.kind == OutboxKind::UploadThumbnail)
        metadata.insert(QStringLiteral("part"), QStringLiteral("thumbnail"));
    if (entry.kind == OutboxKind::UploadSupplement)
        metadata.insert(QStringLiteral("supplement"), entry.payload.value(QStringLiteral("supplement")));
    return metadata;
}

} // namespace

Result<Delivery::Facts> Delivery::factsFor(const SyncStore &store, const OutboxEntry &entry)
{
    if (entry.kind == OutboxKind::CreateCase || entry.kind == OutboxKind::SendEvaluation)
        return Facts{};
    const QString where = QStringLiteral("sync.delivery");
    const auto created = store.outbox->answerOf(entry.caseId, OutboxKind::CreateCase);
    if (!created)
        return fail(created.error().within(where));
    Facts facts{.platformCaseId = created->value(QStringLiteral("caseId")).toString(), .image = {}};
    if (entry.kind == OutboxKind::SubmitCase || entry.kind == OutboxKind::SendSupplement)
        return facts;
    const auto blob = QUuid::fromString(entry.payload.value(QStringLiteral("blob")).toString());
    auto image = store.vault->get(entry.caseId, blob);
    if (!image)
        return fail(image.error().within(where));
    facts.image = std::move(*image);
    return facts;
}

QFuture<Result<QJsonObject>> Delivery::request(const OutboxEntry &entry, const Facts &facts)
{
    switch (entry.kind) {
    case OutboxKind::CreateCase:
        return m_platform.createCase(entry.id, entry.payload);
    case OutboxKind::UploadThumbnail:
    case OutboxKind::UploadPage:
    case OutboxKind::UploadSupplement:
        return m_platform.uploadPage(entry.id, metadataOf(entry, facts.platformCaseId), facts.image);
    case OutboxKind::SubmitCase:
        return m_platform.submitCase(entry.id, facts.platformCaseId, entry.payload);
    case OutboxKind::SendEvaluation:
        return m_platform.sendEvaluation(entry.id, entry.payload);
    case OutboxKind::SendSupplement:
        return m_platform.sendSupplement(entry.id, facts.platformCaseId, entry.payload);
    }
    Q_UNREACHABLE();
}

void Delivery::send(const OutboxEntry &entry, const Facts &facts, Done done)
{
    whenFinished(request(entry, facts), this, std::move(done));
}

} // namespace tongban::offline::sync
