// SPDX-License-Identifier: GPL-3.0-or-later
// Generated people and answers, the same for the same seed.
#pragma once

#include "app/core/domain/form_engine.h"

#include <QStringList>

#include <random>

namespace tongban::tests {

// A valid ID number: 18 characters, GB 11643 check character.
[[nodiscard]] QString idNumberFor(QDate birth, int serial);
[[nodiscard]] domain::IdCard cardOf(QDate birth, int serial = 2);
// The day on which the generated answers are given: bounds of dates count from it.
inline const QDate testDay(2026, 11, 21);
// An answer that the field takes.
[[nodiscard]] QString answerFor(const domain::FormField &field, std::mt19937 &random);
// Answers that it must refuse, each for a reason of its own. An optional field's may be few, never none.
[[nodiscard]] QStringList wrongAnswersFor(const domain::FormField &field);

} // namespace tongban::tests
