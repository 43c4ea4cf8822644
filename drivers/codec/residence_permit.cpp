// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/residence_permit.h"

#include "drivers/codec/card_text_fields.h"

namespace tongban::drivers::codec {

namespace {

constexpr TextSpan nameSpan{0, 30};
constexpr TextSpan addressSpan{52, 70};
constexpr TextSpan issuerSpan{158, 30};
constexpr TextSpan permitNumberSpan{220, 18}; // 通行证号码; the issue count behind it says nothing of the holder

} // namespace

Result<domain::IdCard> decodeResidencePermit(const QString &text)
{
    constexpr auto kind = domain::CardKind::HkMacaoTaiwanResident;
    domain::IdCard card;
    card.kind = kind;
    const QString name = field(text, nameSpan);
    if (name.isEmpty())
        return unreadableText(QStringLiteral("no name"));
    card.name = Secret(name);
    if (const auto person = readPerson(text, {.kind = kind, .sexIsInNumber = true}, card); !person)
        return fail(person.error());
    if (const auto validity = readValidity(text, card); !validity)
        return fail(validity.error());
    card.address = Secret(field(text, addressSpan));
    card.issuer = field(text, issuerSpan);
    card.permitNumber = Secret(field(text, permitNumberSpan));
    if (card.permitNumber.reveal().isEmpty())
        return unreadableText(QStringLiteral("no number of the travel permit"));
    return card;
}

} // namespace tongban::drivers::codec
