// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/masking.h"

namespace tongban::domain {

namespace {

QString masked(const QString &value, qsizetype length, qsizetype head, qsizetype tail)
{
    if (value.size() != length)
        return QString(value.size(), u'*');
    return value.left(head) + QString(length - head - tail, u'*') + value.right(tail);
}

} // namespace

QString maskedName(const Secret &name)
{
    const QString &value = name.reveal();
    if (value.isEmpty())
        return {};
    // Rare surnames lie beyond the basic plane: two code units are one character.
    return value.left(value.front().isHighSurrogate() ? 2 : 1) + u'*';
}

QString maskedIdNumber(const Secret &idNumber)
{
    return masked(idNumber.reveal(), 18, 6, 4);
}

QString maskedPhone(const Secret &phone)
{
    return masked(phone.reveal(), 11, 3, 4);
}

QString maskedAccount(const Secret &account)
{
    const QString &value = account.reveal();
    return value.size() > 8 ? QStringLiteral("****") + value.right(4) : QString(value.size(), u'*');
}

} // namespace tongban::domain
