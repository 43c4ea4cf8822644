// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace tongban::offline::crypto {

// The digest of a page as the city checks it (GB/T 32905): 32 bytes.
[[nodiscard]] QByteArray sm3(const QByteArray &bytes);

} // namespace tongban::offline::crypto
