// SPDX-License-Identifier: GPL-3.0-or-later
// People who do not exist, to lay on the reader: area code 339901 is assigned to no place (GB/T 2260).
#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace tongban::drivers::emulator {

struct PersonPreset
{
    QString label;
    QJsonObject card; // as card.place takes it
};

[[nodiscard]] std::vector<PersonPreset> personPresets();

} // namespace tongban::drivers::emulator
