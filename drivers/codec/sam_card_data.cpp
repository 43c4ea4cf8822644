// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/sam_card_data.h"

#include <QString>
#include <QtEndian>

#include <algorithm>

namespace tongban::drivers::codec {

namespace {

constexpr qsizetype textSize = 256;
constexpr qsizetype photoSize = 1024;
constexpr QByteArrayView textAndPhoto("\x01\x00\x04\x00", 4); // both lengths, big-endian

tl::unexpected<Error> violation(const QString &why)
{
    return fail(ErrorKind::ProtocolViolation, QStringLiteral("sam.read"), why);
}

tl::unexpected<Error> wrongLengths(const QByteArray &data)
{
    return violation(QStringLiteral("section lengths ") +
                     QString::fromLatin1(data.first(std::min<qsizetype>(data.size(), 6)).toHex(' ')));
}

Result<SamCardData> split(const QByteArray &data, qsizetype header, qsizetype fingerprintSize)
{
    if (data.size() != header + textSize + photoSize + fingerprintSize)
        return violation(QStringLiteral("%1 bytes of card data").arg(data.size()));
    return SamCardData{.text = data.mid(header, textSize),
                       .photo = data.mid(header + textSize, photoSize),
                       .fingerprint = data.mid(header + textSize + photoSize)};
}

} // namespace

Result<SamCardData> splitBase(const QByteArray &data)
{
    if (!data.startsWith(textAndPhoto))
        return wrongLengths(data);
    return split(data, textAndPhoto.size(), 0);
}

Result<SamCardData> splitBaseAndFingerprint(const QByteArray &data)
{
    constexpr qsizetype header = 6;
    if (!data.startsWith(textAndPhoto) || data.size() < header)
        return wrongLengths(data);
    const auto fingerprint = qFromBigEndian<quint16>(data.constData() + textAndPhoto.size());
    if (fingerprint != 0 && fingerprint != 512 && fingerprint != 1024)
        return wrongLengths(data);
    return split(data, header, fingerprint);
}

} // namespace tongban::drivers::codec
