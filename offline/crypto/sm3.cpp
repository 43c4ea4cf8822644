// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/crypto/sm3.h"

#include "offline/crypto/bytes.h"

#include <botan/hash.h>

namespace tongban::offline::crypto {

QByteArray sm3(const QByteArray &bytes)
{
    Sm3Stream stream;
    stream.add(bytes);
    return stream.digest();
}

Sm3Stream::Sm3Stream() : m_hash(Botan::HashFunction::create_or_throw("SM3")) {}

Sm3Stream::~Sm3Stream() = default;

void Sm3Stream::add(const QByteArray &bytes)
{
    m_hash->update(raw(bytes), length(bytes));
}

QByteArray Sm3Stream::digest() const
{
    return toByteArray(m_hash->copy_state()->final());
}

} // namespace tongban::offline::crypto
