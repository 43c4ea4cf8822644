// SPDX-License-Identifier: GPL-3.0-or-later
// The camera program at work, with pictures that are known: in order, whole, kept; codes that are shown for 300 ms.
#include "drivers/devices/camera/camera_code_scanner.h"
#include "drivers/devices/camera/v4l2_camera.h"
#include "tests/fault/scripted_camera.h"

#include <QTest>

using namespace tongban;
using namespace tongban::drivers::devices;
using namespace std::chrono_literals;

namespace {

const auto program = QStringLiteral(TONGBAN_BIN_DIR "/camera-scripted");

CameraOptions optionsFor(const char *scene, QSize size, int fps)
{
    return {.path = QLatin1String(scene), .size = size, .fps = fps, .startTimeout = 20s, .frameTimeout = 5s};
}

// Every pixel against what picture `sequence` must hold.
bool isWhole(const ports::CameraFrame &frame)
{
    for (int y = 0; y < frame.size.height(); ++y) {
        const uchar *line = frame.pixels.get() + static_cast<qint64>(y) * frame.bytesPerLine;
        for (int x = 0; x < frame.size.width(); ++x) {
            const uchar level = test::patternLevel(frame.sequence, x, y);
            if (line[4 * x] != level || line[4 * x + 1] != level || line[4 * x + 2] != level)
                return false;
        }
    }
    return true;
}

} // namespace

class CameraStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesComeInOrderAndWhole()
    {
        V4l2Camera camera(optionsFor("pattern", {640, 480}, 60), program);
        quint64 last = 0;
        for (int i = 0; i < 60; ++i) {
            const auto frame = camera.frame(last, Deadline::in(5s), {});
            QVERIFY2(frame.has_value(), frame ? "" : qPrintable(frame.error().detail));
            QVERIFY(frame->sequence > last);
            QCOMPARE(frame->size, QSize(640, 480));
            QVERIFY2(isWhole(*frame), "torn");
            last = frame->sequence;
        }
        camera.close();
    }

    void twoHeldFramesStayWhileTheStreamRuns()
    {
        V4l2Camera camera(optionsFor("pattern", {640, 480}, 100), program);
        const auto first = camera.frame(0, Deadline::in(5s), {});
        const auto second = camera.frame(first->sequence, Deadline::in(5s), {});
        QVERIFY(first && second);
        // A third is not to be had; the stream goes on behind it.
        QVERIFY(failedWith(camera.frame(second->sequence, Deadline::in(300ms), {}), ErrorKind::DeviceSilent));
        QVERIFY(isWhole(*first) && isWhole(*second));
        camera.close();
        QVERIFY(isWhole(*first) && isWhole(*second)); // and they outlive the stream
    }

    void framesLetGoMakeRoom()
    {
        V4l2Camera camera(optionsFor("pattern", {640, 480}, 100), program);
        auto first = camera.frame(0, Deadline::in(5s), {});
        const auto second = camera.frame(first->sequence, Deadline::in(5s), {});
        first = ports::CameraFrame();
        const auto third = camera.frame(second->sequence + 20, Deadline::in(5s), {});
        QVERIFY(third.has_value());
        QVERIFY(third->sequence > second->sequence + 20);
        QVERIFY(isWhole(*second) && isWhole(*third));
        camera.close();
    }

    void anIllegiblePageIsRefusedAndTheStreamRunsOn()
    {
        V4l2Camera camera(optionsFor("pattern", {320, 240}, 60), program); // below the profile's 640 × 480
        const auto page = camera.capture({}, Deadline::in(5s), {});
        QVERIFY(failedWith(page, ErrorKind::PageIllegible));
        const auto frame = camera.frame(0, Deadline::in(5s), {});
        QVERIFY(frame.has_value());
        QVERIFY(camera.probe(Deadline::in(5s), {}).has_value());
        camera.close();
    }

    // 24 codes at random places, sizes and times, each in view for 300 ms of a 30 fps stream of 1080p.
    void aCodeHeldFor300MsIsNeverMissed()
    {
        CameraCodeScanner scanner(optionsFor("codes", {1920, 1080}, 30), program);
        QStringList seen;
        QStringList wanted;
        for (int n = 0; n < test::ScriptedCamera::appearances; ++n)
            wanted << test::codeText(n);
        const Deadline end = Deadline::in(30s);
        while (!seen.contains(wanted.last()) && !end.expired()) {
            const auto code = scanner.next(end.capped(5s), {});
            QVERIFY2(code.has_value(), code ? "" : nameOf(code.error().kind));
            QVERIFY(code->symbology == domain::Symbology::QrCode);
            if (!seen.contains(code->text.reveal())) // in view still: it is given once a call
                seen << code->text.reveal();
        }
        QCOMPARE(seen, wanted);
        scanner.close();
    }
};

QTEST_GUILESS_MAIN(CameraStreamTest)
#include "camera_stream_test.moc"
