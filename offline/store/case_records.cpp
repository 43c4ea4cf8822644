// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/case_records.h"

#include "app/core/base/log.h"
#include "app/core/domain/case_machine.h"
#include "app/core/domain/draft_codec.h"
#include "offline/outbox/case_messages.h"
#include "offline/store/text.h"

#include <QJsonDocument>

#include <functional>

namespace tongban::offline::store {

using domain::CaseDraft;
using domain::SubmittedCase;

namespace {

QByteArray draftContext(const QUuid &id)
{
    return "draft/" + textOf(id).toLatin1();
}

QByteArray caseContext(const QUuid &id)
{
    return "case/" + textOf(id).toLatin1();
}

QByteArray plainBytes(const CaseDraft &draft)
{
    return QJsonDocument(domain::toJson(draft)).toJson(QJsonDocument::Compact);
}

Result<CaseDraft> draftFromBytes(const QByteArray &plain)
{
    return domain::draftFromJson(QJsonDocument::fromJson(plain).object());
}

Result<CaseDraft> openedDraft(ports::Vault &vault, const Row &row, const domain::IdCard &holder)
{
    const QUuid id = QUuid::fromString(row.at(0).toString());
    const auto held = vault.openOwned(id, row.at(1).toByteArray(), draftContext(id));
    if (!held)
        return fail(held.error());
    const auto plain = vault.openForHolder(*held, holder.idNumber.reveal(), draftContext(id));
    if (!plain)
        return fail(plain.error());
    return draftFromBytes(*plain);
}

Result<void> insertPages(Database &database, const CaseDraft &content)
{
    for (const auto &page : outbox::pagesToSend(content)) {
        const auto put = database.run(
            QStringLiteral("store.insert-page"),
            QStringLiteral("INSERT INTO pages (case_id, material, page, blob, bytes) VALUES (?, ?, ?, ?, ?)"),
            {textOf(content.id), page.material, page.page, textOf(page.file.blob), page.file.bytes});
        if (!put)
            return fail(put.error());
    }
    return {};
}

// The files that the stored draft names; replaced by those that the draft names now.
Result<QSet<QUuid>> replacePages(Database &database, const CaseDraft &draft)
{
    const auto where = QStringLiteral("store.save-draft");
    const QString id = textOf(draft.id);
    const auto rows = database.query(where, QStringLiteral("SELECT blob FROM draft_pages WHERE draft_id = ?"), {id});
    if (!rows)
        return fail(rows.error());
    QSet<QUuid> before;
    for (const Row &row : *rows)
        before.insert(QUuid::fromString(row.at(0).toString()));
    const QSet<QUuid> now = blobsOf(draft);
    if (now == before)
        return QSet<QUuid>();
    const auto cleared = database.run(where, QStringLiteral("DELETE FROM draft_pages WHERE draft_id = ?"), {id});
    if (!cleared)
        return fail(cleared.error());
    for (const QUuid &blob : now) {
        const auto put = database.run(where, QStringLiteral("INSERT INTO draft_pages (draft_id, blob) VALUES (?, ?)"),
                                      {id, textOf(blob)});
        if (!put)
            return fail(put.error());
    }
    return before - now;
}

// The newest that is wanted.
Result<std::optional<CaseDraft>> firstDraftOf(Database &database, ports::Vault &vault, const domain::IdCard &holder,
                                              const std::function<bool(const CaseDraft &)> &isWanted)
{
    const auto rows = database.query(
        QStringLiteral("store.find-draft"),
        QStringLiteral("SELECT id, content FROM drafts WHERE holder = ? ORDER BY saved_at DESC, rowid DESC"),
        {vault.keyedDigest(holder.idNumber.reveal())});
    if (!rows)
        return fail(rows.error());
    for (const Row &row : *rows) {
        auto draft = openedDraft(vault, row, holder);
        if (draft && !isWanted(*draft))
            continue;
        if (draft)
            return std::optional<CaseDraft>(std::move(*draft));
        log(LogEvent::StoreTrouble, {{"kind", QLatin1String(nameOf(draft.error().kind))},
                                     {"where", QStringLiteral("store.find-draft: ") + draft.error().where},
                                     {"detail", draft.error().detail}});
    }
    return std::optional<CaseDraft>();
}

} // namespace

QSet<QUuid> blobsOf(const CaseDraft &content)
{
    QSet<QUuid> blobs;
    for (const auto &pages : content.pages) {
        for (const auto &page : pages) {
            blobs.insert(page.blob);
            if (page.thumbnail)
                blobs.insert(page.thumbnail->blob);
        }
    }
    if (content.signature)
        blobs.insert(content.signature->blob);
    for (const domain::PresentParty &party : content.parties) {
        if (party.signature)
            blobs.insert(party.signature->blob);
    }
    return blobs;
}

Result<QSet<QUuid>> putDraft(Database &database, ports::Vault &vault, const CaseDraft &draft, const QDateTime &nowUtc)
{
    const auto where = QStringLiteral("store.save-draft");
    const QString idNumber = draft.applicant.idNumber.reveal();
    // Twice: it opens with the holder's card only, and not at all once the draft's key is destroyed.
    const auto held = vault.sealForHolder(plainBytes(draft), idNumber, draftContext(draft.id));
    if (!held)
        return fail(held.error().within(where));
    const auto sealed = vault.sealOwned(draft.id, *held, draftContext(draft.id));
    if (!sealed)
        return fail(sealed.error().within(where));
    const auto put = database.run(
        where,
        QStringLiteral("INSERT INTO drafts (id, holder, content, saved_at) SELECT ?, ?, ?, ?"
                       " WHERE NOT EXISTS (SELECT 1 FROM cases WHERE id = ?)"
                       " ON CONFLICT (id) DO UPDATE SET holder = excluded.holder, content = excluded.content,"
                       " saved_at = excluded.saved_at"),
        {textOf(draft.id), vault.keyedDigest(idNumber), *sealed, nowUtc.toMSecsSinceEpoch(), textOf(draft.id)});
    if (!put)
        return fail(put.error());
    return *put == 0 ? Result<QSet<QUuid>>(QSet<QUuid>()) : replacePages(database, draft);
}

Result<int> deleteDraft(Database &database, const QUuid &draft)
{
    return database.run(QStringLiteral("store.delete-draft"), QStringLiteral("DELETE FROM drafts WHERE id = ?"),
                        {textOf(draft)});
}

Result<std::optional<CaseDraft>> newestDraftOf(Database &database, ports::Vault &vault, const domain::IdCard &holder)
{
    return firstDraftOf(database, vault, holder, [](const CaseDraft &) { return true; });
}

Result<std::optional<CaseDraft>> draftOfLetter(Database &database, ports::Vault &vault, const domain::IdCard &holder,
                                               const QUuid &letter)
{
    return firstDraftOf(database, vault, holder, [&letter](const CaseDraft &draft) {
        return draft.supplement && draft.supplement->letter == letter;
    });
}

Result<void> insertCase(Database &database, ports::Vault &vault, const SubmittedCase &submitted)
{
    const auto where = QStringLiteral("store.insert-case");
    const CaseDraft &content = submitted.content;
    const auto sealed = vault.sealOwned(content.id, plainBytes(content), caseContext(content.id));
    if (!sealed)
        return fail(sealed.error().within(where));
    const auto put = database.run(
        where,
        QStringLiteral("INSERT INTO cases (id, holder, local_number, submitted_at, status, project_number, content,"
                       " item_code, retention_days) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {textOf(content.id), vault.keyedDigest(content.applicant.idNumber.reveal()), submitted.localNumber,
         submitted.submittedAt.toMSecsSinceEpoch(), domain::nameOf(submitted.status), notNull(submitted.projectNumber),
         *sealed, notNull(content.item.code), content.item.retentionDays});
    if (!put)
        return fail(put.error());
    return insertPages(database, content);
}

Result<SubmittedCase> readCase(Database &database, ports::Vault &vault, const QUuid &id)
{
    const auto where = QStringLiteral("store.find-case");
    const auto rows = database.query(
        where,
        QStringLiteral("SELECT content, local_number, submitted_at, status, project_number FROM cases WHERE id = ?"
                       " AND erased_at IS NULL"),
        {textOf(id)});
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail(ErrorKind::NotFound, where);
    const Row &row = rows->front();
    const auto plain = vault.openOwned(id, row.at(0).toByteArray(), caseContext(id));
    if (!plain)
        return fail(plain.error().within(where));
    auto content = draftFromBytes(*plain);
    if (!content)
        return fail(content.error().within(where));
    const auto status = domain::caseStatusFromName(row.at(3).toString());
    if (!status)
        return fail(ErrorKind::StoreCorrupt, where, QStringLiteral("unknown status"));
    return SubmittedCase{.content = std::move(*content),
                         .localNumber = row.at(1).toString(),
                         .submittedAt = utcFromMs(row.at(2).toLongLong()),
                         .status = *status,
                         .projectNumber = row.at(4).toString()};
}

Result<std::optional<QUuid>> caseWithoutReceipt(Database &database, const QByteArray &holderDigest)
{
    const auto rows = database.query(
        QStringLiteral("store.find-receipt"),
        QStringLiteral("SELECT c.id FROM cases c WHERE c.holder = ? AND NOT EXISTS (SELECT 1 FROM print_jobs p"
                       " WHERE p.case_id = c.id AND p.state IN ('done', 'confirmed'))"
                       " ORDER BY c.submitted_at DESC, c.rowid DESC LIMIT 1"),
        {holderDigest});
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return std::optional<QUuid>();
    return std::optional<QUuid>(QUuid::fromString(rows->front().at(0).toString()));
}

const QString &caseCounts()
{
    static const auto sql = QStringLiteral(
        "SELECT item_code, count(*) FROM cases WHERE submitted_at >= ? AND item_code <> '' GROUP BY item_code");
    return sql;
}

Result<QHash<QString, int>> caseCountsSince(Database &database, const QDateTime &sinceUtc)
{
    const auto rows = database.query(QStringLiteral("store.case-counts"), caseCounts(), {sinceUtc.toMSecsSinceEpoch()});
    if (!rows)
        return fail(rows.error());
    QHash<QString, int> counts;
    for (const Row &row : *rows)
        counts.insert(row.at(0).toString(), row.at(1).toInt());
    return counts;
}

Result<bool> caseExists(Database &database, const QUuid &id)
{
    const auto rows = database.query(QStringLiteral("store.case-exists"),
                                     QStringLiteral("SELECT 1 FROM cases WHERE id = ?"), {textOf(id)});
    if (!rows)
        return fail(rows.error());
    return !rows->empty();
}

} // namespace tongban::offline::store
