// SPDX-License-Identifier: GPL-3.0-or-later
// Live pictures on the screen: shown as they are, one under way at a time, gone when nobody looks.
#include "app/view/camera_preview_item.h"

#include "tests/unit/view/gate.h"

#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <vector>

using namespace tongban;
using namespace tongban::view;

namespace {

// Pictures of one colour that changes with their number; left half darker, so that a mirror shows.
class FakeCamera final : public ports::Camera
{
public:
    Result<void> start(Deadline, std::stop_token) override { return {}; }
    Result<ports::CameraFrame> frame(quint64 after, Deadline, std::stop_token stop) override
    {
        ++calls;
        if (++underWay > 1)
            wasAskedTwice = true;
        const bool passed = gate.pass(std::move(stop));
        --underWay;
        if (!passed)
            return fail(ErrorKind::Cancelled, QStringLiteral("fake"));
        if (isAbsent)
            return fail(ErrorKind::DeviceAbsent, QStringLiteral("fake"));
        return picture(after + 1);
    }
    Result<ports::ScannedPage> capture(const ports::PageProfile &, Deadline, std::stop_token) override
    {
        return fail(ErrorKind::PageIllegible, QStringLiteral("fake"));
    }
    Result<void> probe(Deadline, std::stop_token) override { return {}; }
    void close() override { ++closed; }

    static QColor colour(quint64 n) { return QColor(40, static_cast<int>(60 + n % 3 * 60), 200); }

    test::Gate gate;
    std::atomic<int> calls = 0;
    std::atomic<int> underWay = 0;
    std::atomic<int> closed = 0;
    std::atomic<int> held = 0; // frames that somebody holds
    std::atomic<int> mostHeld = 0;
    std::atomic<bool> wasAskedTwice = false;
    std::atomic<bool> isAbsent = false;

private:
    ports::CameraFrame picture(quint64 n)
    {
        constexpr int width = 160;
        constexpr int height = 90;
        auto pixels = std::make_unique<std::vector<QRgb>>(width * height, colour(n).rgb());
        for (int y = 0; y < height; ++y)
            std::fill_n(pixels->begin() + y * width, width / 2, QColor(Qt::black).rgb());
        mostHeld = std::max(mostHeld.load(), ++held);
        const auto *bytes = reinterpret_cast<const uchar *>(pixels->data());
        const auto release = [this, kept = pixels.release()](const uchar *) {
            delete kept;
            --held;
        };
        return {.pixels = std::shared_ptr<const uchar>(bytes, release),
                .size = {width, height},
                .bytesPerLine = width * 4,
                .sequence = n};
    }
};

} // namespace

class CameraPreviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_camera = std::make_unique<FakeCamera>();
        m_lane = std::make_unique<Lane>(QStringLiteral("camera"));
        m_feed = std::make_unique<CameraFeed>(m_lane.get(), [this]() -> Result<ports::Camera *> { return m_camera.get(); });
        m_feed->setRetryInterval(std::chrono::milliseconds(10));
        m_window = std::make_unique<QQuickWindow>();
        m_window->setColor(Qt::white);
        m_window->resize(400, 400);
        m_item = new CameraPreviewItem(m_window->contentItem());
        m_item->setSize({400, 400});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_feed.reset();
        m_lane.reset();
        QCOMPARE(m_camera->held.load(), 0);
    }

    void aPictureIsLetterboxed_data()
    {
        QTest::addColumn<QSizeF>("picture");
        QTest::addColumn<QSizeF>("place");
        QTest::addColumn<QRectF>("lies");
        QTest::newRow("wide in square") << QSizeF(1920, 1080) << QSizeF(400, 400) << QRectF(0, 87.5, 400, 225);
        QTest::newRow("high in wide") << QSizeF(100, 200) << QSizeF(400, 100) << QRectF(175, 0, 50, 100);
        QTest::newRow("fits") << QSizeF(640, 480) << QSizeF(640, 480) << QRectF(0, 0, 640, 480);
    }
    void aPictureIsLetterboxed()
    {
        QFETCH(QSizeF, picture);
        QFETCH(QSizeF, place);
        QFETCH(QRectF, lies);
        QCOMPARE(CameraPreviewItem::letterboxed(picture, place), lies);
    }

    void picturesComeAndAreShown()
    {
        m_item->setFeed(m_feed.get());
        QTRY_VERIFY(m_item->hasPicture());
        QTRY_VERIFY(m_camera->calls > 20);
        const QImage screen = m_window->grabWindow();
        QCOMPARE(screen.pixelColor(100, 200), QColor(Qt::black));
        QCOMPARE(screen.pixelColor(300, 200).blue(), 200);
        QCOMPARE(screen.pixelColor(200, 20), QColor(Qt::white)); // above the letter box
        m_item->setMirrored(true);
        QTRY_COMPARE(m_window->grabWindow().pixelColor(300, 200), QColor(Qt::black));
        QVERIFY(!m_camera->wasAskedTwice);
        QVERIFY2(m_camera->mostHeld <= 2, "the port gives two at a time");
    }

    void aHiddenItemStopsTheCamera()
    {
        m_item->setFeed(m_feed.get());
        QTRY_VERIFY(m_item->hasPicture());
        m_item->setVisible(false);
        QVERIFY(!m_feed->isRunning());
        QVERIFY(!m_item->hasPicture());
        QTRY_COMPARE(m_camera->closed.load(), 1);
        QTRY_COMPARE(m_window->grabWindow().pixelColor(300, 200), QColor(Qt::white)); // nobody's picture is left
        QTRY_COMPARE(m_camera->held.load(), 0);
        m_item->setVisible(true);
        QTRY_VERIFY(m_item->hasPicture());
    }

    void aStopReachesACallThatHangs()
    {
        m_camera->gate.close();
        m_item->setFeed(m_feed.get());
        QTRY_VERIFY(m_camera->gate.hasWaiter());
        m_feed->stop();
        QTRY_COMPARE(m_camera->closed.load(), 1);
        QVERIFY(!m_feed->isTroubled());
    }

    void aLatePictureOfAnEarlierRunIsDropped()
    {
        m_camera->gate.close();
        m_item->setFeed(m_feed.get());
        QTRY_VERIFY(m_camera->gate.hasWaiter());
        m_item->setVisible(false);
        m_camera->gate.open();
        QTRY_COMPARE(m_camera->closed.load(), 1);
        QVERIFY(!m_item->hasPicture());
        QVERIFY(!m_feed->take());
    }

    void troubleIsSaidAndHeals()
    {
        m_item->setFeed(m_feed.get());
        QTRY_VERIFY(m_item->hasPicture());
        m_camera->isAbsent = true;
        QTRY_VERIFY(m_feed->isTroubled());
        QVERIFY(m_feed->trouble() == ErrorKind::DeviceAbsent);
        QVERIFY(!m_item->hasPicture());
        m_camera->isAbsent = false;
        QTRY_VERIFY(!m_feed->isTroubled());
        QTRY_VERIFY(m_item->hasPicture());
    }

private:
    std::unique_ptr<FakeCamera> m_camera;
    std::unique_ptr<Lane> m_lane;
    std::unique_ptr<CameraFeed> m_feed;
    std::unique_ptr<QQuickWindow> m_window;
    CameraPreviewItem *m_item = nullptr;
};

QTEST_MAIN(CameraPreviewTest)
#include "camera_preview_test.moc"
