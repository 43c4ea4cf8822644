// SPDX-License-Identifier: GPL-3.0-or-later
// 一次性告知单: what to bring in this situation, on the 80 mm roll, to be taken home. Printed before anybody has laid
// down a card: it holds nothing of a person. Pure.
#pragma once

#include "app/core/catalogue/material_resolver.h"
#include "app/core/domain/receipt_builder.h"

namespace tongban::catalogue {

// What is known of the moment and the place where it is printed.
struct NoticePlace
{
    const domain::SiteProfile &site;
    QDateTime nowUtc; // printed as local time
    domain::TimeTrust time = domain::TimeTrust::Calibrated;
};

// The library is taken as not asked: nobody has said who they are. Situations that are not answered yet leave out what
// hangs on them. Its code is that of notice_link.h.
[[nodiscard]] domain::ReceiptDocument noticeSlip(const domain::ServiceItem &item, const domain::Answers &situations,
                                                 const NoticePlace &place);

} // namespace tongban::catalogue
