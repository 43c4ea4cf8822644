// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can go wrong between a page and the terminal: SANE's own test backend, a page file, and a scan program
// that misbehaves.
#include "app/core/base/log.h"
#include "drivers/devices/document_scanner/sane_scanner.h"
#include "drivers/transport/file_descriptor.h"
#include "tests/fault/sane_directory.h"
#include "tests/unit/drivers/page_picture.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <thread>

using namespace tongban;
using namespace tongban::drivers;
using namespace std::chrono_literals;
using tests::textPage;

namespace {

const auto scanProgram = QStringLiteral(TONGBAN_BIN_DIR "/tongban-scan");
const auto misfortuneProgram = QStringLiteral(TONGBAN_BIN_DIR "/scan-misfortune");
const ports::PageProfile profile;
using Pages = Result<std::vector<ports::ScannedPage>>;

QByteArray describe(const Pages &pages)
{
    if (pages)
        return QByteArray::number(static_cast<qsizetype>(pages->size())) + " pages";
    return QByteArray(nameOf(pages.error().kind)) + " " + pages.error().where.toUtf8() + " " + pages.error().detail.toUtf8();
}

// A grid of 200 × 200 mm at 150 dpi: 1181 × 1181 pixels.
QJsonObject grid()
{
    return {{QStringLiteral("mode"), QStringLiteral("Gray")},
            {QStringLiteral("resolution"), 150},
            {QStringLiteral("test-picture"), QStringLiteral("Grid")},
            {QStringLiteral("br-x"), 200},
            {QStringLiteral("br-y"), 200}};
}

QJsonObject with(QJsonObject settings, std::initializer_list<std::pair<QString, QJsonValue>> more)
{
    for (const auto &[name, value] : more)
        settings.insert(name, value);
    return settings;
}

// Some hundred kilobytes that come at 20 bytes a second.
QJsonObject crawl()
{
    return with(grid(), {{QStringLiteral("read-limit"), true},
                         {QStringLiteral("read-limit-size"), 4},
                         {QStringLiteral("read-delay"), true},
                         {QStringLiteral("read-delay-duration"), 200'000}});
}

} // namespace

#define EXPECT_KIND(result, expected)                                                                                  \
    do {                                                                                                               \
        const Pages seen = result;                                                                                     \
        QVERIFY2(failedWith(seen, expected), describe(seen).constData());                                              \
    } while (false)

class ScannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setLogSink([this](const QByteArray &line) { m_log += line + '\n'; }); }

    // --- pages --------------------------------------------------------------------------------------------------------
    void aPageOfTextComesWithinTheProfile()
    {
        m_sane.lay(textPage(24));
        const auto pages = glassScanner().scan(profile, 1, Deadline::in(30s), {});
        QVERIFY2(pages.has_value(), describe(pages).constData());
        QCOMPARE(pages->size(), 1u);
        const QByteArray &jpeg = pages->front().jpeg;
        const QImage page = QImage::fromData(jpeg, "JPEG");
        QVERIFY2(jpeg.size() <= 90'000, QByteArray::number(jpeg.size()).constData());
        QCOMPARE(page.size(), pages->front().size);
        QVERIFY(page.width() <= 1200 && page.height() <= 1600 && page.width() >= 480 && page.height() >= 640);
        QVERIFY(m_log.contains("ScanBegun") && m_log.contains("ScanEnded"));
    }

    void formatsOfTheTestBackend_data()
    {
        QTest::addColumn<QJsonObject>("settings");
        QTest::newRow("gray") << grid();
        QTest::newRow("one bit") << with(grid(), {{QStringLiteral("depth"), 1}});
        QTest::newRow("sixteen bits") << with(grid(), {{QStringLiteral("depth"), 16}});
        const QJsonObject colour = with(grid(), {{QStringLiteral("mode"), QStringLiteral("Color")}});
        QTest::newRow("colour") << colour;
        QTest::newRow("three passes") << with(colour, {{QStringLiteral("three-pass"), true},
                                                       {QStringLiteral("three-pass-order"), QStringLiteral("GBR")}});
        QTest::newRow("height unknown beforehand") << with(grid(), {{QStringLiteral("hand-scanner"), true}});
        QTest::newRow("small pieces") << with(grid(), {{QStringLiteral("read-limit"), true},
                                                       {QStringLiteral("read-limit-size"), 997}});
        QTest::newRow("parameters that change at start") << with(grid(), {{QStringLiteral("fuzzy-parameters"), true}});
        QTest::newRow("a backend that prints") << with(grid(), {{QStringLiteral("enable-test-options"), true}});
    }
    void formatsOfTheTestBackend()
    {
        QFETCH(QJsonObject, settings);
        const auto pages = testScanner(settings).scan(profile, 1, Deadline::in(30s), {});
        QVERIFY2(pages.has_value(), describe(pages).constData());
        const QImage page = QImage::fromData(pages->front().jpeg, "JPEG");
        QCOMPARE(page.size(), pages->front().size);
        QVERIFY(page.isGrayscale()); // the grid has no colour, whatever the mode
        QVERIFY(page.width() >= 480);
        // Squares of a centimetre, black and white: both are there.
        int dark = 0;
        for (int x = 0; x < page.width(); ++x)
            dark += qGray(page.pixel(x, page.height() / 2)) < 128 ? 1 : 0;
        QVERIFY(dark > page.width() / 4 && dark < page.width() * 3 / 4);
    }

    void aFeederIsScannedToItsEnd()
    {
        const QJsonObject settings =
            with(grid(), {{QStringLiteral("source"), QStringLiteral("Automatic Document Feeder")}});
        // The backend's feeder holds ten sheets.
        const auto all = testScanner(settings, true).scan(profile, 50, Deadline::in(60s), {});
        QVERIFY2(all.has_value(), describe(all).constData());
        QCOMPARE(all->size(), 10u);
        const auto some = testScanner(settings, true).scan(profile, 3, Deadline::in(30s), {});
        QVERIFY2(some.has_value(), describe(some).constData());
        QCOMPARE(some->size(), 3u);
    }

    // --- the villager tries again -------------------------------------------------------------------------------------
    void nothingOnTheGlass()
    {
        m_sane.clear();
        EXPECT_KIND(glassScanner().scan(profile, 1, Deadline::in(10s), {}), ErrorKind::PageMissing);
    }

    void pagesNobodyCouldRead_data()
    {
        QTest::addColumn<QString>("picture");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("white") << QStringLiteral("Solid white") << QStringLiteral("blank");
        QTest::newRow("black") << QStringLiteral("Solid black") << QStringLiteral("too dark");
    }
    void pagesNobodyCouldRead()
    {
        QFETCH(QString, picture);
        const auto pages = testScanner(with(grid(), {{QStringLiteral("test-picture"), picture}}))
                               .scan(profile, 1, Deadline::in(10s), {});
        QVERIFY2(failedWith(pages, ErrorKind::PageIllegible), describe(pages).constData());
        QTEST(pages.error().detail, "verdict");
    }

    void tooSmall()
    {
        EXPECT_KIND(testScanner(with(grid(), {{QStringLiteral("resolution"), 50}})).scan(profile, 1, Deadline::in(10s), {}),
                    ErrorKind::PageIllegible);
    }

    // --- staff and technician -----------------------------------------------------------------------------------------
    void statusesOfTheBackend_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char *status, ErrorKind kind) {
            QTest::newRow(status) << QString::fromLatin1(status) << kind;
        };
        row("SANE_STATUS_NO_DOCS", ErrorKind::PageMissing);
        row("SANE_STATUS_JAMMED", ErrorKind::ScannerJam);
        row("SANE_STATUS_COVER_OPEN", ErrorKind::CoverOpen);
        row("SANE_STATUS_IO_ERROR", ErrorKind::DeviceFault);
        row("SANE_STATUS_ACCESS_DENIED", ErrorKind::DeviceFault);
        row("SANE_STATUS_NO_MEM", ErrorKind::DeviceFault);
        row("SANE_STATUS_INVAL", ErrorKind::DeviceFault);
        row("SANE_STATUS_DEVICE_BUSY", ErrorKind::DeviceAbsent);
        row("SANE_STATUS_EOF", ErrorKind::DeviceFault); // an end before the last byte
    }
    void statusesOfTheBackend()
    {
        QFETCH(QString, status);
        QFETCH(ErrorKind, kind);
        auto scanner = testScanner(with(grid(), {{QStringLiteral("read-return-value"), status}}));
        EXPECT_KIND(scanner.scan(profile, 1, Deadline::in(10s), {}), kind);
    }

