// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/case_parties.h"

#include <algorithm>

namespace tongban::domain {

std::vector<const Party *> askedParties(const ServiceItem &item, const Answers &answers)
{
    std::vector<const Party *> asked;
    for (const Party &party : item.parties) {
        if (holds(party.when, item, answers))
            asked.push_back(&party);
    }
    return asked;
}

bool comesByCard(const Party &party)
{
    return party.who == Party::Who::Person && party.comesBy(Presence::Card);
}

const Party *missingParty(const CaseDraft &draft)
{
    const auto asked = askedParties(draft.item, draft.answers);
    const auto missing = std::find_if(asked.begin(), asked.end(),
                                      [&](const Party *party) { return !draft.parties.contains(party->key); });
    return missing == asked.end() ? nullptr : *missing;
}

QStringList signersOf(const CaseDraft &draft)
{
    if (draft.supplement && draft.item.fields.empty())
        return {};
    QStringList signers{QString()};
    for (const Party *party : askedParties(draft.item, draft.answers)) {
        if (!party->consent.isEmpty() && draft.parties.contains(party->key))
            signers << party->key;
    }
    return signers;
}

const std::optional<SealedPage> &signatureOf(const CaseDraft &draft, const QString &signer)
{
    static const std::optional<SealedPage> none;
    if (signer.isEmpty())
        return draft.signature;
    const auto present = draft.parties.constFind(signer);
    return present == draft.parties.cend() ? none : present->signature;
}

void setSignature(CaseDraft &draft, const QString &signer, const std::optional<SealedPage> &page)
{
    if (signer.isEmpty()) {
        draft.signature = page;
        draft.isMark = false;
    }
    if (const auto present = draft.parties.find(signer); present != draft.parties.end())
        present->signature = page;
}

std::optional<QString> missingSigner(const CaseDraft &draft)
{
    for (const QString &signer : signersOf(draft)) {
        if (!signatureOf(draft, signer))
            return signer;
    }
    return std::nullopt;
}

void unsign(CaseDraft &draft)
{
    draft.signature.reset();
    draft.isMark = false;
    for (PresentParty &party : draft.parties)
        party.signature.reset();
}

PrefillSources sourcesOf(const CaseDraft &draft)
{
    PrefillSources sources = sourcesOf(draft.applicant);
    for (auto present = draft.parties.begin(); present != draft.parties.end(); ++present)
        sources.insert(sourcesOf(present->card, QStringLiteral("party.") + present.key()));
    return sources;
}

QString valueFromCards(const FormField &field, const CaseDraft &draft)
{
    return field.prefill.isEmpty() ? QString() : sourcesOf(draft).value(field.prefill).reveal();
}

} // namespace tongban::domain
