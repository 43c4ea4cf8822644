// SPDX-License-Identifier: GPL-3.0-or-later
// One function an operation of the contract, named by its operationId. The call has kept its schemas; the caller holds a
// transaction (but for continueUpload, which streams), so that an answer and its Idempotency-Key stand together.
#pragma once

#include "tests/platform/handlers/call.h"
#include "tests/platform/handlers/city.h"

namespace tongban::tests::platform::handlers {

Outcome<Answer> signOn(City &city, const Call &call);
Outcome<Answer> fetchCatalogue(City &city, const Call &call);
Outcome<Answer> createCase(City &city, const Call &call);
Outcome<Answer> submitCase(City &city, const Call &call);
Outcome<Answer> pullChanges(City &city, const Call &call);
Outcome<Answer> sendEvaluation(City &city, const Call &call);
Outcome<Answer> uploadCapabilities(City &city, const Call &call);
Outcome<Answer> createUpload(City &city, const Call &call);
Outcome<Answer> uploadOffset(City &city, const Call &call);
Outcome<Answer> continueUpload(City &city, const Call &call);

inline constexpr std::int64_t maxUploadBytes = 20 * 1024 * 1024; // as the contract's FileBytes

} // namespace tongban::tests::platform::handlers
