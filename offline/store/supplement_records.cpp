// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/supplement_records.h"

#include "app/core/domain/draft_codec.h"
#include "offline/store/text.h"

#include <QJsonDocument>

namespace tongban::offline::store {

using domain::SubmittedCase;
using ports::GivenSupplement;

namespace {

const auto where = QStringLiteral("store.supplements");

QByteArray contextOf(const QUuid &id)
{
    return "supplement/" + textOf(id).toLatin1();
}

Result<SubmittedCase> opened(ports::Vault &vault, const QUuid &caseId, const Row &row)
{
    const QUuid id = QUuid::fromString(row.at(0).toString());
    const auto plain = vault.openOwned(caseId, row.at(3).toByteArray(), contextOf(id));
    if (!plain)
        return fail(plain.error().within(where));
    auto content = domain::draftFromJson(QJsonDocument::fromJson(*plain).object());
    if (!content)
        return fail(content.error().within(where));
    if (!content->supplement)
        return fail(ErrorKind::StoreCorrupt, where, QStringLiteral("not a supplement"));
    return SubmittedCase{.content = std::move(*content),
                         .localNumber = row.at(1).toString(),
                         .submittedAt = utcFromMs(row.at(2).toLongLong()),
                         .projectNumber = {}};
}

GivenSupplement::State stateOf(const QString &message, bool isHeldUp)
{
    if (message == QLatin1String("done"))
        return GivenSupplement::State::Sent;
    const bool isWithPerson = message == QLatin1String("parked") || message == QLatin1String("conflict");
    return isWithPerson || isHeldUp ? GivenSupplement::State::Refused : GivenSupplement::State::Kept;
}

} // namespace

Result<void> insertSupplement(Database &database, ports::Vault &vault, const SubmittedCase &given, const QUuid &message)
{
    const domain::SupplementOf &of = *given.content.supplement;
    const QByteArray plain = QJsonDocument(domain::toJson(given.content)).toJson(QJsonDocument::Compact);
    const auto sealed = vault.sealOwned(of.caseId, plain, contextOf(given.content.id));
    if (!sealed)
        return fail(sealed.error().within(where));
    const auto put = database.run(where,
                                  QStringLiteral("INSERT INTO supplements (id, case_id, letter, number, given_at,"
                                                 " message, content) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                                  {textOf(given.content.id), textOf(of.caseId), textOf(of.letter), given.localNumber,
                                   given.submittedAt.toMSecsSinceEpoch(), textOf(message), *sealed});
    return put ? Result<void>() : fail(put.error());
}

Result<void> pointToMessage(Database &database, const QUuid &supplement, const QUuid &message)
{
    const auto put = database.run(where, QStringLiteral("UPDATE supplements SET message = ? WHERE id = ?"),
                                  {textOf(message), textOf(supplement)});
    return put ? Result<void>() : fail(put.error());
}

Result<std::vector<SubmittedCase>> supplementsOf(Database &database, ports::Vault &vault, const QUuid &caseId)
{
    const auto rows = database.query(where,
                                     QStringLiteral("SELECT id, number, given_at, content FROM supplements"
                                                    " WHERE case_id = ? ORDER BY given_at, rowid"),
                                     {textOf(caseId)});
    if (!rows)
        return fail(rows.error());
    std::vector<SubmittedCase> all;
    for (const Row &row : *rows) {
        auto one = opened(vault, caseId, row);
        if (!one)
            return fail(one.error());
        all.push_back(*std::move(one));
    }
    return all;
}

// A page that a person must look at holds up the message that names it.
Result<std::vector<GivenSupplement>> supplementsGiven(Database &database, const QUuid &caseId)
{
    const auto rows =
        database.query(where,
                       QStringLiteral("SELECT s.letter, s.number, s.given_at, coalesce(o.state, ''),"
                                      " EXISTS (SELECT 1 FROM outbox_needs n JOIN outbox d ON d.id = n.needs"
                                      " WHERE n.entry = s.message AND d.state IN ('parked', 'conflict'))"
                                      " FROM supplements s LEFT JOIN outbox o ON o.id = s.message WHERE s.case_id = ?"
                                      " ORDER BY s.given_at, s.rowid"),
                       {textOf(caseId)});
    if (!rows)
        return fail(rows.error());
    std::vector<GivenSupplement> all;
    for (const Row &row : *rows)
        all.push_back({.letter = QUuid::fromString(row.at(0).toString()),
                       .number = row.at(1).toString(),
                       .at = utcFromMs(row.at(2).toLongLong()),
                       .state = stateOf(row.at(3).toString(), row.at(4).toBool())});
    return all;
}

} // namespace tongban::offline::store
