// SPDX-License-Identifier: GPL-3.0-or-later
// A code to a telephone as JSON, and the city's answers. Pure. Shapes: resources/api/platform.openapi.yaml.
#pragma once

#include "app/core/ports/city_desk.h"

#include <QJsonObject>

namespace tongban::offline::platform {

[[nodiscard]] QJsonObject phoneCodeWish(const Secret &number);
[[nodiscard]] QJsonObject phoneCodeCheck(const Secret &number, const Secret &code);
// The same code for the same challenge is the same question: a lost answer costs no try.
[[nodiscard]] QUuid keyOfCheck(const QString &challenge, const Secret &code);

// PlatformBadAnswer: outside the contract; nothing of what was said is repeated in it.
[[nodiscard]] Result<ports::PhoneCodeAnswer> phoneCodeAnswer(const QJsonObject &answer);
[[nodiscard]] Result<ports::PhoneCheckAnswer> phoneCheckAnswer(const QJsonObject &answer);

} // namespace tongban::offline::platform
