// SPDX-License-Identifier: GPL-3.0-or-later
// Codes with a rule of their own: credit code, bank card, region.
#include "app/core/domain/item/field_rules.h"

#include <QRegularExpression>

#include <algorithm>

namespace tongban::domain {

namespace {

const auto creditCodeCharacters = QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY"); // GB 32100: without I O S V Z

} // namespace

bool hasCreditCodeShape(const QString &code)
{
    return code.size() == 18 &&
           std::all_of(code.begin(), code.end(), [](QChar c) { return creditCodeCharacters.contains(c); });
}

bool hasCreditCodeCheck(const QString &code)
{
    if (!hasCreditCodeShape(code))
        return false;
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; ++i) {
        sum += weight * static_cast<int>(creditCodeCharacters.indexOf(code.at(i)));
        weight = weight * 3 % 31;
    }
    return creditCodeCharacters.indexOf(code.at(17)) == (31 - sum % 31) % 31;
}

bool hasLuhnCheck(const QString &digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int digit = digits.at(digits.size() - 1 - i).digitValue();
        const int weighed = i % 2 == 0 ? digit : digit * 2;
        sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return !digits.isEmpty() && sum % 10 == 0;
}

bool isRegionCode(const QString &code)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])[0-9]{10}$"));
    return pattern.match(code).hasMatch();
}

} // namespace tongban::domain
