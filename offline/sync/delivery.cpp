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
    return metadata;
}

} // namespace

Result<Delivery::Facts> Delivery::factsFor(const SyncStore &store, const OutboxEntry &entry)
{
    const QString where = QStringLiteral("sync.delivery");
    const auto created = store.outbox->answerOf(entry.caseId, OutboxKind::CreateCase);
    if (!created)
        return fail(created.error().within(where));
    Facts facts{.platformCaseId = created->value(QStringLiteral("caseId")).toString(), .image = {}};
    if (entry.kind == OutboxKind::SubmitCase)
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
        return m_platform.uploadPage(entry.id, metadataOf(entry, facts.platformCaseId), facts.image);
    case OutboxKind::SubmitCase:
        return m_platform.submitCase(entry.id, facts.platformCaseId, entry.payload);
    case OutboxKind::SendEvaluation:
        return m_platform.sendEvaluation(entry.id, entry.payload);
    }
    Q_UNREACHABLE();
}

void Delivery::send(const OutboxEntry &entry, Done done)
{
    switch (entry.kind) {
    case OutboxKind::CreateCase:
    case OutboxKind::SendEvaluation:
        return whenFinished(request(entry, {}), this, std::move(done));
    case OutboxKind::UploadThumbnail:
    case OutboxKind::UploadPage:
    case OutboxKind::SubmitCase:
        return sendWithFacts(entry, std::move(done));
    }
    Q_UNREACHABLE();
}

void Delivery::sendWithFacts(const OutboxEntry &entry, Done done)
{
    const auto facts = m_store.lane->run([store = m_store, entry](std::stop_token) { return factsFor(store, entry); });
    whenFinished(facts, this, [this, entry, done = std::move(done)](const Result<Facts> &found) {
        if (!found)
            return done(fail(found.error()));
        whenFinished(request(entry, *found), this, done);
    });
}

} // namespace tongban::offline::sync
