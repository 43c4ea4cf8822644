// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace Botan {
class HashFunction;
}

namespace tongban::offline::crypto {

// The digest of a page as the city checks it (GB/T 32905): 32 bytes.
[[nodiscard]] QByteArray sm3(const QByteArray &bytes);

// The same over what comes in pieces. One thread at a time.
class Sm3Stream
{
public:
    Sm3Stream();
    ~Sm3Stream();
    Sm3Stream(const Sm3Stream &) = delete;
    Sm3Stream &operator=(const Sm3Stream &) = delete;

    void add(const QByteArray &bytes);
    [[nodiscard]] QByteArray digest() const; // of all that was added so far

private:
    std::unique_ptr<Botan::HashFunction> m_hash;
};

} // namespace tongban::offline::crypto
