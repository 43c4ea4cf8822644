// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer to a field must look like. Pure functions. How each type is stored and sent is said in form_engine.h.
#pragma once

#include "app/core/base/result.h"
#include "app/core/base/sensitive.h"
#include "app/core/domain/service_item.h"

#include <QDate>
#include <QMap>

#include <optional>
#include <vector>

namespace tongban::domain {

// GB 32100: 18 characters 0-9 A-Z without I O S V Z.
[[nodiscard]] bool hasCreditCodeShape(const QString &code);
// …and its check character holds: weights 3^i mod 31, (31 - sum mod 31) mod 31. Some early codes in legal use fail it.
[[nodiscard]] bool hasCreditCodeCheck(const QString &code);

// ISO/IEC 7812-1 annex B (Luhn). Bank cards of GB/T 19584 hold it, passbook accounts need not.
[[nodiscard]] bool hasLuhnCheck(const QString &digits);

// GB/T 2260 (6 digits, the first two a province) and GB/T 10114 (3 digits), then 3 of the village: 12 digits.
[[nodiscard]] bool isRegionCode(const QString &code);

// The persons of a family as stored: a JSON array of objects key → text. None: not of this form.
using FamilyRows = std::vector<QMap<QString, Secret>>;
[[nodiscard]] std::optional<FamilyRows> familyRows(const QString &value);

// Whether one answer may stand. Error: InputInvalid with a Chinese sentence in `detail` that can be shown and spoken.
// An empty value is an error of a required field only. `today` is the day that the bounds of a date count from.
[[nodiscard]] Result<void> validate(const FormField &field, const QString &value, QDate today);

// A sentence for an answer that may stand and yet looks mistyped (check digits of credit codes and bank cards); empty:
// nothing to say. Precondition: the value is valid.
[[nodiscard]] QString warningFor(const FormField &field, const QString &value);

} // namespace tongban::domain
