// SPDX-License-Identifier: GPL-3.0-or-later
// The camera program gone wrong in every way: the kiosk says which, in time, and the next call heals.
#include "drivers/devices/camera/camera_code_scanner.h"
#include "drivers/devices/camera/v4l2_camera.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>
#include <fstream>
#include <thread>

#include <poll.h>

using namespace tongban;
using namespace tongban::drivers::devices;
using namespace std::chrono_literals;

namespace {

const auto program = QStringLiteral(TONGBAN_BIN_DIR "/camera-scripted");

CameraOptions optionsFor(const QString &device)
{
    return {.path = device,
            .size = {320, 240},
            .fps = 100,
            .startTimeout = 3000ms,
            .frameTimeout = 200ms,
            .captureTimeout = 2000ms};
}

// The first error of a stream that is watched.
Error watch(V4l2Camera &camera)
{
    quint64 last = 0;
    while (true) {
        const auto frame = camera.frame(last, Deadline::in(10s), {});
        if (!frame)
            return frame.error();
        last = frame->sequence;
    }
}

// The processes that this one started and that live.
QList<pid_t> ownChildren()
{
    std::ifstream file("/proc/self/task/" + std::to_string(::getpid()) + "/children");
    QList<pid_t> pids;
    for (pid_t pid = 0; file >> pid;)
        pids << pid;
    return pids;
}

} // namespace

class CameraProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QVERIFY(ownChildren().isEmpty()); }

    void misfortunes_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("detail");
        QTest::newRow("crash") << ErrorKind::DeviceFault << QStringLiteral("signal 11");
        QTest::newRow("crash-at-start") << ErrorKind::DeviceFault << QStringLiteral("signal 11");
        QTest::newRow("hang") << ErrorKind::DeviceSilent << QStringLiteral("no picture for 200 ms");
        QTest::newRow("frozen") << ErrorKind::DeviceSilent << QString();
        QTest::newRow("unplugged") << ErrorKind::DeviceAbsent << QString();
        QTest::newRow("absent") << ErrorKind::DeviceAbsent << QString();
        QTest::newRow("corrupt") << ErrorKind::ProtocolViolation << QStringLiteral("no picture");
        QTest::newRow("short") << ErrorKind::ProtocolViolation << QStringLiteral("no picture");
        QTest::newRow("resized") << ErrorKind::ProtocolViolation << QStringLiteral("no picture");
        for (const char *mad : {"babble", "no-memory", "out-of-turn", "small-memory", "mad-ring"})
            QTest::newRow(mad) << ErrorKind::ProtocolViolation << QString();
    }
    void misfortunes()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(QString, detail);
        V4l2Camera camera(optionsFor(QLatin1String(QTest::currentDataTag())), program);
        for (int i = 0; i < 2; ++i) { // the second run begins anew and meets the same
            QElapsedTimer took;
            took.start();
            const Error error = watch(camera);
            QCOMPARE(nameOf(error.kind), nameOf(kind));
            QVERIFY2(error.detail.contains(detail), qPrintable(error.detail));
            QVERIFY2(took.elapsed() < 6000, "the camera's own times were not kept");
        }
        camera.close();
    }

    void aHangAtTheStartEndsByItsTime()
    {
        CameraOptions options = optionsFor(QStringLiteral("hang-at-start"));
        options.startTimeout = 500ms;
        V4l2Camera camera(options, program);
        const auto started = camera.start(Deadline::in(10s), {});
        QVERIFY(failedWith(started, ErrorKind::DeviceSilent));
        QVERIFY2(started.error().detail.contains(QStringLiteral("500 ms")), qPrintable(started.error().detail));
    }

    void aFloodEndsWithTheDeadline()
    {
        V4l2Camera camera(optionsFor(QStringLiteral("flood")), program);
        const auto frame = camera.frame(0, Deadline::in(500ms), {});
        QVERIFY(!frame);
        camera.close();
    }

    void killedItComesBackAndCountsOn()
    {
        V4l2Camera camera(optionsFor(QStringLiteral("pattern")), program);
        const auto before = camera.frame(3, Deadline::in(5s), {});
        QVERIFY(before.has_value());
        for (const pid_t pid : ownChildren())
            ::kill(pid, SIGKILL);
        const Error error = watch(camera);
        QCOMPARE(nameOf(error.kind), "DeviceFault");
        QVERIFY2(error.detail.contains(QStringLiteral("signal 9")), qPrintable(error.detail));
        const auto after = camera.frame(before->sequence, Deadline::in(5s), {});
        QVERIFY(after.has_value());
        QVERIFY(after->sequence > before->sequence);
        camera.close();
    }

    void aScannerIsToldTheSame()
    {
        CameraCodeScanner scanner(optionsFor(QStringLiteral("crash")), program);
        QVERIFY(failedWith(scanner.next(Deadline::in(5s), {}), ErrorKind::DeviceFault));
        CameraCodeScanner silent(optionsFor(QStringLiteral("hang")), program);
        QVERIFY(failedWith(silent.next(Deadline::in(5s), {}), ErrorKind::DeviceSilent));
        CameraCodeScanner idle(optionsFor(QStringLiteral("pattern")), program);
        QVERIFY(failedWith(idle.next(Deadline::in(700ms), {}), ErrorKind::CodeAbsent)); // three of its frame times
        idle.close();
    }

    void aStopEndsEveryCallAtOnce()
    {
        V4l2Camera camera(optionsFor(QStringLiteral("hang-at-start")), program);
        std::stop_source stop;
        std::jthread person([&stop] {
            ::poll(nullptr, 0, 100);
            stop.request_stop();
        });
        QElapsedTimer took;
        took.start();
        QVERIFY(failedWith(camera.frame(0, Deadline::in(10s), stop.get_token()), ErrorKind::Cancelled));
        QVERIFY(took.elapsed() < 300);
        QVERIFY(failedWith(camera.capture({}, Deadline::in(10s), stop.get_token()), ErrorKind::Cancelled));
        took.restart();
        camera.close();
        QVERIFY(took.elapsed() < 500);
    }

    void theProgramIsMissing()
    {
        V4l2Camera camera(optionsFor(QStringLiteral("pattern")), QStringLiteral("/nonexistent/tongban-camera"));
        QVERIFY(failedWith(camera.start(Deadline::in(1s), {}), ErrorKind::DeviceFault));
        QVERIFY(failedWith(camera.probe(Deadline::in(1s), {}), ErrorKind::DeviceFault));
    }

    void theRealProgramLooksBeforeItOpens()
    {
        const auto real = QStringLiteral(TONGBAN_BIN_DIR "/tongban-camera");
        V4l2Camera absent(optionsFor(QStringLiteral("/nonexistent/video0")), real);
        QVERIFY(failedWith(absent.probe(Deadline::in(5s), {}), ErrorKind::DeviceAbsent));
        QVERIFY(failedWith(absent.start(Deadline::in(5s), {}), ErrorKind::DeviceAbsent));
        V4l2Camera other(optionsFor(QStringLiteral("/dev/null")), real); // something else stands there
        QVERIFY(failedWith(other.probe(Deadline::in(5s), {}), ErrorKind::ProtocolViolation));
    }
};

QTEST_GUILESS_MAIN(CameraProgramTest)
#include "camera_program_test.moc"
