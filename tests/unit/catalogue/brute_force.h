// SPDX-License-Identifier: GPL-3.0-or-later
// The prover's question answered without its thoughts: every path of the file is walked, and everything is looked at on
// each. It reads the JSON and shares nothing with app/core.
#pragma once

#include <QJsonObject>
#include <QSet>
#include <QString>

namespace tongban::tests {

// "gap /conditions/1/provenBy/0", "superfluous /materials/2", "never /parties/0/when": one entry a place.
[[nodiscard]] QSet<QString> faultsByBruteForce(const QJsonObject &item);
// Every path counted; stops at `most`.
[[nodiscard]] int countPaths(const QJsonObject &item, int most);

} // namespace tongban::tests
