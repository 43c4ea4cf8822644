// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/case_draft.h"
#include "app/core/domain/evaluation.h"
#include "app/core/ports/notices.h"

#include <QHash>

#include <optional>
#include <vector>

namespace tongban::ports {

// What a person left behind here: a draft save-pointed before a crash or power cut, or a case whose receipt never was
// confirmed to be on paper.
struct Unfinished
{
    std::optional<domain::CaseDraft> draft;
    std::optional<domain::SubmittedCase> withoutReceipt;
    std::optional<UnreadLetter> letter{}; // the newest
};

// Cases and drafts; durable when a call returns (synchronous=FULL). All calls on the store's Lane.
// Errors of all: StoreFull, StoreUnwritable, StoreCorrupt, SealBroken.
class CaseStore
{
public:
    virtual ~CaseStore() = default;

    // Sealed so that only the applicant's own card opens it; replaces the draft of the same id.
    virtual Result<void> saveDraft(const domain::CaseDraft &draft) = 0;
    virtual Result<Unfinished> findUnfinished(const domain::IdCard &holder) = 0;
    virtual Result<void> discardDraft(const QUuid &draft) = 0; // with its sealed pages

    // The draft of an answer to a letter of correction (补正): the one begun before, or a new one under `draftId` that
    // is not saved yet. NotFound: no such case of this person, no such letter of it. InputInvalid: it has been
    // answered.
    virtual Result<domain::CaseDraft> beginSupplement(const domain::IdCard &holder, const QUuid &caseId,
                                                      const QUuid &letter, const QUuid &draftId) = 0;

    // ONE transaction: case + materials + outbox entries - draft. Submitting the same draft again returns the same
    // case.
    virtual Result<domain::SubmittedCase> submit(const domain::CaseDraft &draft) = 0;
    // The same for a draft of any kind: of a 一件事 one case for each item (domain::casesOf), all in ONE transaction,
    // in the order of the theme; of an item by itself the one case; of a supplement itself, under the number 补正编号,
    // in the same one transaction with its messages. InputInvalid: its letter has been answered by another.
    virtual Result<std::vector<domain::SubmittedCase>> submitAll(const domain::CaseDraft &draft) = 0;
    virtual Result<domain::SubmittedCase> findCase(const QUuid &id) = 0; // NotFound

    // How many cases of each item (by code) were handed in here from then on; erased ones count. Of nobody in
    // particular.
    virtual Result<QHash<QString, int>> countsSince(const QDateTime &sinceUtc) = 0;

    // What the city says of a case, and since when (UTC).
    virtual Result<void> recordStatus(const QUuid &caseId, domain::CaseStatus status, const QString &projectNumber,
                                      const QDateTime &sinceUtc) = 0;
    virtual Result<void> saveEvaluation(const domain::Evaluation &evaluation) = 0; // with its outbox entry
};

} // namespace tongban::ports
