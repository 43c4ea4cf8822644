// SPDX-License-Identifier: GPL-3.0-or-later
// What 帮办代办 changes of an application: who stands for the applicant, which papers are asked for, whose mark counts. Pure.
#pragma once

#include "app/core/domain/case_draft.h"
#include "app/core/domain/form_engine.h"

namespace tongban::domain {

// Who is here now, and by what the applicant is known now. What was signed before another witness is signed anew; the
// card of the applicant answers what had to be written without it.
struct Standing
{
    IdCard applicant;
    Assurance assurance = Assurance::Card;
    std::optional<Helper> helper{};
    Residence residence = Residence::Unclear; // as the card says; without one nobody knows
};
void takeStanding(CaseDraft &draft, const Standing &now);

// The material that a relative brings for an applicant without a card; asked for exactly while the assurance is
// Document. It stands in no item: whoever has a draft with its item fresh from the catalogue calls this.
inline constexpr QLatin1String helperPapers("helperPapers");
void askHelperPapers(CaseDraft &draft);

// The printed sheet with the mark (手印, 画押) of who cannot write: what is scanned. No material of any item.
inline constexpr QLatin1String markSheet("markSheet");
[[nodiscard]] const MaterialSpec &markSheetSpec();
// It is the applicant's signature now, before the helper as the witness.
void setMark(CaseDraft &draft, const SealedPage &sheet);

// Asked of a helper whose applicant has no card here: name and ID number, in this order.
[[nodiscard]] const std::vector<FormField> &namingFields();

// Whether `other` is the helper who stands beside this draft.
[[nodiscard]] bool isHelpedBy(const CaseDraft &draft, const std::optional<Helper> &other);

// The applicant's own card was here: what is done upon the own word alone (library, cases) is open.
[[nodiscard]] bool isHereByCard(const CaseDraft &draft);

} // namespace tongban::domain
