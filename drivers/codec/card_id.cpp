// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/card_id.h"

namespace tongban::drivers::codec {

namespace {

constexpr qsizetype longestId = 64; // bytes; ids in the field have 4, 7, 8 or 10

tl::unexpected<Error> unreadable(const QString &why)
{
    return fail(ErrorKind::CardUnreadable, QStringLiteral("card-id"), why);
}

} // namespace

QByteArray cardIdRequest(quint8 le)
{
    return QByteArray::fromHex("FFCA0000") + static_cast<char>(le);
}

Result<CardIdAnswer> decodeCardId(const QByteArray &response)
{
    if (response.size() < 2)
        return unreadable(QStringLiteral("a response of %1 bytes").arg(response.size()));
    const auto sw1 = static_cast<quint8>(response.at(response.size() - 2));
    const auto sw2 = static_cast<quint8>(response.at(response.size() - 1));
    const QByteArray data = response.chopped(2);
    if (data.size() > longestId)
        return unreadable(QStringLiteral("an id of %1 bytes").arg(data.size()));
    // 62 82: the end came before Le bytes; what came is the whole id.
    if ((sw1 == 0x90 && sw2 == 0x00) || (sw1 == 0x62 && sw2 == 0x82))
        return CardIdAnswer{.id = data, .askFor = {}};
    if (sw1 == 0x6C)
        return CardIdAnswer{.id = {}, .askFor = sw2};
    return CardIdAnswer{}; // 6A 81 "function not supported", and whatever a contact card makes of an APDU it does not know
}

} // namespace tongban::drivers::codec
