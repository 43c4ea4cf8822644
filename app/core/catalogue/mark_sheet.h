// SPDX-License-Identifier: GPL-3.0-or-later
// 手印见证单: the sheet on which an applicant who cannot write puts a thumbprint or a mark, before the helper as the
// witness; it is scanned and is the signature. On the 80 mm roll. Pure.
#pragma once

#include "app/core/catalogue/notice_slip.h"

namespace tongban::catalogue {

// Says what is agreed to, word for word as above the pad. Both names in full, as a signature would: the sheet is of no use
// to anybody who cannot be told whose mark it bears; both numbers masked. Precondition: the draft has a helper.
[[nodiscard]] domain::ReceiptDocument markSheetFor(const domain::CaseDraft &draft, const NoticePlace &place);

} // namespace tongban::catalogue
