// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/platform/handlers/call.h"
#include "tests/platform/handlers/city.h"

namespace tongban::tests::platform::handlers {

// Carries one call out: its handler, inside a transaction, under its Idempotency-Key. Successes are remembered; after a
// refusal the same key is handled anew. Committed when it returns. Any thread.
[[nodiscard]] Outcome<Answer> perform(City &city, const Call &call);

// True when every operation of the contract has a handler; else the name of one that has none is in `missing`.
[[nodiscard]] bool allHandled(const contract::Contract &contract, std::string &missing);

} // namespace tongban::tests::platform::handlers
