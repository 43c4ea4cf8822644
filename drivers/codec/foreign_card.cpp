// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/foreign_card.h"

#include "drivers/codec/card_text_fields.h"

namespace tongban::drivers::codec {

namespace {

namespace of2017 {
constexpr TextSpan englishNameSpan{0, 120};
constexpr TextSpan sexSpan{120, 2};
constexpr TextSpan numberSpan{122, 30};
constexpr TextSpan nationalitySpan{152, 6};
constexpr TextSpan chineseNameSpan{158, 30};
constexpr TextSpan birthSpan{220, 16};
constexpr TextSpan authoritySpan{240, 8};
} // namespace of2017

namespace of2023 {
constexpr TextSpan chineseNameSpan{0, 30};
constexpr TextSpan englishNameSpan{52, 70};      // characters 1-35
constexpr TextSpan englishNameTailSpan{220, 22}; // characters 36-46
constexpr TextSpan nationalitySpan{242, 6};
} // namespace of2023

// A foreigner need not have a Chinese name; every other place of the house wants a name to call a person by.
Result<void> setNames(const QString &chinese, const QString &english, domain::IdCard &card)
{
    if (english.isEmpty())
        return unreadableText(QStringLiteral("no English name"));
    card.englishName = Secret(english);
    card.name = Secret(chinese.isEmpty() ? english : chinese);
    return {};
}

Result<void> setNationality(const QString &nationality, domain::IdCard &card)
{
    if (!isNationality(nationality))
        return unreadableText(QStringLiteral("the nationality is not three letters"));
    card.nationality = nationality;
    return {};
}

Result<void> readPerson2017(const QString &text, domain::IdCard &card)
{
    const QString number = field(text, of2017::numberSpan);
    const auto sex = cardSex(field(text, of2017::sexSpan));
    card.birth = cardDate(field(text, of2017::birthSpan));
    if (!domain::isValidCardNumber(domain::CardKind::ForeignResident2017, number))
        return unreadableText(QStringLiteral("the ID number is none of this kind of card"));
    if (!card.birth.isValid())
        return unreadableText(QStringLiteral("the birth is not a date"));
    if (!sex)
        return unreadableText(QStringLiteral("the sex is no code of GB/T 2261.1"));
    card.idNumber = Secret(number);
    card.sex = *sex;
    return {};
}

} // namespace

Result<domain::IdCard> decodeForeignCard2017(const QString &text)
{
    domain::IdCard card;
    card.kind = domain::CardKind::ForeignResident2017;
    if (const auto names = setNames(field(text, of2017::chineseNameSpan), field(text, of2017::englishNameSpan), card);
        !names)
        return fail(names.error());
    if (const auto person = readPerson2017(text, card); !person)
        return fail(person.error());
    if (const auto nationality = setNationality(field(text, of2017::nationalitySpan), card); !nationality)
        return fail(nationality.error());
    if (const auto validity = readValidity(text, card); !validity)
        return fail(validity.error());
    card.issuer = field(text, of2017::authoritySpan);
    return card;
}

Result<domain::IdCard> decodeForeignCard2023(const QString &text)
{
    constexpr auto kind = domain::CardKind::ForeignResident2023;
    domain::IdCard card;
    card.kind = kind;
    // A space at the seam belongs to the name: only what is behind the whole of it is padding.
    QString english = rawField(text, of2023::englishNameSpan) + rawField(text, of2023::englishNameTailSpan);
    while (english.endsWith(u' '))
        english.chop(1);
    if (const auto names = setNames(field(text, of2023::chineseNameSpan), english, card); !names)
        return fail(names.error());
    // Whether the number tells the sex is not published for these numbers: it is not held against a card.
    if (const auto person = readPerson(text, {.kind = kind, .sexIsInNumber = false}, card); !person)
        return fail(person.error());
    if (const auto nationality = setNationality(field(text, of2023::nationalitySpan), card); !nationality)
        return fail(nationality.error());
    if (const auto validity = readValidity(text, card); !validity)
        return fail(validity.error());
    return card;
}

} // namespace tongban::drivers::codec
