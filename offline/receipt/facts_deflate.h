// SPDX-License-Identifier: GPL-3.0-or-later
// Deflate (RFC 1951) that begins with words both sides know. Private to this room.
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>

namespace tongban::offline::receipt {

[[nodiscard]] QByteArray deflated(const QByteArray &plain);
// At most 64 KiB come out, whatever was sent in. CodeUnreadable: not deflated, cut short, or larger than that.
[[nodiscard]] Result<QByteArray> inflated(const QByteArray &packed);

} // namespace tongban::offline::receipt
