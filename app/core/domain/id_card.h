// SPDX-License-Identifier: GPL-3.0-or-later
// What the card with which a person identifies says of its holder: resident ID card (居民身份证) and the three permits that
// share its chip. Layout: GA 467, and its extensions for permits; the codec is in drivers/codec.
#pragma once

#include "app/core/base/sensitive.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <optional>

namespace tongban::domain {

enum class Sex { Unknown = 0, Male = 1, Female = 2, Unspecified = 9 }; // GB/T 2261.1

enum class CardKind {
    Citizen,                // 居民身份证
    HkMacaoTaiwanResident,  // 港澳台居民居住证 (J)
    ForeignResident2017,    // 外国人永久居留身份证, 2017 layout (I)
    ForeignResident2023,    // 外国人永久居留身份证, 2023 layout (Y)
};

struct IdCard
{
    CardKind kind = CardKind::Citizen;
    Secret name; // I, Y: the Chinese name, the English one when the holder has no Chinese one
    Sex sex = Sex::Unknown;
    QString ethnicCode; // "01"…"56", "97", "98" (GB/T 3304); permits: empty
    QDate birth;
    Secret address; // I, Y: empty
    Secret idNumber; // upper case; holds together as isValidCardNumber says
    QString issuer;  // I: a code of four characters; Y: empty, the chip has none
    QDate validFrom;
    std::optional<QDate> validTo; // none = 长期

    // Permits only; empty else.
    Secret englishName{};  // I, Y
    QString nationality{}; // I, Y: three letters, ISO 3166-1
    Secret permitNumber{}; // J: 通行证号码
    // Of this reading only, never in a draft: the picture (an encoded image; empty: nobody could decode it) and the
    // fingerprint block (empty, 512 or 1024 bytes, as in the chip).
    Sensitive<QByteArray> photo{};
    Sensitive<QByteArray> fingerprint{};

    [[nodiscard]] bool operator==(const IdCard &) const = default;
};

// Whole years at `today` (周岁: the day before a birthday does not count yet).
[[nodiscard]] int ageAt(const IdCard &card, QDate today);
[[nodiscard]] bool expiredAt(const IdCard &card, QDate today);
[[nodiscard]] QString kindLabel(CardKind kind);             // 居民身份证 …
[[nodiscard]] QString sexLabel(Sex sex);                    // 男, 女, 未知, 未说明
[[nodiscard]] QString ethnicLabel(const QString &code);     // 汉 … ; empty when the code is unknown
[[nodiscard]] bool isValidIdNumber(const QString &number);  // GB 11643: length, digits, birth date, check character

// The number that a card of this kind bears: Citizen as above; J: the same with the address code of Hong Kong, Macao or
// Taiwan (81, 82, 83) in front; Y: 18 characters, a 9 in front, MOD 11-2 (GB/T 17710) as GB 11643; I: 3 letters, 12 digits.
[[nodiscard]] bool isValidCardNumber(CardKind kind, const QString &number);
[[nodiscard]] bool isAnyCardNumber(const QString &number); // of whatever kind

// Stable names of the kinds, as the draft stores them: "citizen", "J", "I", "Y".
[[nodiscard]] QString nameOf(CardKind kind);
[[nodiscard]] std::optional<CardKind> cardKindNamed(const QString &name);

} // namespace tongban::domain
