// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/citizen_card.h"

#include "drivers/codec/card_text_fields.h"

namespace tongban::drivers::codec {

namespace {

constexpr TextSpan nameSpan{0, 30};
constexpr TextSpan ethnicSpan{32, 4};
constexpr TextSpan addressSpan{52, 70};
constexpr TextSpan issuerSpan{158, 30};

} // namespace

Result<domain::IdCard> decodeCitizenCard(const QString &text)
{
    domain::IdCard card;
    const QString name = field(text, nameSpan);
    if (name.isEmpty())
        return unreadableText(QStringLiteral("no name"));
    card.name = Secret(name);
    if (const auto person = readPerson(text, {.kind = domain::CardKind::Citizen, .sexIsInNumber = true}, card); !person)
        return fail(person.error());
    if (const auto validity = readValidity(text, card); !validity)
        return fail(validity.error());
    card.ethnicCode = field(text, ethnicSpan);
    if (card.ethnicCode.size() != 2 || !isAsciiDigits(card.ethnicCode))
        return unreadableText(QStringLiteral("the ethnic code is not two digits"));
    card.address = Secret(field(text, addressSpan));
    card.issuer = field(text, issuerSpan);
    return card;
}

} // namespace tongban::drivers::codec
