// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/ferry/bundle_format.h"

#include <QtEndian>

namespace tongban::offline::ferry {

QByteArray numberBytes(qint64 number)
{
    QByteArray bytes(lengthBytes, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(number), bytes.data());
    return bytes;
}

qint64 numberIn(const QByteArray &bytes)
{
    return bytes.size() < lengthBytes ? -1 : static_cast<qint64>(qFromBigEndian<quint32>(bytes.constData()));
}

QByteArray recordPlace(const QByteArray &bundleId, qint64 number)
{
    return bundleTitle + bundleId + '\n' + QByteArray::number(number);
}

QByteArray signedText(const QByteArray &digest)
{
    return bundleTitle + digest;
}

} // namespace tongban::offline::ferry
