// SPDX-License-Identifier: GPL-3.0-or-later
// Who else belongs to a case (domain::Party), who of them is here, and what their cards answer. Pure.
#pragma once

#include "app/core/domain/case_draft.h"
#include "app/core/domain/form_engine.h"

namespace tongban::domain {

// Whom these answers ask for, in the order of the item; pointers into `item`.
[[nodiscard]] std::vector<const Party *> askedParties(const ServiceItem &item, const Answers &answers);

// One person, who can be here by the own ID card: all that this terminal can take.
[[nodiscard]] bool comesByCard(const Party &party);

// The first who is asked for and is not here; null: everybody is.
[[nodiscard]] const Party *missingParty(const CaseDraft &draft);

// Whose signature is wanted, in order: empty for the applicant, then the keys of the parties that sign something. Who
// brings a paper that the office asked for (补正) signs nothing; who corrects an answer does.
[[nodiscard]] QStringList signersOf(const CaseDraft &draft);
// The signature of one of them, none while there is none.
[[nodiscard]] const std::optional<SealedPage> &signatureOf(const CaseDraft &draft, const QString &signer);
void setSignature(CaseDraft &draft, const QString &signer, const std::optional<SealedPage> &page);
// The first whose signature is missing; none: all have signed.
[[nodiscard]] std::optional<QString> missingSigner(const CaseDraft &draft);
// What was signed is no longer what stands there: everybody signs anew.
void unsign(CaseDraft &draft);

// What all cards that were laid down answer.
[[nodiscard]] PrefillSources sourcesOf(const CaseDraft &draft);
// What they say to one field; empty when they say nothing.
[[nodiscard]] QString valueFromCards(const FormField &field, const CaseDraft &draft);

} // namespace tongban::domain
