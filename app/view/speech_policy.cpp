// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/speech_policy.h"

namespace tongban::view {

void SpeechPolicy::setManner(const ports::SpeechManner &manner)
{
    if (m_speaker)
        m_speaker->setManner(manner);
}

void SpeechPolicy::show(const QString &page, const QStringList &clauses)
{
    if (page == m_page && clauses == m_clauses)
        return;
    m_page = page;
    m_clauses = clauses;
    repeat();
}

void SpeechPolicy::repeat()
{
    if (m_speaker && !m_clauses.isEmpty())
        m_speaker->say(m_clauses);
}

void SpeechPolicy::say(const QStringList &clauses)
{
    if (m_speaker)
        m_speaker->say(clauses);
}

void SpeechPolicy::forget()
{
    m_page.clear();
    m_clauses.clear();
    if (m_speaker)
        m_speaker->hush();
}

} // namespace tongban::view
