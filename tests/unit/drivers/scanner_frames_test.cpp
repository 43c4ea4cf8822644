// SPDX-License-Identifier: GPL-3.0-or-later
// Frames as the SANE standard 1.06, section 3.2, lays them out.
#include "drivers/devices/document_scanner/sane_frames.h"

#include <QTest>

using namespace tongban;
using namespace tongban::drivers::devices;

namespace {

SANE_Parameters parameters(SANE_Frame format, int depth, int bytesPerLine, int width, int lines)
{
    return {.format = format,
            .last_frame = SANE_TRUE,
            .bytes_per_line = bytesPerLine,
            .pixels_per_line = width,
            .lines = lines,
            .depth = depth};
}

using Samples = std::vector<std::uint8_t>;

} // namespace

Q_DECLARE_METATYPE(SANE_Parameters)

class ScannerFramesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void grayLinesMayBePadded()
    {
        SanePage page;
        QVERIFY(page.addFrame(parameters(SANE_FRAME_GRAY, 8, 4, 3, 2), QByteArray::fromHex("010203ee040506ee")));
        const auto picture = page.finish();
        QVERIFY(picture.has_value());
        QCOMPARE(picture->size(), QSize(3, 2));
        QCOMPARE(picture->samples, (Samples{1, 2, 3, 4, 5, 6}));
    }

    void oneBitIsBlackWhenSet()
    {
        SanePage page;
        QVERIFY(page.addFrame(parameters(SANE_FRAME_GRAY, 1, 2, 10, 1), QByteArray::fromHex("8140")));
        QCOMPARE(page.finish()->samples, (Samples{0, 255, 255, 255, 255, 255, 255, 0, 255, 0}));
    }

    void sixteenBitsAreInMachineOrder()
    {
        const std::uint16_t samples[] = {0x1234, 0xFF00, 0x00FF};
        SanePage page;
        QVERIFY(page.addFrame(parameters(SANE_FRAME_RGB, 16, 6, 1, 1),
                              QByteArray(reinterpret_cast<const char *>(samples), sizeof samples)));
        QCOMPARE(page.finish()->samples, (Samples{0x12, 0xFF, 0x00}));
    }

    void threePassesInAnyOrder()
    {
        SanePage page;
        QVERIFY(page.addFrame(parameters(SANE_FRAME_GREEN, 8, 2, 2, 1), QByteArray::fromHex("0a0b")));
        QVERIFY(page.addFrame(parameters(SANE_FRAME_BLUE, 8, 2, 2, 1), QByteArray::fromHex("1415")));
        QVERIFY(page.addFrame(parameters(SANE_FRAME_RED, 8, 2, 2, 1), QByteArray::fromHex("0102")));
        QCOMPARE(page.finish()->samples, (Samples{1, 10, 20, 2, 11, 21}));
    }

    void aMissingPassIsAFault()
    {
        SanePage page;
        QVERIFY(page.addFrame(parameters(SANE_FRAME_RED, 8, 1, 1, 1), QByteArray(1, 'r')));
        QVERIFY(failedWith(page.finish(), ErrorKind::DeviceFault));
        SanePage nothing;
        QVERIFY(failedWith(nothing.finish(), ErrorKind::DeviceFault));
    }

    void anUnknownHeightTakesWhatCame()
    {
        SanePage page;
        QVERIFY(page.addFrame(parameters(SANE_FRAME_GRAY, 8, 2, 2, -1), QByteArray(6, 'x')));
        QCOMPARE(page.finish()->size(), QSize(2, 3));
    }

    void impossibleFramesAreFaults_data()
    {
        QTest::addColumn<SANE_Parameters>("frame");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("ended early") << parameters(SANE_FRAME_GRAY, 8, 2, 2, 3) << QByteArray(5, 'x');
        QTest::newRow("nothing came") << parameters(SANE_FRAME_GRAY, 8, 2, 2, -1) << QByteArray();
        QTest::newRow("no lines") << parameters(SANE_FRAME_GRAY, 8, 2, 2, 0) << QByteArray(2, 'x');
        QTest::newRow("lines shorter than pixels") << parameters(SANE_FRAME_RGB, 8, 5, 2, 1) << QByteArray(5, 'x');
        QTest::newRow("a depth of 4") << parameters(SANE_FRAME_GRAY, 4, 2, 2, 1) << QByteArray(2, 'x');
        QTest::newRow("a format of tomorrow") << parameters(SANE_Frame(7), 8, 2, 2, 1) << QByteArray(2, 'x');
    }
    void impossibleFramesAreFaults()
    {
        QFETCH(SANE_Parameters, frame);
        QFETCH(QByteArray, bytes);
        SanePage page;
        QVERIFY(failedWith(page.addFrame(frame, bytes), ErrorKind::DeviceFault));
    }

    void framesOfDifferentShapesAreAFault()
    {
        SanePage page;
        QVERIFY(page.addFrame(parameters(SANE_FRAME_RED, 8, 2, 2, 1), QByteArray(2, 'x')));
        QVERIFY(failedWith(page.addFrame(parameters(SANE_FRAME_GREEN, 8, 3, 3, 1), QByteArray(3, 'x')),
                           ErrorKind::DeviceFault));
        QVERIFY(failedWith(page.addFrame(parameters(SANE_FRAME_GRAY, 8, 2, 2, 1), QByteArray(2, 'x')),
                           ErrorKind::DeviceFault));
    }
};

QTEST_APPLESS_MAIN(ScannerFramesTest)
#include "scanner_frames_test.moc"
