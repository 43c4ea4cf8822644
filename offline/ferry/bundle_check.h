// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/file_system.h"
#include "offline/crypto/cipher.h"
#include "offline/crypto/sm2.h"

namespace tongban::offline::ferry {

struct BundleCount
{
    int cases = 0;
    int requests = 0;
    qint64 bytes = 0;
};

// Reads a bundle back from the medium as the city will, record by record, and holds it against its signature: only then
// is anybody told to pull the stick. key: what BundleWriter sealed with. Errors: StoreCorrupt (what lies there is not
// what was written), and those of the FileSystem port.
[[nodiscard]] Result<BundleCount> checkBundle(ports::FileSystem &files, const QString &path, const crypto::Key &key,
                                              const crypto::Sm2PublicKey &device);

} // namespace tongban::offline::ferry
