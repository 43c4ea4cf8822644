// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace tongban::offline::platform {

// The one spelling of a JSON value that both sides digest (contract: "Catalogue"): UTF-8, members sorted by name
// bytewise, no white space, numbers as ECMAScript writes them (whole ones below 2^53 as integers), in strings only what
// must be escaped. Pure.
[[nodiscard]] QByteArray canonicalJson(const QJsonValue &value);

} // namespace tongban::offline::platform
