// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>

#include <optional>

namespace tongban::drivers::devices {

// The first code of a grey picture, as SeenCode::content (AIM identifier and bytes). Kinds: code_settings.h. Only the camera program calls it: ZXing's asserts are on in Debian's build.
[[nodiscard]] std::optional<QByteArray> findCode(const uchar *pixels, QSize size, int bytesPerLine);

} // namespace tongban::drivers::devices
