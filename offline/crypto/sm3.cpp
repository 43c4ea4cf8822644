// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/crypto/sm3.h"

#include <botan/hash.h>

namespace tongban::offline::crypto {

QByteArray sm3(const QByteArray &bytes)
{
    const auto hash = Botan::HashFunction::create_or_throw("SM3");
    hash->update(reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
    const auto digest = hash->final();
    return QByteArray(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(digest.size()));
}

} // namespace tongban::offline::crypto
