// SPDX-License-Identifier: GPL-3.0-or-later
// One function an operation of the contract, named by its operationId. The call has kept its schemas; the caller holds
// a transaction (but for continueUpload, which streams), so that an answer and its Idempotency-Key stand together.
#pragma once

#include "tests/platform/handlers/call.h"
#include "tests/platform/handlers/city.h"

namespace tongban::tests::platform::handlers {

Outcome<Answer> tellTime(City &city, const Call &call);
Outcome<Answer> enrolTerminal(City &city, const Call &call);
Outcome<Answer> signOn(City &city, const Call &call);
Outcome<Answer> fetchRoster(City &city, const Call &call);
Outcome<Answer> fetchCatalogue(City &city, const Call &call);
Outcome<Answer> fetchCatalogueChanges(City &city, const Call &call);
Outcome<Answer> queryLicences(City &city, const Call &call);
Outcome<Answer> sendPhoneCode(City &city, const Call &call);
Outcome<Answer> checkPhoneCode(City &city, const Call &call);
Outcome<Answer> pullNotices(City &city, const Call &call);
Outcome<Answer> pullCommands(City &city, const Call &call);
Outcome<Answer> reportOutcome(City &city, const Call &call);
Outcome<Answer> findCaseByKey(City &city, const Call &call);
Outcome<Answer> createCase(City &city, const Call &call);
Outcome<Answer> submitCase(City &city, const Call &call);
Outcome<Answer> pullChanges(City &city, const Call &call);
Outcome<Answer> sendEvaluation(City &city, const Call &call);
Outcome<Answer> sendSupplement(City &city, const Call &call);
Outcome<Answer> uploadCapabilities(City &city, const Call &call);
Outcome<Answer> createUpload(City &city, const Call &call);
Outcome<Answer> uploadOffset(City &city, const Call &call);
Outcome<Answer> continueUpload(City &city, const Call &call);
Outcome<Answer> terminateUpload(City &city, const Call &call);

// {now, nonce, signature}: the time for the one who asked with this nonce.
[[nodiscard]] Json signedTime(const City &city, const std::string &nonce, std::int64_t clockMs);
// The sequence number that a cursor of ours is; absent: 0; none: not a cursor of ours.
[[nodiscard]] std::optional<std::int64_t> sequenceIn(const Call &call);

// Whether the office waits for what an applicant brings (补正).
[[nodiscard]] bool waitsForApplicant(const store::CaseRow &row);

inline constexpr std::int64_t maxUploadBytes = 20 * 1024 * 1024; // as the contract's FileBytes

} // namespace tongban::tests::platform::handlers
