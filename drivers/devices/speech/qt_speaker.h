// SPDX-License-Identifier: GPL-3.0-or-later
// The voice of the terminal: Qt TextToSpeech over speech-dispatcher, on a thread of its own (the engine's constructor
// blocks for seconds). Without an engine, a Mandarin voice or an audio device it is silent, and says so once in the
// log.
#pragma once

#include "app/core/ports/speaker.h"

#include <QMap>
#include <QThread>

#include <chrono>

namespace tongban::drivers::devices {

struct SpeakerOptions
{
    QString engine; // Qt TextToSpeech plugin name; empty = the default one
    // By language of the screen (ISO 639-1), in order of preference; matched by the beginning of the voice's name.
    // espeak-ng's "cmn" voice reads hanzi as English; the Mandarin one named here reads them.
    QMap<QString, QStringList> voices{
        {QStringLiteral("zh"), {QStringLiteral("Chinese (Mandarin, latin as Pinyin)")}},
        {QStringLiteral("en"), {QStringLiteral("English (Great Britain)"), QStringLiteral("English")}}};
    double rate = -0.1; // -1 … 1; a little slower than the engine's default: the hall is loud, the listener is old
    std::chrono::milliseconds readyWithin{10'000};  // without an audio device Ready never comes
    std::chrono::milliseconds clauseWithin{20'000}; // an engine that hangs in a clause must not silence the rest
};

class SpeechEngine;

class QtSpeaker final : public ports::Speaker // made, called and destroyed on the user interface's thread
{
public:
    explicit QtSpeaker(const SpeakerOptions &options = {});
    ~QtSpeaker() override;

    // Builds the engine on its thread. Apart from the constructor, so that the first page need not share the processor
    // with it; what is said before waits, the newest only.
    void start();

    void setManner(const ports::SpeechManner &manner) override;
    void say(const QStringList &clauses) override;
    void hush() override;

private:
    QThread m_thread;
    SpeechEngine *m_engine; // lives on m_thread, deleted there
};

} // namespace tongban::drivers::devices
