// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/city_word.h"

namespace tongban::view {

void CityWord::setClosed(const QString &text)
{
    if (text == m_closedText)
        return;
    m_closedText = text;
    Q_EMIT changed();
}

void CityWord::setMessage(const QString &text, const QDateTime &untilUtc)
{
    m_message = text;
    m_messageUntil = untilUtc;
    Q_EMIT changed();
}

void CityWord::look(const QDateTime &nowUtc)
{
    if (!m_message.isEmpty() && m_messageUntil <= nowUtc)
        setMessage({}, {});
}

} // namespace tongban::view
