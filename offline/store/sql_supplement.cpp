// SPDX-License-Identifier: GPL-3.0-or-later
// 补正: what somebody brings to a case that stands. Its draft is a draft like any other; given, its pages are sealed
// for the case, so that they live and are erased with it.
#include "app/core/base/log.h"
#include "app/core/domain/supplement.h"
#include "offline/outbox/supplement_messages.h"
#include "offline/store/case_records.h"
#include "offline/store/page_copier.h"
#include "offline/store/sql_case_store.h"
#include "offline/store/sql_notice_board.h"
#include "offline/store/supplement_records.h"
#include "offline/store/text.h"

#include <algorithm>

namespace tongban::offline::store {

using domain::CaseDraft;
using domain::SubmittedCase;
using ports::OutboxKind;

namespace {

const auto where = QStringLiteral("store.supplement");

void report(const Error &error)
{
    log(LogEvent::StoreTrouble,
        {{"kind", QLatin1String(nameOf(error.kind))}, {"where", error.where}, {"detail", error.detail}});
}

Result<domain::SupplementOf> letterOf(Database &database, ports::Vault &vault, const SubmittedCase &standing,
                                      const QUuid &letter)
{
    const auto notices = SqlNoticeBoard(database, vault).ofCase(standing.content.id);
    if (!notices)
        return fail(notices.error());
    const auto notice =
        std::find_if(notices->begin(), notices->end(), [&letter](const auto &one) { return one.id == letter; });
    if (notice == notices->end() || notice->kind != ports::NoticeKind::Correction || notice->items.empty())
        return fail(ErrorKind::NotFound, where, QStringLiteral("no such letter of correction"));
    domain::SupplementOf of{.caseId = standing.content.id,
                            .letter = letter,
                            .caseNumber = standing.localNumber,
                            .due = notice->due,
                            .demands = {}};
    for (const ports::NoticeItem &item : notice->items)
        of.demands.push_back({.material = item.material, .field = item.field, .text = item.text});
    return of;
}

Result<bool> isAnswered(Database &database, const QUuid &letter)
{
    const auto rows =
        database.query(where, QStringLiteral("SELECT 1 FROM supplements WHERE letter = ?"), {textOf(letter)});
    return rows ? Result<bool>(!rows->empty()) : fail(rows.error());
}

Result<QString> nextNumber(Database &database, const domain::SupplementOf &of)
{
    const auto rows = database.query(where, QStringLiteral("SELECT count(*) FROM supplements WHERE case_id = ?"),
                                     {textOf(of.caseId)});
    if (!rows)
        return fail(rows.error());
    return QStringLiteral("%1-B%2").arg(of.caseNumber).arg(rows->front().at(0).toInt() + 1);
}

} // namespace

Result<CaseDraft> SqlCaseStore::beginSupplement(const domain::IdCard &holder, const QUuid &caseId, const QUuid &letter,
                                                const QUuid &draftId)
{
    const auto standing = findCase(caseId);
    if (!standing)
        return fail(standing.error());
    if (standing->content.applicant.idNumber != holder.idNumber)
        return fail(ErrorKind::NotFound, where, QStringLiteral("a case of another person"));
    const auto answered = isAnswered(m_parts.database, letter);
    if (!answered)
        return fail(answered.error());
    if (*answered)
        return fail(ErrorKind::InputInvalid, where, QStringLiteral("this letter has been answered"));
    auto begun = draftOfLetter(m_parts.database, m_parts.vault, holder, letter);
    if (!begun)
        return fail(begun.error());
    if (*begun)
        return **std::move(begun);
    const auto of = letterOf(m_parts.database, m_parts.vault, *standing, letter);
    if (!of)
        return fail(of.error());
    return domain::supplementDraft(*standing, *of, draftId, m_parts.clock.nowUtc());
}

Result<SubmittedCase> SqlCaseStore::giveSupplement(const CaseDraft &draft)
{
    const auto standing = findCase(draft.supplement->caseId);
    if (!standing)
        return fail(standing.error().within(where));
    const auto earlier = supplementsOf(m_parts.database, m_parts.vault, standing->content.id);
    if (!earlier)
        return fail(earlier.error().within(where));
    for (const SubmittedCase &one : *earlier) {
        if (one.content.id == draft.id)
            return one;
        if (one.content.supplement->letter == draft.supplement->letter)
            return fail(ErrorKind::InputInvalid, where, QStringLiteral("this letter has been answered"));
    }
    if (const auto room = m_parts.reserve.check(); !room)
        return fail(room.error().within(where));
    auto written = writeSupplement(draft);
    if (!written) // nothing is tidied away now: a commit that failed may turn out to be on the disk after all
        return fail(written.error().within(where));
    log(LogEvent::CaseSubmitted, {{"case", textOf(standing->content.id)}, {"number", written->localNumber}});
    // Of attempts that were cut off, what is sealed for the case and no row names.
    if (const auto pruned = prunePages(standing->content); !pruned)
        report(pruned.error());
    if (const auto erased = m_parts.vault.erase(draft.id); !erased)
        report(erased.error()); // the next start takes it
    return written;
}

Result<SubmittedCase> SqlCaseStore::writeSupplement(const CaseDraft &draft)
{
    const QUuid caseId = draft.supplement->caseId;
    if (const auto whole = m_parts.vault.makeDurable(draft.id, [&] { return checkPages(draft); }); !whole)
        return fail(whole.error());
    SubmittedCase given{
        .content = draft, .localNumber = {}, .submittedAt = m_parts.clock.nowUtc(), .projectNumber = {}};
    for (auto &pages : given.content.pages) {
        for (domain::SealedPage &page : pages)
            page.thumbnail.reset(); // the office has been waiting for the page itself
    }
    PageCopier copier(m_parts.vault, draft.id, caseId);
    copier.copyAll(given.content);
    if (copier.error())
        return fail(*copier.error());
    const auto written = m_parts.database.transact(where, [&] {
        return m_parts.vault.makeDurable(caseId, [&]() -> Result<void> {
            const auto number = nextNumber(m_parts.database, *draft.supplement);
            if (!number)
                return fail(number.error());
            given.localNumber = *number;
            return insertWithMessages(given);
        });
    });
    return written ? Result<SubmittedCase>(std::move(given)) : fail(written.error());
}

Result<void> SqlCaseStore::insertWithMessages(const SubmittedCase &given)
{
    const auto message = enqueueSupplement(given);
    if (!message)
        return fail(message.error());
    if (const auto put = insertSupplement(m_parts.database, m_parts.vault, given, *message); !put)
        return put;
    const auto deleted = deleteDraft(m_parts.database, given.content.id);
    if (!deleted)
        return fail(deleted.error());
    return m_parts.audit.append({.actor = ports::AuditActor::Villager,
                                 .action = QStringLiteral("case.supplement"),
                                 .subject = given.localNumber,
                                 .detail = given.content.item.code});
}

// The id of the last one, which names all pages and needs them there.
Result<QUuid> SqlCaseStore::enqueueSupplement(const SubmittedCase &given)
{
    const QUuid caseId = given.content.supplement->caseId;
    outbox::NewEntry message{.id = {},
                             .kind = OutboxKind::SendSupplement,
                             .caseId = caseId,
                             .payload = outbox::supplementMessage(given, m_origin),
                             .needs = {}};
    for (const QJsonObject &payload : outbox::supplementUploads(given)) {
        const outbox::NewEntry upload{.id = m_parts.ids.next(),
                                      .kind = OutboxKind::UploadSupplement,
                                      .caseId = caseId,
                                      .payload = payload,
                                      .needs = {}};
        if (const auto put = m_parts.outbox.enqueue(upload); !put)
            return fail(put.error());
        message.needs.append(upload.id);
    }
    message.id = m_parts.ids.next();
    const auto put = m_parts.outbox.enqueue(message);
    return put ? Result<QUuid>(message.id) : fail(put.error());
}

// Which of the lost ones the city has, nobody knows: all are told anew, and the city knows each supplement by its id.
Result<bool> SqlCaseStore::mendSupplementsOf(const QUuid &caseId)
{
    const auto given = supplementsOf(m_parts.database, m_parts.vault, caseId);
    if (failedWith(given, ErrorKind::SealBroken) || failedWith(given, ErrorKind::StoreCorrupt)) {
        report(given.error()); // what is left of it stays for the technician
        return false;
    }
    if (!given)
        return fail(given.error());
    std::size_t wanted = 0;
    for (const SubmittedCase &one : *given)
        wanted += 1 + outbox::supplementUploads(one).size();
    const auto ours = QStringLiteral("case_id = ? AND kind IN ('uploadSupplement', 'sendSupplement')");
    const auto there =
        m_parts.database.query(where, QStringLiteral("SELECT count(*) FROM outbox WHERE ") + ours, {textOf(caseId)});
    if (!there)
        return fail(there.error());
    if (there->front().at(0).toULongLong() >= wanted)
        return false;
    const auto mended = m_parts.database.transact(where, [&]() -> Result<void> {
        for (const QString &sql :
             {QStringLiteral("DELETE FROM outbox_needs WHERE entry IN (SELECT id FROM outbox WHERE %1)").arg(ours),
              QStringLiteral("DELETE FROM outbox WHERE ") + ours}) {
            if (const auto ran = m_parts.database.run(where, sql, {textOf(caseId)}); !ran)
                return fail(ran.error());
        }
        for (const SubmittedCase &one : *given) {
            const auto message = enqueueSupplement(one);
            if (!message)
                return fail(message.error());
            if (const auto put = pointToMessage(m_parts.database, one.content.id, *message); !put)
                return put;
        }
        return {};
    });
    return mended ? Result<bool>(true) : fail(mended.error());
}

} // namespace tongban::offline::store
