// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tongban::ports {

// How a person wants to be spoken to.
struct SpeechManner
{
    QString language = QStringLiteral("zh"); // of the clauses that follow, ISO 639-1
    int loudness = 3;                        // 0 silent … 4
    int pace = 0;                            // -2 slow … 2 quick

    [[nodiscard]] bool operator==(const SpeechManner &) const = default;
};

// The voice. Its absence is silent and known; it never blocks. UI thread.
class Speaker
{
public:
    virtual ~Speaker() = default;
    // Of what is said from now on. A language without a voice is silent.
    virtual void setManner(const SpeechManner &manner) = 0;
    // Says the clauses one after another; the clause being spoken is finished, older ones waiting are dropped.
    virtual void say(const QStringList &clauses) = 0;
    virtual void hush() = 0;
};

} // namespace tongban::ports
