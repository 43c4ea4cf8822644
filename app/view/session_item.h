// SPDX-License-Identifier: GPL-3.0-or-later
// The item that a state is about: chosen at home, carried by the draft, or standing in the submitted case.
#pragma once

#include "app/core/domain/case_parties.h"
#include "app/flow/service/service_flow.h"

namespace tongban::view {

[[nodiscard]] inline const domain::ServiceItem *itemOf(const flow::ServiceState &state)
{
    if (state.submitted)
        return &state.submitted->content.item;
    if (state.draft)
        return &state.draft->item;
    return state.item ? &*state.item : nullptr;
}

// Whether a card answers the field, so that nobody is asked.
[[nodiscard]] inline bool comesFromCard(const domain::CaseDraft &draft, const domain::FormField &field)
{
    return !domain::valueFromCards(field, draft).isEmpty();
}

} // namespace tongban::view
