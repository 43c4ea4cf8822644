// SPDX-License-Identifier: GPL-3.0-or-later
// What the four layouts of the chip's text block (GA 467 and its extensions for permits) have in common. Offsets and
// lengths are in bytes, as the tables give them. Pure; any thread.
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/id_card.h"

#include <QString>

#include <optional>

namespace tongban::drivers::codec {

struct TextSpan
{
    qsizetype offset;
    qsizetype length;
};

// Where issue and expiry stand on every kind of card.
inline constexpr TextSpan validFromSpan{188, 16};
inline constexpr TextSpan validToSpan{204, 16};

// CardUnreadable; `why` never repeats what the card says.
[[nodiscard]] tl::unexpected<Error> unreadableText(const QString &why);

// As it stands there, padding and all; and without the padding behind it (spaces within a text stay).
[[nodiscard]] QString rawField(const QString &text, TextSpan span);
[[nodiscard]] QString field(const QString &text, TextSpan span);

[[nodiscard]] bool isAsciiDigits(const QString &value);
[[nodiscard]] QDate cardDate(const QString &value);                        // YYYYMMDD, ASCII digits; else invalid
[[nodiscard]] std::optional<domain::Sex> cardSex(const QString &value);    // a code of GB/T 2261.1
[[nodiscard]] bool isNationality(const QString &value);                    // three capital letters (ISO 3166-1)

// Number, birth and sex of one person, at the places where citizens' cards, J and Y have them (the sex is checked
// against the number by `sexIsInNumber`); sets idNumber, birth, sex.
struct PersonRule
{
    domain::CardKind kind;
    bool sexIsInNumber; // GB 11643: the 17th digit is odd for men and even for women
};
Result<void> readPerson(const QString &text, PersonRule rule, domain::IdCard &card);

// validFrom and validTo (长期: none); CardUnreadable when they are no dates or the wrong way round.
Result<void> readValidity(const QString &text, domain::IdCard &card);

} // namespace tongban::drivers::codec
