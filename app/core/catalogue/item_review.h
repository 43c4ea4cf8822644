// SPDX-License-Identifier: GPL-3.0-or-later
// An item's or a theme's file as its author wants it judged: everything that is wrong, each with its line, its column and a hint.
// Pure. A terminal takes what domain::itemFromJson takes; an author is held to more: proven, translated, named, with
// icons.
#pragma once

#include "app/core/catalogue/json_places.h"
#include "app/core/domain/service_item.h"
#include "app/core/domain/theme.h"

#include <QSet>

#include <optional>
#include <vector>

namespace tongban::catalogue {

struct Remark
{
    QString pointer; // RFC 6901; "" is the whole file
    TextPlace place;
    QString what; // English: what is wrong
    QString hint; // Chinese: what the author may do; may be empty
};

struct ReviewAids
{
    QString fileName;    // without folder; empty: not compared with the code
    QSet<QString> icons; // ligatures of the icon font; empty: icons are not looked at
};

struct ItemReview
{
    std::optional<domain::ServiceItem> item; // when a terminal would take it
    std::optional<domain::Theme> theme;      // likewise, when it is one (一件事): then there is no item
    std::vector<Remark> remarks;             // in the order of the text; empty: good
};

[[nodiscard]] ItemReview reviewItem(const QByteArray &text, const ReviewAids &aids);

// What only shows beside the others: a code or a name twice; a sentence that more than a fifth of the items share (of
// ten and more items). `what` names the files by their codes.
[[nodiscard]] std::vector<Remark> reviewTogether(const std::vector<domain::ServiceItem> &items);

// Themes that cannot be made of these items, each with its reason.
[[nodiscard]] std::vector<Remark> reviewThemes(const std::vector<domain::Theme> &themes,
                                               const std::vector<domain::ServiceItem> &items);

[[nodiscard]] QString hintFor(const QString &what);

} // namespace tongban::catalogue
