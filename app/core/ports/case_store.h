// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/case_draft.h"
#include "app/core/domain/evaluation.h"

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

    // ONE transaction: case + materials + outbox entries - draft. Submitting the same draft again returns the same case.
    virtual Result<domain::SubmittedCase> submit(const domain::CaseDraft &draft) = 0;
    // The same for a draft of any kind: of a 一件事 one case for each item (domain::casesOf), all in ONE transaction, in
    // the order of the theme; of an item by itself the one case.
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
