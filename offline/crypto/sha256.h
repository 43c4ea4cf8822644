// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace tongban::offline::crypto {

// FIPS 180-4: 32 bytes. Where the processor has instructions for it they are used; Qt's own takes ten times as long.
[[nodiscard]] QByteArray sha256(const QByteArray &bytes);

} // namespace tongban::offline::crypto
