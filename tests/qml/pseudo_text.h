// SPDX-License-Identifier: GPL-3.0-or-later
// Languages that nobody speaks, made from the Chinese by rule, to see what a page does with a real one: forty per cent
// longer, or written from right to left. Placeholders (%1, %n) and markup stay.
#pragma once

#include <QString>

namespace tongban::qmltest {

[[nodiscard]] QString longerText(const QString &chinese);
[[nodiscard]] QString mirroredText(const QString &chinese); // Arabic letters in words of four

} // namespace tongban::qmltest
