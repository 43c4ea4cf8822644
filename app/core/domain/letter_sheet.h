// SPDX-License-Identifier: GPL-3.0-or-later
// A letter of the office on the 80 mm roll: everything that is wanted in one complete list, to be taken home. Pure.
#pragma once

#include "app/core/domain/case_draft.h"
#include "app/core/domain/receipt_builder.h"

namespace tongban::domain {

struct LetterSheet
{
    QString kind;       // 补正通知
    QString title;      // in the office's words
    QString caseNumber; // 预受理编号
    QDate due;          // invalid: the letter does not say
    std::vector<Demand> demands;
};

// Whose letter it is, is not printed: paper gets lost. nowUtc is printed as local time.
[[nodiscard]] ReceiptDocument letterSheet(const ServiceItem &item, const LetterSheet &letter, const SiteProfile &site,
                                          const QDateTime &nowUtc, TimeTrust time);

} // namespace tongban::domain
