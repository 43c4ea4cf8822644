// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/receipt/base45.h"

#include <cstring>

namespace tongban::offline::receipt {

namespace {

constexpr char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr int base = 45;

int byteAt(const QByteArray &bytes, qsizetype at)
{
    return static_cast<unsigned char>(bytes.at(at));
}

// -1: no such character.
int digitAt(const QByteArray &text, qsizetype at)
{
    const char character = text.at(at);
    const char *found = character == '\0' ? nullptr : std::strchr(alphabet, character);
    return found == nullptr ? -1 : static_cast<int>(found - alphabet);
}

tl::unexpected<Error> broken(const char *why)
{
    return fail(ErrorKind::CodeUnreadable, QStringLiteral("receipt.base45"), QString::fromLatin1(why));
}

} // namespace

QByteArray toBase45(const QByteArray &bytes)
{
    QByteArray text;
    text.reserve(bytes.size() / 2 * 3 + 2);
    for (qsizetype i = 0; i < bytes.size(); i += 2) {
        const bool isPair = i + 1 < bytes.size();
        int value = isPair ? byteAt(bytes, i) * 256 + byteAt(bytes, i + 1) : byteAt(bytes, i);
        for (int digit = 0; digit < (isPair ? 3 : 2); ++digit) {
            text += alphabet[value % base];
            value /= base;
        }
    }
    return text;
}

Result<QByteArray> fromBase45(const QByteArray &text)
{
    if (text.size() % 3 == 1)
        return broken("the text was cut short");
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); i += 3) {
        const bool isTriple = i + 2 < text.size();
        int value = 0;
        for (qsizetype digit = isTriple ? 2 : 1; digit >= 0; --digit) {
            const int d = digitAt(text, i + digit);
            if (d < 0)
                return broken("a character outside the set");
            value = value * base + d;
        }
        if (value > (isTriple ? 0xFFFF : 0xFF))
            return broken("a group that stands for no bytes");
        if (isTriple)
            bytes += static_cast<char>(value >> 8);
        bytes += static_cast<char>(value & 0xFF);
    }
    return bytes;
}

} // namespace tongban::offline::receipt
