// SPDX-License-Identifier: GPL-3.0-or-later
// Base45 (RFC 9285): bytes in the alphanumeric set of QR codes, two bytes in three characters. Every scanner passes
// these characters on unchanged, whatever keyboard or code page it imitates, and a QR code packs them as tightly as
// bytes.
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>

namespace tongban::offline::receipt {

[[nodiscard]] QByteArray toBase45(const QByteArray &bytes);
// CodeUnreadable: a character outside the set, a length or a group that no encoder makes.
[[nodiscard]] Result<QByteArray> fromBase45(const QByteArray &text);

} // namespace tongban::offline::receipt
