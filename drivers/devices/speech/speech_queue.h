// SPDX-License-Identifier: GPL-3.0-or-later
// Which clause is said next: the one being spoken is finished, older ones that wait are dropped. Pure; no engine here.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace tongban::drivers::devices {

class SpeechQueue
{
public:
    void say(const QStringList &clauses) { m_waiting = clauses; }
    void clear() { m_waiting.clear(); }

    // The clause to start now; none while one is spoken or when all is said. The caller speaks what it gets.
    [[nodiscard]] std::optional<QString> begin();
    void ended() { m_speaking = false; } // the engine finished (or gave up on) the clause

    [[nodiscard]] bool isSpeaking() const { return m_speaking; }

private:
    QStringList m_waiting;
    bool m_speaking = false;
};

} // namespace tongban::drivers::devices
