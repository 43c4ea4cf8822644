// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/comfort_controller.h"

#include <algorithm>

namespace tongban::view {

void ComfortController::switchLanguage()
{
    setLanguage(m_languages.next());
}

void ComfortController::setLanguage(const QString &code)
{
    if (!m_languages.set(code))
        return;
    ports::SpeechManner manner = m_manner;
    manner.language = code;
    setManner(manner); // before the words: they are spoken by the voice of their language
    Q_EMIT languageChanged();
}

void ComfortController::louder(int steps)
{
    ports::SpeechManner manner = m_manner;
    manner.loudness = std::clamp(manner.loudness + steps, 0, 4);
    setManner(manner);
}

void ComfortController::faster(int steps)
{
    ports::SpeechManner manner = m_manner;
    manner.pace = std::clamp(manner.pace + steps, -2, 2);
    setManner(manner);
}

void ComfortController::setManner(const ports::SpeechManner &manner)
{
    if (manner == m_manner)
        return;
    m_manner = manner;
    Q_EMIT mannerChanged();
    Q_EMIT changed();
}

void ComfortController::setDark(bool dark)
{
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT changed();
}

void ComfortController::setLow(bool low)
{
    if (low == m_low)
        return;
    m_low = low;
    Q_EMIT lowChanged();
    Q_EMIT changed();
}

void ComfortController::reset()
{
    setDark(false);
    setLow(false);
    setLanguage(ScreenLanguage::source);
    setManner({});
}

bool ComfortController::isChanged() const
{
    return m_dark || m_low || !(m_manner == ports::SpeechManner{});
}

} // namespace tongban::view
