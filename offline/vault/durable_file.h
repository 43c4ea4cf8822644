// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/file_system.h"

namespace tongban::offline::vault {

// Names that end so are never valid content: a crash left them.
inline constexpr auto temporarySuffix = ".tmp";

// Whole or not at all, also through a power cut: temporary file, sync, rename, sync of the directory. directory exists.
[[nodiscard]] Result<void> writeDurably(ports::FileSystem &files, const QString &directory, const QString &name,
                                        const QByteArray &bytes);

} // namespace tongban::offline::vault
