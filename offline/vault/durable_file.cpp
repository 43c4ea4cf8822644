// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/vault/durable_file.h"

namespace tongban::offline::vault {

Result<void> writeDurably(ports::FileSystem &files, const QString &directory, const QString &name,
                          const QByteArray &bytes)
{
    const QString target = directory + QLatin1Char('/') + name;
    const QString temporary = target + QLatin1String(temporarySuffix);
    auto step = files.writeSynced(temporary, bytes);
    if (step)
        step = files.rename(temporary, target);
    if (!step) {
        // What remains of the attempt is sealed or random; if even this fails, the next sweep takes it.
        static_cast<void>(files.remove(temporary));
        return step;
    }
    return files.syncDirectory(directory);
}

} // namespace tongban::offline::vault
