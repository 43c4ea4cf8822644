// SPDX-License-Identifier: GPL-3.0-or-later
// A merged form (merged_form.h) as a draft keeps it, and each item's own application out of it. Pure functions.
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/case_draft.h"

#include <vector>

namespace tongban::domain {

// The merged form out of its own `source`, as a draft keeps it: with the items as they were then.
[[nodiscard]] Result<ServiceItem> mergedFromSource(const QJsonObject &source);

// What the form of a theme becomes when only the items of `codes` are wanted, in the theme's order: the merged form of
// these; of one alone, that item itself. Pages, rules and words are theirs.
// Error: Misconfigured: none of the theme's items is among them, or its source does not make the form.
[[nodiscard]] Result<ServiceItem> formOfParts(const ServiceItem &theme, const QStringList &codes);

// One application for each item of the theme, in its order; an item by itself: its own. The first has the id of the
// draft, the others ids that follow from it: the same draft always makes the same cases. Pages and signatures are the
// draft's own, sealed under its id: whoever stores the others copies them.
// Error: Misconfigured, StoreCorrupt: the draft's form is not the form that its source makes.
[[nodiscard]] Result<std::vector<CaseDraft>> casesOf(const CaseDraft &draft);

} // namespace tongban::domain
