// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/speech/speech_engine.h"

#include "app/core/base/log.h"

#include <QLocale>
#include <QVoice>

namespace tongban::drivers::devices {

namespace {

std::optional<QVoice> choose(const QList<QVoice> &voices, const QStringList &preferred)
{
    for (const QString &name : preferred) {
        for (const QVoice &voice : voices) {
            if (voice.name().startsWith(name))
                return voice;
        }
    }
    return std::nullopt;
}

} // namespace

void SpeechEngine::start()
{
    m_deadline = std::make_unique<QTimer>();
    m_deadline->setSingleShot(true);
    connect(m_deadline.get(), &QTimer::timeout, this, &SpeechEngine::giveUpClause);
    if (QTextToSpeech::availableEngines().isEmpty())
        return becomeSilent(QStringLiteral("no engine is installed"));
    m_speech = m_options.engine.isEmpty() ? std::make_unique<QTextToSpeech>()
                                          : std::make_unique<QTextToSpeech>(m_options.engine);
    connect(m_speech.get(), &QTextToSpeech::stateChanged, this, &SpeechEngine::stateChanged);
    m_deadline->start(m_options.readyWithin);
    stateChanged(m_speech->state());
}

void SpeechEngine::stateChanged(QTextToSpeech::State state)
{
    switch (state) {
    case QTextToSpeech::Ready:
        if (m_phase == Phase::Starting)
            return becomeReady();
        m_queue.ended();
        return speakNext();
    case QTextToSpeech::Error:
        if (m_phase == Phase::Starting)
            return becomeSilent(QStringLiteral("the engine reports an error"));
        m_queue.ended();
        return speakNext();
    case QTextToSpeech::Speaking:
    case QTextToSpeech::Paused:
        return;
    }
}

void SpeechEngine::becomeReady()
{
    // zh_CN ends in an error on this engine; its Mandarin voices are listed under the C locale.
    m_speech->setLocale(QLocale::c());
    const std::optional<QVoice> voice = choose(m_speech->availableVoices(), m_options.voices);
    if (!voice)
        return becomeSilent(QStringLiteral("no Mandarin voice"));
    m_deadline->stop();
    m_speech->setVoice(*voice);
    m_speech->setRate(m_options.rate);
    m_phase = Phase::Ready;
    log(LogEvent::SpeechReady, {{"voice", voice->name()}});
    speakNext();
}

void SpeechEngine::becomeSilent(const QString &reason)
{
    m_phase = Phase::Silent;
    m_deadline->stop();
    m_queue.clear();
    log(LogEvent::SpeechSilent, {{"reason", reason}});
}

void SpeechEngine::say(const QStringList &clauses)
{
    if (m_phase == Phase::Silent)
        return;
    m_queue.say(clauses); // while starting, the newest page waits for the voice; older ones are stale
    speakNext();
}

void SpeechEngine::hush()
{
    m_queue.clear();
    if (m_phase == Phase::Ready && m_queue.isSpeaking())
        m_speech->stop();
}

void SpeechEngine::speakNext()
{
    if (m_phase != Phase::Ready)
        return;
    m_deadline->stop();
    if (const std::optional<QString> clause = m_queue.begin()) {
        m_deadline->start(m_options.clauseWithin);
        m_speech->say(*clause);
    }
}

void SpeechEngine::giveUpClause()
{
    if (m_phase == Phase::Starting)
        return becomeSilent(QStringLiteral("the engine did not become ready in time; is there an audio device?"));
    m_speech->stop();
    m_queue.ended();
    speakNext();
}

void SpeechEngine::end()
{
    m_phase = Phase::Silent;
    m_deadline.reset();
    m_speech.reset();
}

} // namespace tongban::drivers::devices
