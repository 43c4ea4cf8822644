// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/data/item_paths.h"

#include <QSet>

#include <algorithm>

namespace tongban::tests {

using namespace domain;

std::vector<catalogue::SituationPath> everyPath(const ServiceItem &item)
{
    QSet<QString> all;
    for (const Situation &situation : item.situations)
        all.insert(situation.field.key);
    return catalogue::pathsOver(item, all);
}

bool asksWhomNoCardBrings(const ServiceItem &item, const catalogue::SituationPath &path)
{
    return std::any_of(item.parties.begin(), item.parties.end(), [&](const Party &party) {
        const bool hasCard =
            std::find(party.presence.begin(), party.presence.end(), Presence::Card) != party.presence.end();
        return catalogue::truthOf(party.when, item, path) == catalogue::Truth::Yes &&
               (party.who != Party::Who::Person || !hasCard);
    });
}

} // namespace tongban::tests
