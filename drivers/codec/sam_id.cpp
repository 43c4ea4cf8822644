// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/sam_id.h"

#include <QtEndian>

namespace tongban::drivers::codec {

QString SamId::printed() const
{
    const auto padded = [](quint32 value, int width) {
        return QStringLiteral("%1").arg(value, width, 10, QLatin1Char('0'));
    };
    return padded(type, 2) + u'.' + padded(version, 2) + u'-' + QString::number(date) + u'-' + padded(serial, 9) + u'-' +
           padded(check, 9);
}

Result<SamId> decodeSamId(const QByteArray &data)
{
    if (data.size() != 16)
        return fail(ErrorKind::ProtocolViolation, QStringLiteral("sam.sam-id"),
                    QStringLiteral("an id of %1 bytes").arg(data.size()));
    const char *bytes = data.constData();
    return SamId{.type = qFromLittleEndian<quint16>(bytes),
                 .version = qFromLittleEndian<quint16>(bytes + 2),
                 .date = qFromLittleEndian<quint32>(bytes + 4),
                 .serial = qFromLittleEndian<quint32>(bytes + 8),
                 .check = qFromLittleEndian<quint32>(bytes + 12)};
}

} // namespace tongban::drivers::codec
