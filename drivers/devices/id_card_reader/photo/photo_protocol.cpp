// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/id_card_reader/photo/photo_protocol.h"

#include <QtEndian>

#include <cstdlib>

namespace tongban::drivers::devices {

namespace {

constexpr qsizetype lengthSize = 2;

tl::unexpected<Error> violation(const QString &why)
{
    return fail(ErrorKind::ProtocolViolation, QStringLiteral("photo-protocol"), why);
}

} // namespace

QByteArray PhotoRequest::toPayload() const
{
    const QByteArray path = library.toUtf8();
    QByteArray payload(lengthSize, Qt::Uninitialized);
    qToBigEndian(static_cast<quint16>(path.size()), payload.data());
    return payload + path + wlt;
}

Result<PhotoRequest> PhotoRequest::fromPayload(const QByteArray &payload)
{
    if (payload.size() < lengthSize)
        return violation(QStringLiteral("a request of %1 bytes").arg(payload.size()));
    const auto length = qFromBigEndian<quint16>(payload.constData());
    if (length == 0 || payload.size() != lengthSize + length + photoWltBytes)
        return violation(QStringLiteral("a request of %1 bytes, %2 of them a path").arg(payload.size()).arg(length));
    return PhotoRequest{.library = QString::fromUtf8(payload.mid(lengthSize, length)),
                        .wlt = payload.mid(lengthSize + length)};
}

Result<QByteArray> photoOfAnswer(const codec::ChildMessage &answer)
{
    if (answer.type == PhotoMessage::failure)
        return fail(codec::errorFromPayload(answer.payload));
    if (answer.type != PhotoMessage::picture)
        return violation(QStringLiteral("a message of unknown type"));
    if (!isPhotoBmp(answer.payload))
        return violation(QStringLiteral("%1 bytes that are no picture of a card").arg(answer.payload.size()));
    return answer.payload;
}

bool isPhotoBmp(const QByteArray &file)
{
    if (file.size() != photoBmpBytes || !file.startsWith("BM"))
        return false;
    const auto number = [&file](qsizetype at) { return qFromLittleEndian<qint32>(file.constData() + at); };
    const auto half = [&file](qsizetype at) { return qFromLittleEndian<quint16>(file.constData() + at); };
    return number(10) == 54 && number(14) == 40 && number(18) == photoWidth &&
           (number(22) == photoHeight || number(22) == -photoHeight) && half(26) == 1 && half(28) == 24 && number(30) == 0;
}

} // namespace tongban::drivers::devices
