// SPDX-License-Identifier: GPL-3.0-or-later
// 大家常办: which items stand first on the home page, by hall, season and what people here came for. Pure; any thread.
#pragma once

#include "app/core/finding/findable_item.h"

#include <QDate>
#include <QHash>

#include <vector>

namespace tongban::finding {

struct FavouriteHints
{
    QStringList ofHall{};            // codes that the site profile puts first, in its order
    QHash<QString, int> timesHere{}; // code → how often it was handed in at this hall; counts only, of nobody
    QDate today{};                   // China's day (domain::chinaDate); invalid: no season
};

// All codes, the likeliest first: the hall's own, then by season and use together. An item in season counts as much as
// half of the hall's most frequent one, an item whose season begins next month a fifth. Equal ones keep the catalogue's
// order. Codes of the hall or of the counts that the catalogue does not have are passed over.
[[nodiscard]] QStringList favourites(const std::vector<FindableItem> &items, const FavouriteHints &hints);

// Fewer say something about a family, not about a hall: such counts move nothing and are never shown.
inline constexpr int leastPopular = 5;

// Why an item is offered first, as it is said to people. Popular: handed in here leastPopular times and half as often
// as the most frequent one.
enum class FavouriteReason { None, Popular, InSeason };
[[nodiscard]] FavouriteReason favouriteReason(const FindableItem &item, const FavouriteHints &hints);

} // namespace tongban::finding
