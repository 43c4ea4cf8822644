// SPDX-License-Identifier: GPL-3.0-or-later
// What an item spares people, against what the paper way asks of them (paperMaterials, paperForms of the file). Pure.
#pragma once

#include "app/core/domain/service_item.h"

namespace tongban::catalogue {

struct ItemFigures
{
    int paths = 0;              // ways through the situations; each counts alike
    int officialPapers = 0;     // what the official list tells people to bring
    double broughtOnline = 0;   // mean over the paths, the library holding all that it may hold
    double broughtOffline = 0;  // …nobody asking the library
    int officialCharacters = 0; // written by hand on the blank form
    int typedOnline = 0;        // at most: every question counted, also those that are not asked on every way
    int typedOffline = 0;       // …with nothing known from the library
};

// Precondition: the item has at most mostPaths paths. The ID card is counted on neither side: it is laid down, read and
// taken away again; the official lists name it, its first mention is taken off them.
[[nodiscard]] ItemFigures figuresOf(const domain::ServiceItem &item);

// Key strokes that an answer to the field takes at this terminal: choices, agreements and regions take none.
[[nodiscard]] int typedCharacters(const domain::FormField &field, bool libraryIsKnown);

// 1 - now / before, in percent; 0 when there was nothing before.
[[nodiscard]] double percentSpared(double before, double now);

} // namespace tongban::catalogue
