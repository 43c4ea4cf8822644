// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace tongban::drivers::emulator {

// A sheet to lay on the glass when none is at hand: a copy of a passbook of that person, A4 upright at 150 dpi.
[[nodiscard]] QImage samplePage(const QString &name);

} // namespace tongban::drivers::emulator
