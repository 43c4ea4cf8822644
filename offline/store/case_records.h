// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts and cases as rows, contents sealed. Free functions: they take part in the caller's transaction.
#pragma once

#include "app/core/domain/case_draft.h"
#include "app/core/ports/vault.h"
#include "offline/store/database.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace tongban::offline::store {

// Every sealed file that the content names.
[[nodiscard]] QSet<QUuid> blobsOf(const domain::CaseDraft &content);

// A draft whose id is a case already is not stored again: it has become that case. Answers the sealed files that the
// draft named before and does not name any more.
[[nodiscard]] Result<QSet<QUuid>> putDraft(Database &database, ports::Vault &vault, const domain::CaseDraft &draft,
                                           const QDateTime &nowUtc);
[[nodiscard]] Result<int> deleteDraft(Database &database, const QUuid &draft); // rows deleted, 0 or 1
// The holder's newest draft. One that does not open is logged and passed over: it must not keep its owner from
// applying.
[[nodiscard]] Result<std::optional<domain::CaseDraft>> newestDraftOf(Database &database, ports::Vault &vault,
                                                                     const domain::IdCard &holder);

// The holder's draft of an answer to this letter (补正); none: it has not been begun. Passed over as above.
[[nodiscard]] Result<std::optional<domain::CaseDraft>> draftOfLetter(Database &database, ports::Vault &vault,
                                                                     const domain::IdCard &holder, const QUuid &letter);

[[nodiscard]] Result<void> insertCase(Database &database, ports::Vault &vault, const domain::SubmittedCase &submitted);
[[nodiscard]] Result<domain::SubmittedCase> readCase(Database &database, ports::Vault &vault,
                                                     const QUuid &id); // NotFound; an erased one too
// The holder's newest case without a copy known to be on paper.
[[nodiscard]] Result<std::optional<QUuid>> caseWithoutReceipt(Database &database, const QByteArray &holderDigest);

// Cases handed in from then on, by item code; tombstones count.
[[nodiscard]] Result<QHash<QString, int>> caseCountsSince(Database &database, const QDateTime &sinceUtc);
// The index cases_by_time, word for word; its one value: since when, in milliseconds. For whoever looks at its plan.
[[nodiscard]] const QString &caseCounts();

[[nodiscard]] Result<bool> caseExists(Database &database, const QUuid &id);

} // namespace tongban::offline::store
