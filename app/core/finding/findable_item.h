// SPDX-License-Identifier: GPL-3.0-or-later
// What finding knows of a service item (事项): how people may ask for it, and nothing of its form. Whether it is open
// at this moment does not belong here: a closed errand must be found, too, so that the screen can say why and where
// else.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace tongban::domain {
struct ServiceItem;
}

namespace tongban::finding {

struct FindableItem
{
    QString code;          // opaque, unique
    QString name{};        // on a tile
    QString fullName{};    // 事项名称
    QString pinyin{};      // of `name`: a syllable a word, no tones, ü written v
    QStringList aliases{}; // how people ask for it
    QString summary{};
    QStringList themes{}; // life events, as in the item's file: "birth"
    QStringList people{}; // whom it concerns: "elderly"
    QList<int> season{};  // months 1–12 in which it is asked for most; empty: all year
};

[[nodiscard]] FindableItem findableOf(const domain::ServiceItem &item);

} // namespace tongban::finding
