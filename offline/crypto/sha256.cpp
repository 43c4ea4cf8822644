// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/crypto/sha256.h"

#include "offline/crypto/bytes.h"

#include <botan/hash.h>

namespace tongban::offline::crypto {

QByteArray sha256(const QByteArray &bytes)
{
    const auto hash = Botan::HashFunction::create_or_throw("SHA-256");
    hash->update(raw(bytes), length(bytes));
    return toByteArray(hash->final());
}

} // namespace tongban::offline::crypto
