// SPDX-License-Identifier: GPL-3.0-or-later
// Supplements (补正) as rows, contents sealed with their case's key. Free functions: they take part in the caller's
// transaction. A supplement is a SubmittedCase whose content says so (CaseDraft::supplement) and whose number is
// 补正编号; its pages are sealed for the case.
#pragma once

#include "app/core/ports/case_ledger.h"
#include "app/core/ports/vault.h"
#include "offline/store/database.h"

#include <vector>

namespace tongban::offline::store {

// message: the entry of the outbox with which the city has it whole.
[[nodiscard]] Result<void> insertSupplement(Database &database, ports::Vault &vault, const domain::SubmittedCase &given,
                                            const QUuid &message);
[[nodiscard]] Result<void> pointToMessage(Database &database, const QUuid &supplement, const QUuid &message);

// Of a case, oldest first. SealBroken, StoreCorrupt: one does not open.
[[nodiscard]] Result<std::vector<domain::SubmittedCase>> supplementsOf(Database &database, ports::Vault &vault,
                                                                       const QUuid &caseId);
// What can be known of them without opening any.
[[nodiscard]] Result<std::vector<ports::GivenSupplement>> supplementsGiven(Database &database, const QUuid &caseId);

} // namespace tongban::offline::store
