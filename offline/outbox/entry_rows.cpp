// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/outbox/entry_rows.h"

#include "offline/store/text.h"

#include <QJsonDocument>

#include <array>

namespace tongban::offline::outbox {

using ports::OutboxEntry;
using ports::OutboxKind;
using ports::OutboxState;
using store::textOf;

namespace {

constexpr std::array allKinds{OutboxKind::CreateCase,    OutboxKind::UploadThumbnail, OutboxKind::UploadPage,
                              OutboxKind::SubmitCase,    OutboxKind::SendEvaluation,  OutboxKind::UploadSupplement,
                              OutboxKind::SendSupplement};
constexpr std::array allStates{OutboxState::Pending, OutboxState::InFlight, OutboxState::Done, OutboxState::Parked,
                               OutboxState::Conflict};

} // namespace

QString nameOf(OutboxKind kind)
{
    switch (kind) {
    case OutboxKind::CreateCase:
        return QStringLiteral("createCase");
    case OutboxKind::UploadThumbnail:
        return QStringLiteral("uploadThumbnail");
    case OutboxKind::UploadPage:
        return QStringLiteral("uploadPage");
    case OutboxKind::SubmitCase:
        return QStringLiteral("submitCase");
    case OutboxKind::SendEvaluation:
        return QStringLiteral("sendEvaluation");
    case OutboxKind::UploadSupplement:
        return QStringLiteral("uploadSupplement");
    case OutboxKind::SendSupplement:
        return QStringLiteral("sendSupplement");
    }
    Q_UNREACHABLE();
}

QString nameOf(OutboxState state)
{
    switch (state) {
    case OutboxState::Pending:
        return QStringLiteral("pending");
    case OutboxState::InFlight:
        return QStringLiteral("inFlight");
    case OutboxState::Done:
        return QStringLiteral("done");
    case OutboxState::Parked:
        return QStringLiteral("parked");
    case OutboxState::Conflict:
        return QStringLiteral("conflict");
    }
    Q_UNREACHABLE();
}

std::optional<OutboxKind> kindFromName(const QString &name)
{
    for (const OutboxKind kind : allKinds) {
        if (nameOf(kind) == name)
            return kind;
    }
    return std::nullopt;
}

std::optional<OutboxState> stateFromName(const QString &name)
{
    for (const OutboxState state : allStates) {
        if (nameOf(state) == name)
            return state;
    }
    return std::nullopt;
}

std::optional<ErrorKind> errorKindFromName(const QString &name)
{
    constexpr int last = static_cast<int>(ErrorKind::Cancelled);
    for (int kind = 0; kind <= last; ++kind) {
        if (name == QLatin1String(tongban::nameOf(static_cast<ErrorKind>(kind))))
            return static_cast<ErrorKind>(kind);
    }
    return std::nullopt;
}

QByteArray payloadContext(const QUuid &entry)
{
    return "outbox/payload/" + textOf(entry).toLatin1();
}

QByteArray answerContext(const QUuid &entry)
{
    return "outbox/answer/" + textOf(entry).toLatin1();
}

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<OutboxEntry> entryFrom(ports::Vault &vault, const store::Row &row)
{
    const auto where = QStringLiteral("outbox.entry");
    const auto kind = kindFromName(row.at(1).toString());
    if (!kind)
        return fail(ErrorKind::StoreCorrupt, where, QStringLiteral("unknown kind of entry"));
    const QUuid id = QUuid::fromString(row.at(0).toString());
    const QUuid caseId = QUuid::fromString(row.at(2).toString());
    const auto payload = vault.openOwned(caseId, row.at(3).toByteArray(), payloadContext(id));
    if (!payload)
        return fail(payload.error().within(where));
    return OutboxEntry{.id = id,
                       .kind = *kind,
                       .caseId = caseId,
                       .payload = QJsonDocument::fromJson(*payload).object(),
                       .attempts = row.at(4).toInt()};
}

Result<QByteArray> sealedAnswer(store::Database &database, ports::Vault &vault, const QUuid &entry,
                                const QJsonObject &answer)
{
    const auto where = QStringLiteral("outbox.answer");
    const auto rows = database.query(where, QStringLiteral("SELECT case_id FROM outbox WHERE id = ?"), {textOf(entry)});
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail(ErrorKind::NotFound, where, QStringLiteral("no such entry"));
    const QUuid owner = QUuid::fromString(rows->front().at(0).toString());
    return vault.sealOwned(owner, bytesOf(answer), answerContext(entry));
}

Result<void> recountThoseThatNeed(store::Database &database, const QUuid &entry)
{
    const auto counted = database.run(
        QStringLiteral("outbox.recount"),
        QStringLiteral("UPDATE outbox SET unmet = (SELECT count(*) FROM outbox_needs n JOIN outbox d ON d.id = n.needs"
                       " WHERE n.entry = outbox.id AND d.state <> 'done')"
                       " WHERE id IN (SELECT entry FROM outbox_needs WHERE needs = ?)"),
        {textOf(entry)});
    return counted ? Result<void>() : fail(counted.error());
}

} // namespace tongban::offline::outbox
