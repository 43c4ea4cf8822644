// SPDX-License-Identifier: GPL-3.0-or-later
// Which numbers of a case somebody has shown to be theirs, by typing in the code that the city sent there. A number
// without that is as good for the case: it stands there as unverified, and the city checks it later. Pure.
#pragma once

#include "app/core/domain/case_draft.h"

#include <vector>

namespace tongban::domain {

inline constexpr int phoneCodeDigits = 6;

// The answer to a phone field is a whole number, so that a code can be sent there.
[[nodiscard]] bool takesCode(const FormField &field, const Secret &answer);

// The confirmation of the number that stands in the field now; null: there is none, or it was of another number.
[[nodiscard]] const ConfirmedPhone *confirmationOf(const CaseDraft &draft, const QString &field);
// Those that are not of the number that stands there are forgotten.
void dropStaleConfirmations(CaseDraft &draft);

struct GivenPhone
{
    QString field;
    Secret number;
    const ConfirmedPhone *confirmation = nullptr; // of the draft; null: unverified
};
// The numbers that the form asks for and that were given, in the order of the item. They point into `draft`.
[[nodiscard]] std::vector<GivenPhone> phonesOf(const CaseDraft &draft);

} // namespace tongban::domain
