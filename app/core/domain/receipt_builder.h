// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the 80 mm pre-registration receipt (预受理回执; UX.md "Paper").
#pragma once

#include "app/core/domain/case_draft.h"
#include "app/core/domain/receipt_codes.h"
#include "app/core/domain/receipt_document.h"
#include "app/core/domain/site_profile.h"

#include <functional>

namespace tongban::domain {

// SM3 (GB/T 32905), 32 bytes. Handed in: the domain links no cryptography.
using Sm3 = std::function<QByteArray(const QByteArray &)>;

// Whether anybody has vouched for the clock; without it the time on the paper is marked 时间未校准.
enum class TimeTrust { Calibrated, Uncalibrated };

// Which copy a receipt is, in one word on the paper: one after another that is or may be out, 补打; one asked for
// besides the first, for somebody at home, 副本.
enum class ReceiptCopy { First, Again, Spare };

// Names and numbers are masked: receipts get lost. The time is printed as local time. Codes
// that are not signed say so in a line of their own: nobody shall take them for proof.
[[nodiscard]] ReceiptDocument receiptFor(const SubmittedCase &submitted, const SiteProfile &site, ReceiptCopy copy,
                                         const ReceiptCodes &codes, TimeTrust time = TimeTrust::Calibrated);

// The code of a terminal that holds no keys: JSON in UTF-8, at most 400 bytes: v, n (local number), i (item code), t
// (UTC, to the second), d (device), h (SM3 of canonicalContent, hexadecimal). Proves nothing by itself.
[[nodiscard]] ReceiptCodes unsignedCodes(const SubmittedCase &submitted, const SiteProfile &site, const Sm3 &sm3);

// What the digest covers: compact JSON with sorted keys; the same case gives the same bytes on every terminal. It holds
// personal data: digest it, never keep it.
[[nodiscard]] QByteArray canonicalContent(const CaseDraft &draft);

} // namespace tongban::domain
