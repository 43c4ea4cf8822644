// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/sql_case_ledger.h"

#include "app/core/base/log.h"
#include "app/core/domain/case_machine.h"
#include "app/core/domain/receipt_builder.h"
#include "offline/crypto/sm3.h"
#include "offline/store/case_records.h"
#include "offline/store/supplement_records.h"
#include "offline/store/text.h"

namespace tongban::offline::store {

using domain::CaseStatus;
using ports::Followed;
using ports::FollowedCase;

namespace {

const auto where = QStringLiteral("store.follow");

// What is sealed cannot be opened any more: this says so of one case, and must not hide the others.
bool isOfOneCase(const Error &error)
{
    return error.kind == ErrorKind::SealBroken || error.kind == ErrorKind::StoreCorrupt;
}

void passBy(const Error &error)
{
    log(LogEvent::StoreTrouble,
        {{"kind", QLatin1String(nameOf(error.kind))}, {"where", error.where}, {"detail", error.detail}});
}

} // namespace

Result<Followed> SqlCaseLedger::ofHolder(const domain::IdCard &holder)
{
    const auto rows = m_database.query(
        where,
        QStringLiteral("SELECT id, local_number, project_number, submitted_at, status FROM cases WHERE holder = ?"
                       " AND erased_at IS NULL ORDER BY submitted_at DESC, rowid DESC"),
        {m_vault.keyedDigest(holder.idNumber.reveal())});
    return rows ? followedOf(*rows) : fail(rows.error());
}

// A number alone opens nothing: numbers are guessed. The digest is of the whole application.
Result<Followed> SqlCaseLedger::ofReceipt(const domain::ReceiptFacts &facts)
{
    const auto rows = m_database.query(
        where,
        QStringLiteral("SELECT id, local_number, project_number, submitted_at, status FROM cases WHERE local_number = ?"
                       " AND erased_at IS NULL"),
        {facts.localNumber});
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail(ErrorKind::NotFound, where, QStringLiteral("no such number here"));
    const auto found = readCase(m_database, m_vault, QUuid::fromString(rows->front().at(0).toString()));
    if (!found)
        return fail(found.error());
    if (crypto::sm3(domain::canonicalContent(found->content)) != facts.digest)
        return fail(ErrorKind::NotFound, where, QStringLiteral("another content than the receipt's"));
    auto followed = followedOf(*rows);
    if (!followed)
        return followed;
    for (FollowedCase &one : followed->cases)
        one.notices.clear();
    return followed;
}

Result<Followed> SqlCaseLedger::followedOf(const Rows &rows)
{
    const auto asOf = m_syncState.value(QLatin1String(changesAsOfKey));
    if (!asOf)
        return fail(asOf.error());
    Followed all{.cases = {}, .asOf = QDateTime::fromString(*asOf, Qt::ISODateWithMs)};
    for (const Row &row : rows) {
        auto one = followed(row);
        if (!one)
            return fail(one.error());
        all.cases.push_back(std::move(*one));
    }
    return all;
}

Result<void> SqlCaseLedger::letterRead(const QUuid &notice, const QDateTime &nowUtc)
{
    const auto marked =
        m_database.run(where, QStringLiteral("UPDATE notices SET read_at = coalesce(read_at, ?) WHERE id = ?"),
                       {nowUtc.toMSecsSinceEpoch(), textOf(notice)});
    if (!marked)
        return fail(marked.error());
    return *marked == 1 ? Result<void>() : fail(ErrorKind::NotFound, where, QStringLiteral("no such letter"));
}

Result<FollowedCase> SqlCaseLedger::followed(const Row &row)
{
    const auto status = domain::caseStatusFromName(row.at(4).toString());
    if (!status)
        return fail(ErrorKind::StoreCorrupt, where, QStringLiteral("unknown status"));
    FollowedCase one{.id = QUuid::fromString(row.at(0).toString()),
                     .localNumber = row.at(1).toString(),
                     .projectNumber = row.at(2).toString(),
                     .item = {},
                     .submittedAt = utcFromMs(row.at(3).toLongLong()),
                     .status = *status,
                     .way = {},
                     .notices = {}};
    if (const auto added = addContent(one); !added)
        return fail(added.error());
    if (const auto added = addWay(one); !added)
        return fail(added.error());
    return one;
}

Result<void> SqlCaseLedger::addContent(FollowedCase &followed)
{
    auto found = readCase(m_database, m_vault, followed.id);
    if (!found && isOfOneCase(found.error())) {
        passBy(found.error().within(where));
        return {};
    }
    if (!found)
        return fail(found.error());
    followed.item = std::move(found->content.item);
    auto notices = m_notices.ofCase(followed.id);
    if (!notices && isOfOneCase(notices.error()))
        passBy(notices.error().within(where));
    else if (!notices)
        return fail(notices.error());
    else
        followed.notices = std::move(*notices);
    auto given = supplementsGiven(m_database, followed.id);
    if (!given)
        return fail(given.error());
    followed.supplements = std::move(*given);
    return {};
}

// Two moments of the same status, one behind the other, are one that was heard twice.
Result<void> SqlCaseLedger::addWay(FollowedCase &followed)
{
    followed.way.push_back({CaseStatus::Queued, followed.submittedAt});
    const auto rows = m_database.query(
        where, QStringLiteral("SELECT status, since FROM case_history WHERE case_id = ? ORDER BY since, seq"),
        {textOf(followed.id)});
    if (!rows)
        return fail(rows.error());
    for (const Row &row : *rows) {
        const auto status = domain::caseStatusFromName(row.at(0).toString());
        if (!status)
            return fail(ErrorKind::StoreCorrupt, where, QStringLiteral("unknown status in a history"));
        if (*status != followed.way.back().status)
            followed.way.push_back({*status, utcFromMs(row.at(1).toLongLong())});
    }
    return {};
}

} // namespace tongban::offline::store
