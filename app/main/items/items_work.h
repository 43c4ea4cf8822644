// SPDX-License-Identifier: GPL-3.0-or-later
// The work of tongban-items: files in, words or JSON out.
#pragma once

#include "app/main/items/items_command.h"

#include <QSet>

namespace tongban::app {

enum ItemsExit { itemsGood = 0, itemsWrong = 1, itemsMisused = 2 };

struct ItemsAnswer
{
    ItemsExit exit = itemsGood;
    QString output;       // for standard output
    QString errors;       // for standard error: what could not be done at all
    bool isShown = false; // preview: a terminal would take the file; whoever calls opens the window
};

// Precondition: the command has no complaint. `icons` empty: icons are not looked at, and the answer says so.
[[nodiscard]] ItemsAnswer performItems(const ItemsCommand &command, const QSet<QString> &icons);

} // namespace tongban::app
