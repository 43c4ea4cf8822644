// SPDX-License-Identifier: GPL-3.0-or-later
// The real tongban-camera over OpenCV's real V4L2 backend; the emulated camera answers V4L2's requests.
#include "drivers/devices/camera/camera_code_scanner.h"
#include "drivers/devices/camera/v4l2_camera.h"
#include "drivers/emulator/client/emulator_process.h"
#include "tests/fault/scripted_camera.h"
#include "tests/unit/drivers/page_picture.h"

#include <QElapsedTimer>
#include <QImage>
#include <QTest>

using namespace tongban;
using namespace tongban::drivers;
using namespace std::chrono_literals;

namespace {

const auto program = QStringLiteral(TONGBAN_BIN_DIR "/tongban-camera");

devices::CameraOptions options()
{
    return {.path = QStringLiteral("/dev/video0"),
            .size = {1280, 720},
            .startTimeout = 15s,
            .frameTimeout = 1s,
            .captureTimeout = 10s};
}

template <class T> QByteArray describe(const Result<T> &result)
{
    return result ? QByteArray("a value") : QByteArray(nameOf(result.error().kind)) + " " + result.error().detail.toUtf8();
}

} // namespace

class CameraEmulatedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_emulator.start(QStringLiteral(TONGBAN_BIN_DIR "/tongban-emulate"), {QStringLiteral("--camera")}).has_value());
        qputenv("UMOCKDEV_DIR", m_emulator.testbed().toUtf8());
    }
    void cleanup()
    {
        QVERIFY(fault("none"));
        QVERIFY(show({}));
    }

    void aProbeLightsNoLens()
    {
        devices::V4l2Camera camera(options(), program);
        const auto seen = camera.probe(Deadline::in(15s), {});
        QVERIFY2(seen.has_value(), describe(seen).constData());
        QVERIFY(!isLit());
    }

    void picturesShowWhatLiesThere()
    {
        QImage green(1280, 720, QImage::Format_RGB32);
        green.fill(QColor(20, 160, 40));
        QVERIFY(show(green));
        devices::V4l2Camera camera(options(), program);
        quint64 last = 0;
        for (int i = 0; i < 10; ++i) {
            const auto frame = camera.frame(last, Deadline::in(20s), {});
            QVERIFY2(frame.has_value(), describe(frame).constData());
            QCOMPARE(frame->size, QSize(1280, 720));
            QVERIFY(frame->sequence > last);
            last = frame->sequence;
            const QImage seen(frame->pixels.get(), 1280, 720, frame->bytesPerLine, QImage::Format_RGB32);
            const QColor middle = seen.pixelColor(640, 360);
            QVERIFY2(qAbs(middle.red() - 20) < 6 && qAbs(middle.green() - 160) < 6 && qAbs(middle.blue() - 40) < 6,
                     qPrintable(middle.name()));
        }
        QVERIFY(isLit());
        camera.close();
        QTRY_VERIFY(!isLit());
    }

    void aStillPageIsLegibleAndWithinItsBytes()
    {
        QVERIFY(show(tests::textPage(18).copy(0, 0, 1654, 1080)));
        devices::CameraOptions large = options();
        large.size = {1920, 1080};
        devices::V4l2Camera camera(large, program);
        const auto page = camera.capture({}, Deadline::in(30s), {});
        QVERIFY2(page.has_value(), describe(page).constData());
        QVERIFY(page->jpeg.size() <= 90'000);
        QCOMPARE(QImage::fromData(page->jpeg, "jpg").size(), page->size);
        QVERIFY(show({})); // an empty wall is no page
        const auto empty = camera.capture({}, Deadline::in(30s), {});
        QVERIFY2(failedWith(empty, ErrorKind::PageIllegible), describe(empty).constData());
        camera.close();
    }

    void codesInBothEncodings()
    {
        devices::CameraCodeScanner scanner(options(), program);
        for (const int n : {4, 5}) { // UTF-8, GB18030
            std::vector<uchar> grey(1280 * 720, 200);
            test::drawCode(test::codeBytes(n), grey, {1280, 720}, {400, 200}, 7);
            QVERIFY(show(QImage(grey.data(), 1280, 720, 1280, QImage::Format_Grayscale8)));
            const auto code = scanner.next(Deadline::in(30s), {});
            QVERIFY2(code.has_value(), describe(code).constData());
            QCOMPARE(code->text.reveal(), test::codeText(n));
            QCOMPARE(code->bytes.reveal(), test::codeBytes(n));
            QVERIFY(show({}));
            while (scanner.next(Deadline::in(200ms), {})) { // the last pictures of it, still on their way
            }
        }
        scanner.close();
    }

    void misfortunesAndHealing_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("hang") << ErrorKind::DeviceSilent;
        QTest::newRow("garbage") << ErrorKind::ProtocolViolation;
        QTest::newRow("unplugged") << ErrorKind::DeviceAbsent;
    }
    void misfortunesAndHealing()
    {
        QFETCH(ErrorKind, kind);
        devices::V4l2Camera camera(options(), program);
        auto frame = camera.frame(0, Deadline::in(20s), {});
        QVERIFY2(frame.has_value(), describe(frame).constData());
        QVERIFY(fault(QTest::currentDataTag()));
        while (frame)
            frame = camera.frame(frame->sequence, Deadline::in(20s), {});
        QVERIFY2(failedWith(frame, kind), describe(frame).constData());
        if (kind == ErrorKind::DeviceAbsent)
            QVERIFY(failedWith(camera.probe(Deadline::in(15s), {}), ErrorKind::DeviceAbsent));
        QVERIFY(fault("none"));
        QElapsedTimer took;
        took.start();
        const auto healed = camera.frame(0, Deadline::in(20s), {});
        QVERIFY2(healed.has_value(), describe(healed).constData());
        qInfo("ready again after %lld ms", took.elapsed());
        camera.close();
    }

    void absentAtTheStart()
    {
        QVERIFY(fault("unplugged"));
        devices::V4l2Camera camera(options(), program);
        QVERIFY(failedWith(camera.start(Deadline::in(15s), {}), ErrorKind::DeviceAbsent));
        QVERIFY(fault("none"));
        QVERIFY(camera.start(Deadline::in(20s), {}).has_value());
        camera.close();
    }

private:
    [[nodiscard]] bool fault(const char *kind)
    {
        return m_emulator.client()
            .call(QStringLiteral("camera.fault"), {{QStringLiteral("kind"), QLatin1String(kind)}})
            .has_value();
    }
    [[nodiscard]] bool show(const QImage &image)
    {
        const QString file = image.isNull() ? QString() : m_emulator.path(QStringLiteral("shown.png"));
        return (image.isNull() || image.save(file)) &&
               m_emulator.client().call(QStringLiteral("camera.show"), {{QStringLiteral("file"), file}}).has_value();
    }
    [[nodiscard]] bool isLit()
    {
        const auto status = m_emulator.client().status();
        return status && status->value(QStringLiteral("camera")).toObject().value(QStringLiteral("streaming")).toBool();
    }

    emulator::EmulatorProcess m_emulator;
};

QTEST_MAIN(CameraEmulatedTest)
#include "camera_emulated_test.moc"
