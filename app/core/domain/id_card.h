// SPDX-License-Identifier: GPL-3.0-or-later
// What a resident ID card (居民身份证) says of its holder. Layout of the chip: GA 467; the codec is in drivers/codec.
#pragma once

#include "app/core/base/sensitive.h"

#include <QDate>
#include <QString>

#include <optional>

namespace tongban::domain {

enum class Sex { Unknown = 0, Male = 1, Female = 2, Unspecified = 9 }; // GB/T 2261.1

struct IdCard
{
    Secret name;
    Sex sex = Sex::Unknown;
    QString ethnicCode; // "01"…"56", "97", "98" (GB/T 3304)
    QDate birth;
    Secret address;
    Secret idNumber; // 18 characters, upper case, GB 11643 checked
    QString issuer;
    QDate validFrom;
    std::optional<QDate> validTo; // none = 长期

    [[nodiscard]] bool operator==(const IdCard &) const = default;
};

// Whole years at `today` (周岁: the day before a birthday does not count yet).
[[nodiscard]] int ageAt(const IdCard &card, QDate today);
[[nodiscard]] bool expiredAt(const IdCard &card, QDate today);
[[nodiscard]] QString sexLabel(Sex sex);                    // 男, 女, 未知, 未说明
[[nodiscard]] QString ethnicLabel(const QString &code);     // 汉 … ; empty when the code is unknown
[[nodiscard]] bool isValidIdNumber(const QString &number);  // GB 11643: length, digits, birth date, check character

} // namespace tongban::domain