    void noSuchDevice()
    {
        devices::SaneScanner scanner({.device = QStringLiteral("test:9"), .configDirectory = m_sane.path()}, scanProgram);
        EXPECT_KIND(scanner.scan(profile, 1, Deadline::in(10s), {}), ErrorKind::DeviceAbsent);
    }

    void settingsTheScannerDoesNotKnow_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no such option") << QStringLiteral("brightnes") << QJsonValue(5);
        QTest::newRow("another type") << QStringLiteral("depth") << QJsonValue(QStringLiteral("8"));
        QTest::newRow("a value it does not know") << QStringLiteral("mode") << QJsonValue(QStringLiteral("Sepia"));
        QTest::newRow("inactive") << QStringLiteral("read-limit-size") << QJsonValue(5);
        QTest::newRow("a text too long") << QStringLiteral("mode") << QJsonValue(QString(5000, u'x'));
    }
    void settingsTheScannerDoesNotKnow()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        const auto pages = testScanner(with(grid(), {{name, value}})).scan(profile, 1, Deadline::in(10s), {});
        QVERIFY2(failedWith(pages, ErrorKind::Misconfigured), describe(pages).constData());
        QVERIFY(pages.error().detail.contains(name));
    }

    // --- time ---------------------------------------------------------------------------------------------------------
    void aScannerThatCrawlsEndsAtTheDeadline()
    {
        QElapsedTimer timer;
        timer.start();
        auto scanner = testScanner(crawl());
        EXPECT_KIND(scanner.scan(profile, 1, Deadline::in(700ms), {}), ErrorKind::DeviceSilent);
        QVERIFY(timer.elapsed() < 900);
    }

    void aStopEndsItWithin200Ms()
    {
        auto scanner = testScanner(crawl());
        std::stop_source stop;
        QElapsedTimer sinceStop;
        // Stopped once the scan is under way, as its begin in the log says.
        setLogSink([&](const QByteArray &) {
            sinceStop.start();
            stop.request_stop();
        });
        const auto pages = scanner.scan(profile, 1, Deadline::in(30s), stop.get_token());
        const auto elapsed = sinceStop.elapsed();
        initTestCase();
        QVERIFY2(failedWith(pages, ErrorKind::Cancelled), describe(pages).constData());
        QVERIFY2(elapsed < 200, QByteArray::number(elapsed).constData());
    }

    // The page file is a pipe: opening it for writing returns in the very moment the backend opens it, and then the backend
    // hangs in its read.
    void aScanStoppedInTheMiddleLetsTheNextOneIn()
    {
        m_sane.clear();
        QCOMPARE(::mkfifo(m_sane.glass().toLocal8Bit().constData(), 0600), 0);
        std::stop_source stop;
        QElapsedTimer sinceStop;
        transport::FileDescriptor writer;
        std::jthread person([&] {
            writer.reset(::open(m_sane.glass().toLocal8Bit().constData(), O_WRONLY | O_CLOEXEC));
            sinceStop.start();
            stop.request_stop();
        });
        auto scanner = glassScanner();
        const auto pages = scanner.scan(profile, 1, Deadline::in(30s), stop.get_token());
        person.join();
        QVERIFY2(failedWith(pages, ErrorKind::Cancelled), describe(pages).constData());
        QVERIFY(sinceStop.elapsed() < 200);
        m_sane.clear();
        m_sane.lay(textPage(10));
        const auto again = scanner.scan(profile, 1, Deadline::in(30s), {});
        QVERIFY2(again.has_value(), describe(again).constData());
    }

    // --- a scan program gone wrong ------------------------------------------------------------------------------------
    void misfortunesOfTheScanProgram_data()
    {
        QTest::addColumn<QString>("misfortune");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("detail");
        QTest::newRow("crash") << QStringLiteral("crash-in-mid-page") << ErrorKind::DeviceFault << QStringLiteral("signal 11");
        QTest::newRow("exit") << QStringLiteral("exit-without-end") << ErrorKind::DeviceFault << QStringLiteral("exit code 3");
        QTest::newRow("babble") << QStringLiteral("babble") << ErrorKind::ProtocolViolation << QString();
        QTest::newRow("oversize") << QStringLiteral("oversize") << ErrorKind::ProtocolViolation << QStringLiteral("90001");
        QTest::newRow("no page") << QStringLiteral("no-page") << ErrorKind::ProtocolViolation << QString();
        QTest::newRow("hang") << QStringLiteral("hang") << ErrorKind::DeviceSilent << QStringLiteral("42 %");
    }
    void misfortunesOfTheScanProgram()
    {
        QFETCH(QString, misfortune);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, detail);
        devices::SaneScanner scanner({.device = misfortune}, misfortuneProgram);
        for (int i = 0; i < 2; ++i) { // and the next scan gets its turn, a hanging program is ended for it
            const auto pages = scanner.scan(profile, 1, Deadline::in(2s), {});
            QVERIFY2(failedWith(pages, kind), describe(pages).constData());
            QVERIFY2(pages.error().detail.contains(detail), describe(pages).constData());
        }
    }

    void theProgramIsMissing()
    {
        devices::SaneScanner scanner({.device = QStringLiteral("test:0")}, QStringLiteral("/nonexistent/tongban-scan"));
        EXPECT_KIND(scanner.scan(profile, 1, Deadline::in(2s), {}), ErrorKind::DeviceFault);
    }

private:
    devices::SaneScanner testScanner(const QJsonObject &settings, bool feeder = false)
    {
        return {{.device = QStringLiteral("test:0"), .configDirectory = m_sane.path(), .settings = settings, .feeder = feeder},
                scanProgram};
    }
    devices::SaneScanner glassScanner()
    {
        return {{.device = QStringLiteral("pnm:0"),
                 .configDirectory = m_sane.path(),
                 .settings = {{QStringLiteral("filename"), m_sane.glass()}}},
                scanProgram};
    }

    tests::SaneDirectory m_sane;
    QByteArray m_log;
};

QTEST_MAIN(ScannerTest)
#include "scanner_test.moc"
