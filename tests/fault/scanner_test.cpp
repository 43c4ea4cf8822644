// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can go wrong between a page and the terminal, by SANE's own test backend and a page file.
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
using namespace tongban::tests;

namespace {

const ports::PageProfile profile;

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
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }

    // --- the villager tries again
    // -------------------------------------------------------------------------------------
    void nothingOnTheGlass()
    {
        m_sane.clear();
        EXPECT_KIND(m_sane.glassScanner().scan(profile, 1, Deadline::in(10s), {}, {}), ErrorKind::PageMissing);
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
        const auto pages = m_sane.testScanner(with(grid(), {{QStringLiteral("test-picture"), picture}}))
                               .scan(profile, 1, Deadline::in(10s), {}, {});
        QVERIFY2(failedWith(pages, ErrorKind::PageIllegible), describe(pages).constData());
        QTEST(pages.error().detail, "verdict");
    }

    void tooSmall()
    {
        EXPECT_KIND(m_sane.testScanner(with(grid(), {{QStringLiteral("resolution"), 50}}))
                        .scan(profile, 1, Deadline::in(10s), {}, {}),
                    ErrorKind::PageIllegible);
    }

    // --- staff and technician
    // -----------------------------------------------------------------------------------------
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
        auto scanner = m_sane.testScanner(with(grid(), {{QStringLiteral("read-return-value"), status}}));
        EXPECT_KIND(scanner.scan(profile, 1, Deadline::in(10s), {}, {}), kind);
    }

    void noSuchDevice()
    {
        auto scanner = m_sane.scanner(QStringLiteral("test:9"), {});
        EXPECT_KIND(scanner.scan(profile, 1, Deadline::in(10s), {}, {}), ErrorKind::DeviceAbsent);
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
        const auto pages = m_sane.testScanner(with(grid(), {{name, value}})).scan(profile, 1, Deadline::in(10s), {}, {});
        QVERIFY2(failedWith(pages, ErrorKind::Misconfigured), describe(pages).constData());
        QVERIFY(pages.error().detail.contains(name));
    }

    // --- time
    // ---------------------------------------------------------------------------------------------------------
    void aScannerThatCrawlsEndsAtTheDeadline()
    {
        QElapsedTimer timer;
        timer.start();
        auto scanner = m_sane.testScanner(crawl());
        EXPECT_KIND(scanner.scan(profile, 1, Deadline::in(700ms), {}, {}), ErrorKind::DeviceSilent);
        QVERIFY(timer.elapsed() < 3000);
    }

    // The duty is 200 ms; a busy machine gets a second, the wait that is cut short has thirty.
    void aStopEndsItAtOnce()
    {
        auto scanner = m_sane.testScanner(crawl());
        std::stop_source stop;
        QElapsedTimer sinceStop;
        // Stopped once the scan is under way, as its begin in the log says.
        setLogSink([&](const QByteArray &) {
            sinceStop.start();
            stop.request_stop();
        });
        const auto pages = scanner.scan(profile, 1, Deadline::in(30s), stop.get_token(), {});
        const auto elapsed = sinceStop.elapsed();
        initTestCase();
        QVERIFY2(failedWith(pages, ErrorKind::Cancelled), describe(pages).constData());
        QVERIFY2(elapsed < 1000, QByteArray::number(elapsed).constData());
    }

    // The page file is a pipe: opening it for writing returns in the very moment the backend opens it, and then the
    // backend hangs in its read.
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
        auto scanner = m_sane.glassScanner();
        const auto pages = scanner.scan(profile, 1, Deadline::in(30s), stop.get_token(), {});
        person.join();
        QVERIFY2(failedWith(pages, ErrorKind::Cancelled), describe(pages).constData());
        QVERIFY(sinceStop.elapsed() < 1000);
        m_sane.clear();
        m_sane.lay(textPage(10));
        const auto again = scanner.scan(profile, 1, Deadline::in(30s), {}, {});
        QVERIFY2(again.has_value(), describe(again).constData());
    }

private:
    SaneDirectory m_sane;
};

QTEST_MAIN(ScannerTest)
#include "scanner_test.moc"
