// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/phone_check.h"

#include "app/core/domain/form_engine.h"

namespace tongban::domain {

bool takesCode(const FormField &field, const Secret &answer)
{
    const QString number = answer.reveal();
    // A day bounds no telephone: any will do.
    return field.type == FieldType::Phone && !number.isEmpty() && number != refusedAnswer &&
           validate(field, number, QDate(2000, 1, 1)).has_value();
}

const ConfirmedPhone *confirmationOf(const CaseDraft &draft, const QString &field)
{
    const auto found = draft.confirmedPhones.constFind(field);
    const bool stands = found != draft.confirmedPhones.cend() && found->number == draft.answers.value(field);
    return stands ? &*found : nullptr;
}

void dropStaleConfirmations(CaseDraft &draft)
{
    for (const QString &field : draft.confirmedPhones.keys()) {
        if (!confirmationOf(draft, field))
            draft.confirmedPhones.remove(field);
    }
}

std::vector<GivenPhone> phonesOf(const CaseDraft &draft)
{
    std::vector<GivenPhone> phones;
    for (const FormField &field : draft.item.fields) {
        const Secret number = draft.answers.value(field.key);
        if (isVisible(draft.item, field, draft.answers) && takesCode(field, number))
            phones.push_back({field.key, number, confirmationOf(draft, field.key)});
    }
    return phones;
}

} // namespace tongban::domain
