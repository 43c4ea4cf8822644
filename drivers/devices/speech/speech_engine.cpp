// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/speech/speech_engine.h"

#include "app/core/base/log.h"

#include <QLocale>

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
    const QList<QVoice> present = m_speech->availableVoices();
    for (auto wanted = m_options.voices.cbegin(); wanted != m_options.voices.cend(); ++wanted) {
        if (const std::optional<QVoice> voice = choose(present, *wanted))
            m_voices.insert(wanted.key(), *voice);
    }
    const auto mandarin = m_voices.constFind(QStringLiteral("zh"));
    if (mandarin == m_voices.cend())
        return becomeSilent(QStringLiteral("no Mandarin voice"));
    m_deadline->stop();
    m_phase = Phase::Ready;
    log(LogEvent::SpeechReady, {{"voice", mandarin->name()}});
    takeManner();
    speakNext();
}

// A quarter of the engine's range a step of pace: still speech at both ends.
void SpeechEngine::takeManner()
{
    if (const auto voice = m_voices.constFind(m_manner.language); voice != m_voices.cend())
        m_speech->setVoice(*voice);
    m_speech->setRate(m_options.rate + 0.25 * m_manner.pace);
    m_speech->setVolume(0.25 * m_manner.loudness);
}

void SpeechEngine::setManner(const ports::SpeechManner &manner)
{
    m_manner = manner;
    if (m_phase == Phase::Ready)
        takeManner();
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
    if (m_phase == Phase::Ready && (m_manner.loudness == 0 || !m_voices.contains(m_manner.language)))
        return m_queue.clear();
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
