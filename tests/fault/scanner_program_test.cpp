// SPDX-License-Identifier: GPL-3.0-or-later
// The scan program gone wrong, as a bad SANE backend makes it: the kiosk says so in time and scans again.
#include "drivers/devices/document_scanner/sane_scanner.h"

#include <QTest>

using namespace tongban;
using namespace tongban::drivers;
using namespace std::chrono_literals;

namespace {

const auto misfortuneProgram = QStringLiteral(TONGBAN_BIN_DIR "/scan-misfortune");
const ports::PageProfile profile;
using Pages = Result<std::vector<ports::ScannedPage>>;

QByteArray describe(const Pages &pages)
{
    if (pages)
        return "pages";
    return QByteArray(nameOf(pages.error().kind)) + " " + pages.error().detail.toUtf8();
}

} // namespace

class ScannerProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void misfortunesOfTheScanProgram_data()
    {
        QTest::addColumn<QString>("misfortune");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("detail");
        QTest::newRow("crash") << QStringLiteral("crash-in-mid-page") << ErrorKind::DeviceFault
                               << QStringLiteral("signal 11");
        QTest::newRow("killed") << QStringLiteral("killed") << ErrorKind::DeviceFault << QStringLiteral("signal 9");
        QTest::newRow("exit") << QStringLiteral("exit-without-end") << ErrorKind::DeviceFault
                              << QStringLiteral("exit code 3");
        QTest::newRow("babble") << QStringLiteral("babble") << ErrorKind::ProtocolViolation << QString();
        QTest::newRow("oversize") << QStringLiteral("oversize") << ErrorKind::ProtocolViolation
                                  << QStringLiteral("90001");
        for (const char *misfortune : {"thumbnail-of-nothing", "two-thumbnails", "large-thumbnail"})
            QTest::newRow(misfortune) << QString::fromLatin1(misfortune) << ErrorKind::ProtocolViolation
                                      << QStringLiteral("thumbnail");
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
            const auto pages = scanner.scan(profile, 1, Deadline::in(2s), {}, {});
            QVERIFY2(failedWith(pages, kind), describe(pages).constData());
            QVERIFY2(pages.error().detail.contains(detail), describe(pages).constData());
        }
    }

    void theProgramIsMissing()
    {
        devices::SaneScanner scanner({.device = QStringLiteral("test:0")}, QStringLiteral("/nonexistent/tongban-scan"));
        const auto pages = scanner.scan(profile, 1, Deadline::in(2s), {}, {});
        QVERIFY2(failedWith(pages, ErrorKind::DeviceFault), describe(pages).constData());
    }
};

QTEST_GUILESS_MAIN(ScannerProgramTest)
#include "scanner_program_test.moc"
