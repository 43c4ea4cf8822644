// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/file_system.h"

#include <functional>
#include <vector>

namespace tongban::offline::vault {

// Names that end so are never valid content: a crash left them.
inline constexpr auto temporarySuffix = ".tmp";

// Whole or not at all, also through a power cut: temporary file, sync, rename, sync of the directory. directory exists.
[[nodiscard]] Result<void> writeDurably(ports::FileSystem &files, const QString &directory, const QString &name,
                                        const QByteArray &bytes);

struct NewFile
{
    QString path; // absolute; its directory exists
    QByteArray bytes;
};

// Several files or directories at once, each by a thread of its own (at most 8): syncs that wait for the disk side by
// side share one commit of its journal, one after the other each waits for its own. All are tried; the first error, in
// their order, is answered. What is written lies under its final name at once: only for names that nobody knows yet. It
// is durable when syncTogether for the directories has returned as well. meanwhile: run by the caller's thread while
// the others wait for the disk.
[[nodiscard]] Result<void> writeTogether(ports::FileSystem &files, const std::vector<NewFile> &all,
                                         const std::function<void()> &meanwhile);
[[nodiscard]] Result<void> syncTogether(ports::FileSystem &files, const QStringList &directories);

} // namespace tongban::offline::vault
