// SPDX-License-Identifier: GPL-3.0-or-later
// Real items made wrong in what they ask for, one change at a time.
#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace tongban::tests {

struct ItemMutation
{
    QString what;
    QJsonObject item;
    bool isFault = false; // wrong by how it was made, whatever anybody finds
};

// A `when` added, removed or turned to another option; a material or party that proves nothing; a proof no longer
// named.
[[nodiscard]] std::vector<ItemMutation> mutationsOf(const QJsonObject &item);

} // namespace tongban::tests
