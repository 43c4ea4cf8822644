// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/devices/speech/qt_speaker.h"
#include "drivers/devices/speech/speech_queue.h"

#include <QObject>
#include <QTextToSpeech>
#include <QTimer>
#include <QVoice>

#include <memory>

namespace tongban::drivers::devices {

// The engine behind QtSpeaker; everything on the speech thread.
class SpeechEngine : public QObject
{
    Q_OBJECT
public:
    explicit SpeechEngine(SpeakerOptions options) : m_options(std::move(options)) {}

    void start();
    void setManner(const ports::SpeechManner &manner);
    void say(const QStringList &clauses);
    void hush();
    void end(); // before the thread ends: the engine is destroyed where it was made

private:
    enum class Phase { Starting, Ready, Silent };

    void stateChanged(QTextToSpeech::State state);
    void becomeReady();
    void takeManner();
    void becomeSilent(const QString &reason);
    void speakNext();
    void giveUpClause();

    SpeakerOptions m_options;
    ports::SpeechManner m_manner;
    QMap<QString, QVoice> m_voices; // by language; what is not in it is silent
    SpeechQueue m_queue;
    std::unique_ptr<QTextToSpeech> m_speech;
    std::unique_ptr<QTimer> m_deadline;
    Phase m_phase = Phase::Starting;
};

} // namespace tongban::drivers::devices
