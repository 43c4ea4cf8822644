// SPDX-License-Identifier: GPL-3.0-or-later
// The code on a one-time notice (一次性告知单): which item, of which version, in which situation. Any terminal reads it
// back; whoever reads it with a phone finds the list itself beneath. Holds nothing of a person. Pure.
//
//   TBN1:<item code>:<item version>:<situation>=<option>&<situation>=<option> <words>
//
// All parts are percent-encoded (RFC 3986, UTF-8): codes are opaque. The situations stand in the order of their keys.
// Behind the first space: the list in words, for people; no terminal looks at them. No control characters: a receipt
// printer would take them for its own.
#pragma once

#include "app/core/catalogue/material_resolver.h"

#include <optional>

namespace tongban::catalogue {

struct NoticeLink
{
    QString itemCode;
    QString itemVersion;
    domain::Answers situations; // as far as they were answered

    [[nodiscard]] bool operator==(const NoticeLink &) const = default;
};

inline constexpr qsizetype longestNoticeCode = 600; // bytes: QR version 19 at level M (ISO/IEC 18004)

// At most longestNoticeCode bytes: of the words, whole ones are left out from the end. The link itself is never cut:
// one that does not fit goes without its situations; empty when it does not fit even so.
[[nodiscard]] QByteArray noticeCode(const NoticeLink &link, const QStringList &words = {});

// None: it is no such code, or a broken one.
[[nodiscard]] std::optional<NoticeLink> noticeLinkIn(const QByteArray &code);

// What of the link's answers still answers a question of the item: catalogues change between paper and visit.
[[nodiscard]] domain::Answers situationsOf(const NoticeLink &link, const domain::ServiceItem &item);

} // namespace tongban::catalogue
