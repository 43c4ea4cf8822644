// SPDX-License-Identifier: GPL-3.0-or-later
// What finding needs, made from the catalogue and from the data that the program carries. Any thread: thousands of
// items take their time, so it is made on the store's lane and handed over.
#pragma once

#include "app/core/finding/favourites.h"
#include "app/core/finding/search.h"
#include "app/core/finding/wizard.h"

#include "app/core/domain/service_item.h"

#include <QHash>

#include <memory>

namespace tongban::view {

struct FindEngine
{
    finding::Search search;
    finding::Wizard wizard; // limited to the catalogue
};

[[nodiscard]] Result<std::shared_ptr<const FindEngine>> findEngineFor(const std::vector<finding::FindableItem> &items);

// The items in the order in which the home page shows them (finding::favourites).
[[nodiscard]] std::vector<domain::ServiceItem> favouritesFirst(std::vector<domain::ServiceItem> items,
                                                               const finding::FavouriteHints &hints);
// Code → why it stands in front, in a few words for its tile, in Chinese (context FavouriteMarks); most have none.
[[nodiscard]] QHash<QString, QString> marksOf(const std::vector<domain::ServiceItem> &items,
                                              const finding::FavouriteHints &hints);

} // namespace tongban::view
