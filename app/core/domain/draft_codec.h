// SPDX-License-Identifier: GPL-3.0-or-later
// A draft as the store keeps it (sealed). Exact round trip; the item travels as its published source.
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/case_draft.h"

namespace tongban::domain {

// The result holds personal data in the clear: it goes into the vault and nowhere else. Precondition: draft.item came
// out of itemFromJson (its source is what is kept).
[[nodiscard]] QJsonObject toJson(const CaseDraft &draft);
// Errors: StoreCorrupt, Misconfigured (the item). The detail names a place, never a value.
[[nodiscard]] Result<CaseDraft> draftFromJson(const QJsonObject &json);

} // namespace tongban::domain
