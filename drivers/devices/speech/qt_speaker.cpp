// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/speech/qt_speaker.h"

#include "drivers/devices/speech/speech_engine.h"

#include <QMetaObject>

namespace tongban::drivers::devices {

QtSpeaker::QtSpeaker(const SpeakerOptions &options) : m_engine(new SpeechEngine(options))
{
    m_thread.setObjectName(QStringLiteral("speech"));
    m_engine->moveToThread(&m_thread);
    m_thread.start();
}

void QtSpeaker::start()
{
    QMetaObject::invokeMethod(m_engine, &SpeechEngine::start, Qt::QueuedConnection);
}

QtSpeaker::~QtSpeaker()
{
    QMetaObject::invokeMethod(
        m_engine,
        [engine = m_engine] {
            engine->end();
            delete engine;
            QThread::currentThread()->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void QtSpeaker::setManner(const ports::SpeechManner &manner)
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, manner] { engine->setManner(manner); }, Qt::QueuedConnection);
}

void QtSpeaker::say(const QStringList &clauses)
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, clauses] { engine->say(clauses); }, Qt::QueuedConnection);
}

void QtSpeaker::hush()
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine] { engine->hush(); }, Qt::QueuedConnection);
}

} // namespace tongban::drivers::devices
