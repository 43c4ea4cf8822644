// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/clock.h"
#include "app/core/base/uuid7.h"
#include "app/core/ports/audit_trail.h"
#include "app/core/ports/case_store.h"
#include "offline/outbox/case_messages.h"
#include "offline/outbox/sql_outbox.h"
#include "offline/store/database.h"
#include "offline/store/disk_reserve.h"
#include "offline/vault/sealed_vault.h"

namespace tongban::offline::store {

struct StoreParts // all outlive the case store
{
    Database &database;
    vault::SealedVault &vault;
    outbox::SqlOutbox &outbox;
    Uuid7Generator &ids;
    const Clock &clock;
    const DiskReserve &reserve;
    ports::AuditTrail &audit;
};

class SqlCaseStore final : public ports::CaseStore
{
public:
    SqlCaseStore(StoreParts parts, outbox::MessageOrigin origin) : m_parts(parts), m_origin(std::move(origin)) {}

    // StoreFull, before anything is written, when the disk's reserve is reached; submit too.
    Result<void> saveDraft(const domain::CaseDraft &draft) override;
    Result<ports::Unfinished> findUnfinished(const domain::IdCard &holder) override;
    // Of a draft that has become a case, nothing is discarded.
    Result<void> discardDraft(const QUuid &draft) override;

    // Before anything is written every page is opened and measured against its digest: what the receipt promises is
    // really here. Further errors: NotFound (a page is not in the vault), Misconfigured (a page of a material that the
    // item does not list).
    Result<domain::SubmittedCase> submit(const domain::CaseDraft &draft) override;
    Result<std::vector<domain::SubmittedCase>> submitAll(const domain::CaseDraft &draft) override; // errors: as submit
    Result<domain::SubmittedCase> findCase(const QUuid &id) override;
    Result<domain::CaseDraft> beginSupplement(const domain::IdCard &holder, const QUuid &caseId, const QUuid &letter,
                                              const QUuid &draftId) override;

    Result<QHash<QString, int>> countsSince(const QDateTime &sinceUtc) override;

    // News that comes late (a status from which the present one follows) changes nothing; a status that neither leads
    // to the present one nor follows it is PlatformBadAnswer. A project number, once known, is never blanked. NotFound.
    // Each is in the case's history once, in the order of its dates (SqlCaseLedger).
    Result<void> recordStatus(const QUuid &caseId, domain::CaseStatus status, const QString &projectNumber,
                              const QDateTime &sinceUtc) override;
    // Once a case. The same level again is fine, another one is InputInvalid. NotFound: no such case.
    Result<void> saveEvaluation(const domain::Evaluation &evaluation) override;

    // At start, after a crash: removes sealed pages of the newest cases (of as many as are written together) that were
    // scanned again, or belong to another of them, and are nobody's here.
    [[nodiscard]] Result<void> pruneNewestCases();

    // After a recovery: the messages of cases that the city does not have yet and that lack some, and of cases whose
    // supplements lack some. Answers how many cases.
    [[nodiscard]] Result<int> mendMessages();

private:
    [[nodiscard]] Result<bool> mendMessagesOf(const QUuid &caseId);
    [[nodiscard]] Result<bool> mendSupplementsOf(const QUuid &caseId);
    [[nodiscard]] Result<void> prunePages(const domain::CaseDraft &content);
    [[nodiscard]] Result<void> checkPages(const domain::CaseDraft &draft);
    [[nodiscard]] Result<std::vector<domain::SubmittedCase>> findAll(const std::vector<domain::CaseDraft> &contents);
    [[nodiscard]] Result<std::vector<domain::SubmittedCase>> writeTogether(
        const std::vector<domain::CaseDraft> &contents);
    [[nodiscard]] Result<void> copyPages(const domain::CaseDraft &draft, std::vector<domain::CaseDraft> &contents);
    void forgetCopies(const std::vector<domain::CaseDraft> &contents);
    [[nodiscard]] Result<void> writeCase(domain::SubmittedCase &submitted);
    [[nodiscard]] Result<domain::SubmittedCase> giveSupplement(const domain::CaseDraft &draft);
    [[nodiscard]] Result<domain::SubmittedCase> writeSupplement(const domain::CaseDraft &draft);
    [[nodiscard]] Result<void> insertWithMessages(const domain::SubmittedCase &given);
    [[nodiscard]] Result<QUuid> enqueueSupplement(const domain::SubmittedCase &given);
    [[nodiscard]] Result<void> enqueueMessages(const domain::SubmittedCase &submitted);
    [[nodiscard]] Result<void> keepMoment(const QUuid &caseId, domain::CaseStatus status, const QDateTime &sinceUtc);
    [[nodiscard]] Result<void> enqueueEvaluation(const domain::Evaluation &evaluation);

    StoreParts m_parts;
    outbox::MessageOrigin m_origin;
};

} // namespace tongban::offline::store
