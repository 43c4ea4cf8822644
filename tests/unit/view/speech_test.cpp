// SPDX-License-Identifier: GPL-3.0-or-later
// Which clause comes next; and a terminal without a voice that goes on in silence, and says so once.
#include "app/core/base/log.h"
#include "drivers/devices/speech/qt_speaker.h"
#include "drivers/devices/speech/speech_queue.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QTest>

using namespace tongban;
using namespace tongban::drivers::devices;

namespace {

QMutex mutex;
QByteArrayList lines;

int countOf(const QByteArray &event)
{
    const QMutexLocker lock(&mutex);
    return static_cast<int>(
        std::count_if(lines.begin(), lines.end(), [&](const QByteArray &line) { return line.contains(event); }));
}

} // namespace

class SpeechTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void finishesTheClauseAndDropsTheStale();
    void isSilentWithoutAnEngine();
};

void SpeechTest::initTestCase()
{
    setLogSink([](const QByteArray &line) {
        const QMutexLocker lock(&mutex);
        lines.append(line);
    });
}

void SpeechTest::finishesTheClauseAndDropsTheStale()
{
    SpeechQueue queue;
    QVERIFY(!queue.begin());
    queue.say({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    QCOMPARE(queue.begin(), QStringLiteral("a"));
    QVERIFY(!queue.begin()); // a is being spoken
    queue.say({QStringLiteral("x"), QStringLiteral("y")});
    QVERIFY(!queue.begin()); // and is finished
    queue.ended();
    QCOMPARE(queue.begin(), QStringLiteral("x")); // b and c are stale
    queue.clear();
    queue.ended();
    QVERIFY(!queue.begin());
}

void SpeechTest::isSilentWithoutAnEngine()
{
    SpeakerOptions options;
    options.engine = QStringLiteral("no-such-engine");
    options.readyWithin = std::chrono::milliseconds(50);
    QtSpeaker speaker(options);
    speaker.start();
    QElapsedTimer blocked;
    blocked.start();
    speaker.say({QStringLiteral("您好")});
    QVERIFY(blocked.elapsed() < 1000);
    QTRY_COMPARE(countOf("SpeechSilent"), 1);
    speaker.say({QStringLiteral("您好")});
    speaker.hush();
    QCOMPARE(countOf("SpeechReady"), 0);
    QCOMPARE(countOf("SpeechSilent"), 1);
}

QTEST_GUILESS_MAIN(SpeechTest)
#include "speech_test.moc"
