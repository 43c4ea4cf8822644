// SPDX-License-Identifier: GPL-3.0-or-later
// Fields, choices and conditions of an item's file. Internal to app/core/domain.
#pragma once

#include "app/core/domain/json_reader.h"
#include "app/core/domain/service_item.h"

namespace tongban::domain {

[[nodiscard]] QString keyFrom(JsonReader &in, const QString &name = QStringLiteral("key"));
[[nodiscard]] QString codeFrom(JsonReader &in, const QString &name); // opaque, 1 to 64 characters
[[nodiscard]] QString iconFrom(JsonReader &in, const QString &name = QStringLiteral("icon"));

// The condition under `name`; Always when there is none.
[[nodiscard]] Condition conditionFrom(JsonReader &outer, const QString &name);
[[nodiscard]] FieldChoice choiceFrom(JsonReader &in);
[[nodiscard]] FormField fieldFrom(JsonReader &in);
[[nodiscard]] FormPage pageFrom(JsonReader &in);
[[nodiscard]] Situation situationFrom(JsonReader &in);

// In the order of FieldType.
[[nodiscard]] const QStringList &fieldTypeNames();

} // namespace tongban::domain
