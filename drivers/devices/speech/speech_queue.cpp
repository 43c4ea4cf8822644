// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/speech/speech_queue.h"

namespace tongban::drivers::devices {

std::optional<QString> SpeechQueue::begin()
{
    if (m_speaking || m_waiting.isEmpty())
        return std::nullopt;
    m_speaking = true;
    return m_waiting.takeFirst();
}

} // namespace tongban::drivers::devices
