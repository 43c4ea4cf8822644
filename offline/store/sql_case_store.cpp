// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/sql_case_store.h"

#include "app/core/base/log.h"
#include "offline/store/case_records.h"
#include "offline/store/local_number.h"
#include "offline/store/sql_notice_board.h"
#include "offline/store/text.h"

namespace tongban::offline::store {

using domain::CaseDraft;
using domain::SubmittedCase;
using outbox::NewEntry;
using ports::AuditActor;
using ports::OutboxKind;

namespace {

void report(const Error &error)
{
    log(LogEvent::StoreTrouble,
        {{"kind", QLatin1String(nameOf(error.kind))}, {"where", error.where}, {"detail", error.detail}});
}

// Who helped is in the case, sealed; that somebody did is on the trail.
QString helpOf(const CaseDraft &content)
{
    if (!content.helper)
        return {};
    return QStringLiteral(" helper=%1 assurance=%2 signature=%3")
        .arg(nameOf(content.helper->role), nameOf(content.assurance),
             content.isMark ? QStringLiteral("mark") : QStringLiteral("written"));
}

bool reasonsAreSound(const domain::Evaluation &evaluation)
{
    if (!evaluation.reasons.isEmpty() && !domain::asksReasons(evaluation.level))
        return false;
    const QSet<QString> different(evaluation.reasons.begin(), evaluation.reasons.end());
    return different.size() == evaluation.reasons.size() &&
           QSet<QString>(domain::evaluationReasons().begin(), domain::evaluationReasons().end()).contains(different);
}

} // namespace

Result<void> SqlCaseStore::saveDraft(const CaseDraft &draft)
{
    if (const auto room = m_parts.reserve.check(); !room)
        return fail(room.error().within(QStringLiteral("store.save-draft")));
    // Before the transaction, not in it: the disk is waited for without the database's lock.
    if (const auto durable = m_parts.vault.makeDurable(draft.id); !durable)
        return fail(durable.error().within(QStringLiteral("store.save-draft")));
    QSet<QUuid> replaced;
    const auto saved = m_parts.database.transact(QStringLiteral("store.save-draft"), [&]() -> Result<void> {
        auto put = putDraft(m_parts.database, m_parts.vault, draft, m_parts.clock.nowUtc());
        if (!put)
            return fail(put.error());
        replaced = std::move(*put);
        return {};
    });
    if (!saved)
        return saved;
    // Only what a saved draft named is known to be nobody's: a session may hold pages that are not saved yet.
    for (const QUuid &page : replaced) {
        if (const auto removed = m_parts.vault.removeBlob(draft.id, page); !removed)
            report(removed.error()); // the next start takes it
    }
    return {};
}

Result<ports::Unfinished> SqlCaseStore::findUnfinished(const domain::IdCard &holder)
{
    ports::Unfinished unfinished;
    auto draft = newestDraftOf(m_parts.database, m_parts.vault, holder);
    if (!draft)
        return fail(draft.error());
    unfinished.draft = std::move(*draft);
    const auto digest = m_parts.vault.keyedDigest(holder.idNumber.reveal());
    const auto withoutReceipt = caseWithoutReceipt(m_parts.database, digest);
    if (!withoutReceipt)
        return fail(withoutReceipt.error());
    if (withoutReceipt->has_value()) {
        auto found = findCase(**withoutReceipt);
        if (!found)
            return fail(found.error());
        unfinished.withoutReceipt = std::move(*found);
    }
    auto letter = SqlNoticeBoard(m_parts.database, m_parts.vault).unreadOf(digest);
    if (!letter)
        return fail(letter.error());
    unfinished.letter = std::move(*letter);
    return unfinished;
}

// The row first: a row without pages would be offered to its owner and could not be finished. Pages without a row are
// swept after the next start.
Result<void> SqlCaseStore::discardDraft(const QUuid &draft)
{
    bool isCase = false;
    const auto forgotten = m_parts.database.transact(QStringLiteral("store.discard-draft"), [&]() -> Result<void> {
        const auto exists = caseExists(m_parts.database, draft);
        if (!exists)
            return fail(exists.error());
        isCase = *exists;
        const auto deleted = deleteDraft(m_parts.database, draft);
        return deleted ? Result<void>() : fail(deleted.error());
    });
    if (!forgotten || isCase)
        return forgotten;
    return m_parts.vault.erase(draft);
}

Result<void> SqlCaseStore::checkPages(const CaseDraft &draft)
{
    const auto where = QStringLiteral("pages");
    for (auto pages = draft.pages.cbegin(); pages != draft.pages.cend(); ++pages) {
        if (!pages.value().empty() && draft.item.material(pages.key()) == nullptr)
            return fail(ErrorKind::Misconfigured, where,
                        QStringLiteral("pages of a material that the item does not list"));
    }
    for (const auto &page : outbox::pagesToSend(draft)) {
        const auto held = m_parts.vault.holds(draft.id, page.file.blob, page.file.bytes, page.file.sm3);
        if (!held)
            return fail(held.error().within(QStringLiteral("page %1 of %2").arg(page.page).arg(page.material)));
    }
    return {};
}

Result<SubmittedCase> SqlCaseStore::submit(const CaseDraft &draft)
{
    if (!draft.item.parts.empty() || draft.supplement)
        return fail(ErrorKind::Misconfigured, QStringLiteral("store.submit"), QStringLiteral("this is not one case"));
    auto existing = findCase(draft.id);
    if (existing || !failedWith(existing, ErrorKind::NotFound))
        return existing;
    if (const auto room = m_parts.reserve.check(); !room)
        return fail(room.error().within(QStringLiteral("store.submit")));
    SubmittedCase submitted{
        .content = draft, .localNumber = {}, .submittedAt = m_parts.clock.nowUtc(), .projectNumber = {}};
    // The rows are made while the disk writes what they name, and are committed when it is there.
    const auto written = m_parts.database.transact(QStringLiteral("store.submit"), [&] {
        return m_parts.vault.makeDurable(draft.id, [&]() -> Result<void> {
            const auto whole = checkPages(draft);
            return whole ? writeCase(submitted) : whole;
        });
    });
    if (!written)
        return fail(written.error().within(QStringLiteral("store.submit")));
    log(LogEvent::CaseSubmitted, {{"case", textOf(draft.id)}, {"number", submitted.localNumber}});
    // The case stands; a leftover page is no reason to tell its owner otherwise.
    if (const auto pruned = prunePages(draft); !pruned)
        report(pruned.error());
    return submitted;
}

Result<void> SqlCaseStore::writeCase(SubmittedCase &submitted)
{
    const auto number = nextLocalNumber(m_parts.database, m_origin.siteCode, m_origin.deviceId,
                                        submitted.submittedAt.toLocalTime().date());
    if (!number)
        return fail(number.error());
    submitted.localNumber = *number;
    if (const auto inserted = insertCase(m_parts.database, m_parts.vault, submitted); !inserted)
        return inserted;
    if (const auto enqueued = enqueueMessages(submitted); !enqueued)
        return enqueued;
    const auto deleted = deleteDraft(m_parts.database, submitted.content.id);
    if (!deleted)
        return fail(deleted.error());
    return m_parts.audit.append({.actor = AuditActor::Villager,
                                 .action = QStringLiteral("case.submit"),
                                 .subject = submitted.localNumber,
                                 .detail = submitted.content.item.code + helpOf(submitted.content)});
}

Result<void> SqlCaseStore::enqueueMessages(const SubmittedCase &submitted)
{
    const QUuid caseId = submitted.content.id;
    const NewEntry create{.id = m_parts.ids.next(),
                          .kind = OutboxKind::CreateCase,
                          .caseId = caseId,
                          .payload = outbox::createCaseMessage(submitted, m_origin),
                          .needs = {}};
    if (const auto put = m_parts.outbox.enqueue(create); !put)
        return put;
    const auto pages = outbox::pagesToSend(submitted.content).size();
    NewEntry submission{.id = {},
                        .kind = OutboxKind::SubmitCase,
                        .caseId = caseId,
                        .payload = outbox::submitCaseMessage(static_cast<int>(pages)),
                        .needs = {create.id}};
    for (const auto &[kind, payload] : outbox::uploadsOf(submitted.content)) {
        const NewEntry upload{
            .id = m_parts.ids.next(), .kind = kind, .caseId = caseId, .payload = payload, .needs = {create.id}};
        if (const auto put = m_parts.outbox.enqueue(upload); !put)
            return put;
        if (kind == OutboxKind::UploadPage) // nobody waits for a thumbnail
            submission.needs.append(upload.id);
    }
    submission.id = m_parts.ids.next();
    return m_parts.outbox.enqueue(submission);
}

Result<SubmittedCase> SqlCaseStore::findCase(const QUuid &id)
{
    return readCase(m_parts.database, m_parts.vault, id);
}

Result<QHash<QString, int>> SqlCaseStore::countsSince(const QDateTime &sinceUtc)
{
    return caseCountsSince(m_parts.database, sinceUtc);
}

Result<void> SqlCaseStore::saveEvaluation(const domain::Evaluation &evaluation)
{
    const auto where = QStringLiteral("store.save-evaluation");
    if (evaluation.level < 1 || evaluation.level > 5)
        return fail(ErrorKind::InputInvalid, where, QStringLiteral("a level is 1 to 5"));
    if (!reasonsAreSound(evaluation))
        return fail(ErrorKind::InputInvalid, where, QStringLiteral("reasons that nobody was offered"));
    return m_parts.database.transact(where, [&]() -> Result<void> {
        const auto earlier = m_parts.database.query(
            where, QStringLiteral("SELECT level FROM evaluations WHERE case_id = ?"), {textOf(evaluation.caseId)});
        if (!earlier)
            return fail(earlier.error());
        if (earlier->empty())
            return enqueueEvaluation(evaluation);
        if (earlier->front().at(0).toInt() == evaluation.level)
            return {};
        return fail(ErrorKind::InputInvalid, where, QStringLiteral("this case has been evaluated"));
    });
}

Result<void> SqlCaseStore::enqueueEvaluation(const domain::Evaluation &evaluation)
{
    const auto where = QStringLiteral("store.save-evaluation");
    const QDateTime now = m_parts.clock.nowUtc();
    const auto rows = m_parts.database.query(
        where,
        QStringLiteral("SELECT c.local_number, o.id FROM cases c JOIN outbox o ON o.case_id = c.id"
                       " AND o.kind = 'createCase' WHERE c.id = ?"),
        {textOf(evaluation.caseId)});
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail(ErrorKind::NotFound, where, QStringLiteral("no such case"));
    const auto put = m_parts.database.run(
        where, QStringLiteral("INSERT INTO evaluations (case_id, level, said_at) VALUES (?, ?, ?)"),
        {textOf(evaluation.caseId), evaluation.level, now.toMSecsSinceEpoch()});
    if (!put)
        return fail(put.error());
    const Row &row = rows->front();
    return m_parts.outbox.enqueue({.id = m_parts.ids.next(),
                                   .kind = OutboxKind::SendEvaluation,
                                   .caseId = evaluation.caseId,
                                   .payload = outbox::evaluationMessage(evaluation, row.at(0).toString(), now),
                                   .needs = {QUuid::fromString(row.at(1).toString())}});
}

} // namespace tongban::offline::store
