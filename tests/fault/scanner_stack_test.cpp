// SPDX-License-Identifier: GPL-3.0-or-later
// A stack of sheets through a feeder, one side and both, and what can happen in the middle of it: a SANE backend of the
// tests' own (sane_stack_backend.cpp) behind the real SANE and the real scan program.
#include "app/core/base/log.h"
#include "tests/fault/sane_directory.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <thread>

using namespace tongban;
using namespace tongban::drivers;
using namespace tongban::tests;
using namespace std::chrono_literals;

namespace {

const ports::PageProfile profile;

// How many bars the page has: which page of the stack it is.
int barsOf(const ports::ScannedPage &page)
{
    const QImage image = QImage::fromData(page.jpeg, "JPEG");
    int bars = 0;
    bool wasDark = false;
    for (int x = 0; x < image.width(); ++x) {
        const bool isDark = qGray(image.pixel(x, image.height() * 3 / 4)) < 128;
        bars += isDark && !wasDark ? 1 : 0;
        wasDark = isDark;
    }
    return bars;
}

} // namespace

class ScannerStackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("LD_LIBRARY_PATH", TONGBAN_BIN_DIR "/sane");
        setLogSink([](const QByteArray &) {});
    }
    void init() { plug(true); }

    void aStackInPaperOrder_data()
    {
        QTest::addColumn<bool>("duplex");
        QTest::addColumn<int>("pages");
        QTest::newRow("one side") << false << 4;
        QTest::newRow("both sides") << true << 8;
    }
    void aStackInPaperOrder()
    {
        QFETCH(bool, duplex);
        QFETCH(int, pages);
        auto scanner = feeder("4", duplex);
        std::vector<ports::ScanProgress> told;
        const auto scanned = scanner.scan(profile, 50, Deadline::in(30s), {},
                                          [&](const ports::ScanProgress &progress) { told.push_back(progress); });
        QVERIFY2(scanned.has_value(), describe(scanned).constData());
        QCOMPARE(static_cast<int>(scanned->size()), pages);
        for (int i = 0; i < pages; ++i)
            QCOMPARE(barsOf((*scanned)[static_cast<std::size_t>(i)]), i + 1);
        QVERIFY(std::is_sorted(told.begin(), told.end(), [](const auto &a, const auto &b) {
            return std::pair(a.page, a.percent) < std::pair(b.page, b.percent);
        }));
        for (int page = 1; page <= pages; ++page)
            QVERIFY(std::any_of(told.begin(), told.end(),
                                [&](const auto &one) { return one.page == page && one.percent == 100; }));
    }

    void theGlassIsOnePage()
    {
        auto scanner = m_sane.scanner(QStringLiteral("stack:4"), {});
        const auto scanned = scanner.scan(profile, 50, Deadline::in(30s), {}, {});
        QVERIFY2(scanned.has_value(), describe(scanned).constData());
        QCOMPARE(scanned->size(), 1u);
    }

    void misfortunesInTheMiddle_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, ErrorKind kind, const char *detail) {
            QTest::newRow(name) << QString::fromLatin1(name) << kind << QString::fromLatin1(detail);
        };
        row("5-jam@3", ErrorKind::ScannerJam, "page 3");
        row("5-jam@1", ErrorKind::ScannerJam, "page 1");
        row("5-cover@2", ErrorKind::CoverOpen, "page 2");
        row("5-gone@4", ErrorKind::DeviceFault, "page 4");
        row("5-crash@2", ErrorKind::DeviceFault, "signal 11");
        row("5-hang@3", ErrorKind::DeviceSilent, "of page 3");
        row("0", ErrorKind::PageMissing, "");
        row("busy", ErrorKind::DeviceAbsent, "");
        row("denied", ErrorKind::DeviceFault, "");
    }
    void misfortunesInTheMiddle()
    {
        QFETCH(QString, name);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, detail);
        auto scanner = feeder(name.toLatin1().constData(), false);
        const auto scanned = scanner.scan(profile, 50, Deadline::in(3s), {}, {});
        QVERIFY2(failedWith(scanned, kind), describe(scanned).constData());
        QVERIFY2(scanned.error().detail.contains(detail), describe(scanned).constData());
    }

    void unpluggedInTheMiddleAndPluggedInAgain()
    {
        auto scanner = feeder("3", false);
        QVERIFY(scanner.probe(Deadline::in(10s), {}).has_value());
        plug(false);
        QVERIFY(failedWith(scanner.probe(Deadline::in(10s), {}), ErrorKind::DeviceAbsent));
        QVERIFY(failedWith(scanner.scan(profile, 9, Deadline::in(10s), {}, {}), ErrorKind::DeviceAbsent));
        plug(true);
        QVERIFY(scanner.probe(Deadline::in(10s), {}).has_value());
        QVERIFY(scanner.scan(profile, 9, Deadline::in(10s), {}, {}).has_value());
    }

    void whatTheScannerDoesNotOffer()
    {
        auto glassOnly = m_sane.scanner(QStringLiteral("pnm:0"), {{QStringLiteral("filename"), m_sane.glass()}}, true);
        QVERIFY(glassOnly.probe(Deadline::in(10s), {}).has_value()); // no sources: all it has is what it feeds
        auto simplex = m_sane.scanner({.device = QStringLiteral("test:0"), .feeder = true, .duplex = true});
        const auto probed = simplex.probe(Deadline::in(10s), {});
        QVERIFY(failedWith(probed, ErrorKind::Misconfigured));
        QVERIFY(probed.error().detail.contains(QStringLiteral("duplex")));
    }

    // A backend that hangs in its cancel is left behind; whoever waits does not notice, the next scan is let in.
    void aBackendThatHangsInCancel()
    {
        devices::SaneScannerOptions options{.device = QStringLiteral("stack:5-stuck@2"), .feeder = true};
        options.formerTimeout = 100ms;
        auto scanner = m_sane.scanner(options);
        for (int i = 0; i < 3; ++i) {
            QElapsedTimer timer;
            timer.start();
            const auto scanned = scanner.scan(profile, 9, Deadline::in(30s), {}, {});
            QVERIFY2(failedWith(scanned, ErrorKind::DeviceFault), describe(scanned).constData());
            QVERIFY2(timer.elapsed() < 5000, QByteArray::number(timer.elapsed()).constData());
        }
    }

    // The duty is 200 ms; a busy machine gets a second, the waits that are cut short have thirty.
    void aStopIsObeyedInReadAndWhileAFormerScanIsOnItsWayOut()
    {
        devices::SaneScannerOptions options{.device = QStringLiteral("stack:5-hang@2"), .feeder = true};
        options.formerTimeout = 20s;
        auto scanner = m_sane.scanner(options);
        for (int i = 0; i < 2; ++i) {
            std::stop_source stop;
            QElapsedTimer sinceStop;
            sinceStop.start();
            std::jthread person;
            const auto stopSoon = [&] {
                sinceStop.restart();
                stop.request_stop();
            };
            if (i == 1) // the program of the first scan still hangs: this one only waits for its end
                person = std::jthread(stopSoon);
            const auto scanned =
                scanner.scan(profile, 9, Deadline::in(30s), stop.get_token(), [&](const ports::ScanProgress &progress) {
                    if (progress.page == 2 && !stop.stop_requested())
                        stopSoon();
                });
            if (person.joinable())
                person.join();
            QVERIFY2(failedWith(scanned, ErrorKind::Cancelled), describe(scanned).constData());
            QVERIFY2(sinceStop.elapsed() < 1000, QByteArray::number(sinceStop.elapsed()).constData());
        }
        scanner.close();
    }

private:
    void plug(bool isPlugged)
    {
        QFile marker(m_sane.path() + QStringLiteral("/unplugged"));
        if (isPlugged ? marker.exists() && !marker.remove() : !marker.open(QIODevice::WriteOnly))
            qFatal("no marker");
    }
    [[nodiscard]] devices::SaneScanner feeder(const char *name, bool duplex) const
    {
        return m_sane.scanner(
            {.device = QStringLiteral("stack:") + QLatin1String(name), .feeder = true, .duplex = duplex});
    }

    SaneDirectory m_sane;
};

QTEST_GUILESS_MAIN(ScannerStackTest)
#include "scanner_stack_test.moc"
