// SPDX-License-Identifier: GPL-3.0-or-later
// The ring of pictures between two processes, here between two threads: nothing torn, nothing that is held touched,
// nothing believed that a mad writer says.
#include "drivers/devices/camera/ring_memory.h"
#include "drivers/devices/camera/shared_frames.h"

#include <QTest>

#include <fcntl.h>
#include <sys/mman.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <span>
#include <thread>
#include <vector>

using namespace tongban;
using namespace tongban::drivers::devices;
using drivers::transport::FileDescriptor;

namespace {

const RingGeometry geometry = RingGeometry::of({64, 48}, RingGeometry::Format::Bgrx);
constexpr qsizetype pictureBytes = 64 * 48 * 4;

std::unique_ptr<RingMemory> makeRing(quint64 first = 1)
{
    auto ring = RingMemory::make(geometry, first);
    return ring ? std::move(*ring) : nullptr;
}

std::shared_ptr<SharedFrames> openRing(const RingMemory &ring)
{
    const FileDescriptor copy(::dup(ring.descriptor()));
    auto frames = SharedFrames::open(copy, geometry);
    return frames ? *frames : nullptr;
}

// Every byte tells the picture it is of; a torn picture has two kinds.
void write(RingMemory &ring)
{
    const auto slot = ring.writer().begin();
    QVERIFY(slot.has_value());
    std::memset(ring.slot(*slot), static_cast<int>((ring.writer().newestSequence() + 1) % 251), pictureBytes);
    ring.writer().commit(*slot);
}

bool isWhole(const ports::CameraFrame &frame)
{
    const uchar wanted = static_cast<uchar>(frame.sequence % 251);
    const std::span<const uchar> bytes(frame.pixels.get(), pictureBytes);
    return std::all_of(bytes.begin(), bytes.end(), [wanted](uchar byte) { return byte == wanted; });
}

RingHeader &headerOf(const RingMemory &ring)
{
    return *reinterpret_cast<RingHeader *>(ring.slot(0) - ringPage);
}

} // namespace

class CameraRingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheNewestOnce()
    {
        const auto ring = makeRing(41);
        const auto frames = openRing(*ring);
        QVERIFY(frames);
        QVERIFY(!frames->take(0)->has_value());
        write(*ring);
        write(*ring);
        const auto frame = frames->take(0);
        QVERIFY(frame && *frame);
        QCOMPARE((*frame)->sequence, quint64(42));
        QCOMPARE((*frame)->size, QSize(64, 48));
        QCOMPARE((*frame)->bytesPerLine, 256);
        QVERIFY(isWhole(**frame));
        QVERIFY(!frames->take(42)->has_value());
    }

    void twoHeldFramesStayAsTheyAre()
    {
        const auto ring = makeRing();
        auto frames = openRing(*ring);
        write(*ring);
        const auto first = **frames->take(0);
        write(*ring);
        const auto second = **frames->take(1);
        QVERIFY(frames->isFull());
        for (int i = 0; i < 100; ++i)
            write(*ring);
        QVERIFY(isWhole(first) && isWhole(second));
        QCOMPARE(first.sequence, quint64(1));
        QVERIFY(!frames->take(2)->has_value()); // a third is not given
        frames.reset();                         // they outlive the ring's owner
        QVERIFY(isWhole(first) && isWhole(second));
    }

    void whatIsLetGoIsUsedAgain()
    {
        const auto ring = makeRing();
        const auto frames = openRing(*ring);
        for (quint64 i = 0; i < 50; ++i) {
            write(*ring);
            const auto frame = frames->take(i);
            QVERIFY(frame && *frame);
            QCOMPARE((*frame)->sequence, i + 1);
        }
        QVERIFY(!frames->isFull());
    }

    void nothingIsTornWhileBothRun()
    {
        constexpr int wanted = 500;
        const auto ring = makeRing();
        const auto frames = openRing(*ring);
        std::atomic_bool isEnough = false; // the writer may not be done before the reader has begun
        std::thread writer([&] {
            while (!isEnough)
                write(*ring);
        });
        quint64 last = 0;
        int torn = 0;
        int taken = 0;
        std::optional<ports::CameraFrame> earlier; // two are held at a time
        while (taken < wanted) {
            auto frame = frames->take(last);
            if (!frame || !*frame)
                continue;
            torn += isWhole(**frame) && (!earlier || isWhole(*earlier)) ? 0 : 1;
            torn += (*frame)->sequence > last ? 0 : 1;
            last = (*frame)->sequence;
            earlier = std::move(**frame);
            ++taken;
        }
        isEnough = true;
        writer.join();
        QCOMPARE(torn, 0);
    }

    void aMadWriterIsNotBelieved()
    {
        const auto ring = makeRing();
        const auto frames = openRing(*ring);
        headerOf(*ring).newest = 7 << 8 | 200; // a slot that is none
        QVERIFY(failedWith(frames->take(0), ErrorKind::ProtocolViolation));
        headerOf(*ring).newest = 7 << 8 | 2; // a slot whose number says otherwise
        QVERIFY(failedWith(frames->take(0), ErrorKind::ProtocolViolation));
        QVERIFY(!frames->isFull());
    }

    void aReaderThatHoldsAllStopsTheWriterOnly()
    {
        const auto ring = makeRing();
        headerOf(*ring).held[0] = 1;
        headerOf(*ring).held[1] = 2;
        for (int i = 0; i < 10; ++i)
            write(*ring); // slots 2 and 3
    }

    void memoryThatCouldShrinkIsRefused()
    {
        const FileDescriptor unsealed(::memfd_create("x", MFD_CLOEXEC | MFD_ALLOW_SEALING));
        QCOMPARE(::ftruncate(unsealed.get(), geometry.memoryBytes()), 0);
        QVERIFY(failedWith(SharedFrames::open(unsealed, geometry), ErrorKind::ProtocolViolation));
        const auto small = makeSharedMemory(geometry.memoryBytes() - ringPage);
        QVERIFY(failedWith(SharedFrames::open(*small, geometry), ErrorKind::ProtocolViolation));
        QVERIFY(failedWith(SharedFrames::open(FileDescriptor(), geometry), ErrorKind::ProtocolViolation));
    }

    void geometriesThatCannotBe_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << geometry.toPayload().chopped(1);
        QTest::newRow("no width") << RingGeometry::of({0, 48}, RingGeometry::Format::Grey).toPayload();
        QTest::newRow("too high") << RingGeometry::of({64, 3457}, RingGeometry::Format::Grey).toPayload();
        QTest::newRow("negative") << RingGeometry::of({-64, 48}, RingGeometry::Format::Grey).toPayload();
        QTest::newRow("format") << QByteArray("\0\0\0\3", 4) + geometry.toPayload().mid(4);
    }
    void geometriesThatCannotBe()
    {
        QFETCH(QByteArray, payload);
        QVERIFY(failedWith(RingGeometry::fromPayload(payload), ErrorKind::ProtocolViolation));
        QCOMPARE(*RingGeometry::fromPayload(geometry.toPayload()), geometry);
    }
};

QTEST_GUILESS_MAIN(CameraRingTest)
#include "camera_ring_test.moc"
