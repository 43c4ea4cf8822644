// SPDX-License-Identifier: GPL-3.0-or-later
// The ways through an item's situations. A path is the answers of those situations that were asked. Pure functions.
#pragma once

#include "app/core/domain/service_item.h"

#include <QMap>
#include <QSet>

#include <vector>

namespace tongban::catalogue {

using SituationPath = QMap<QString, QString>; // situation → value of its option; not asked: not there

inline constexpr qint64 mostPaths = 4096;

// How many ways there are; mostPaths + 1 when there are more. Situations that do not hang together are not walked
// together: their ways multiply.
[[nodiscard]] qint64 pathCount(const domain::ServiceItem &item);

// The paths as far as the `wanted` situations go: what decides whether those are asked is in them too, the rest is not.
// Each part of a way of the item is there once, in the order of the options.
[[nodiscard]] std::vector<SituationPath> pathsOver(const domain::ServiceItem &item, const QSet<QString> &wanted);

// The situations that a condition names.
[[nodiscard]] QSet<QString> namedIn(const domain::Condition &condition);

enum class Truth { No, Maybe, Yes }; // Maybe: it hangs on an answer of the form
[[nodiscard]] Truth truthOf(const domain::Condition &condition, const domain::ServiceItem &item,
                            const SituationPath &path);

// "您为谁办理=自己；…" in the words of the questions; 任何情形 when nothing was asked.
[[nodiscard]] QString inWords(const domain::ServiceItem &item, const SituationPath &path);

} // namespace tongban::catalogue
