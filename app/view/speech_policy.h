// SPDX-License-Identifier: GPL-3.0-or-later
// When the terminal speaks: once for each page, once for each trouble, and on request. Only what is on the screen.
#pragma once

#include "app/core/ports/speaker.h"

#include <QStringList>

namespace tongban::view {

class SpeechPolicy // UI thread
{
public:
    explicit SpeechPolicy(ports::Speaker *speaker) : m_speaker(speaker) {}

    void setManner(const ports::SpeechManner &manner);

    // Says the clauses unless they are what was said last for this `page` (a page or its trouble).
    void show(const QString &page, const QStringList &clauses);
    void repeat();
    void say(const QStringList &clauses); // aside; "repeat" goes back to the page
    void forget();                        // hush, and drop what could be repeated

    [[nodiscard]] QStringList current() const { return m_clauses; }

private:
    ports::Speaker *m_speaker;
    QString m_page;
    QStringList m_clauses;
};

} // namespace tongban::view
