// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as they come over SANE: every format of its test backend, and a page of text that a stranger then reads.
#include "app/core/base/log.h"
#include "tests/fault/sane_directory.h"
#include "tests/unit/drivers/page_picture.h"

#include <QProcess>
#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;

namespace {

const ports::PageProfile profile;

// What a stranger reads on the page: Tesseract, without spaces.
QString textOf(const QByteArray &jpeg)
{
    QProcess reader;
    reader.start(QStringLiteral("tesseract"),
                 {QStringLiteral("-"), QStringLiteral("-"), QStringLiteral("-l"), QStringLiteral("chi_sim"),
                  QStringLiteral("--psm"), QStringLiteral("6")});
    reader.write(jpeg);
    reader.closeWriteChannel();
    if (!reader.waitForFinished(50'000))
        return QStringLiteral("no OCR: ") + reader.errorString();
    return QString::fromUtf8(reader.readAllStandardOutput()).remove(u' ');
}

} // namespace

class ScannerPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([this](const QByteArray &line) { m_log += line + '\n'; });
    }

    void aPageOfTextComesWithinTheProfile()
    {
        m_sane.lay(textPage(24));
        const auto pages = m_sane.glassScanner().scan(profile, 1, Deadline::in(30s), {}, {});
        QVERIFY2(pages.has_value(), describe(pages).constData());
        QCOMPARE(pages->size(), 1u);
        const QByteArray &jpeg = pages->front().jpeg;
        const QImage page = QImage::fromData(jpeg, "JPEG");
        QVERIFY2(jpeg.size() <= 90'000, QByteArray::number(jpeg.size()).constData());
        QCOMPARE(page.size(), pages->front().size);
        QVERIFY(page.width() <= 1200 && page.height() <= 1600 && page.width() >= 480 && page.height() >= 640);
        QVERIFY(m_log.contains("ScanBegun") && m_log.contains("ScanEnded"));
        const QString read = textOf(jpeg);
        for (const char *words : {"常住人口登记卡", "与户主关系", "青山镇青山村"})
            QVERIFY2(read.count(QString::fromUtf8(words)) >= 20, qPrintable(read)); // of 24 lines
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
        QTest::newRow("small pieces") << with(
            grid(), {{QStringLiteral("read-limit"), true}, {QStringLiteral("read-limit-size"), 997}});
        QTest::newRow("parameters that change at start") << with(grid(), {{QStringLiteral("fuzzy-parameters"), true}});
        QTest::newRow("a backend that prints") << with(grid(), {{QStringLiteral("enable-test-options"), true}});
    }
    void formatsOfTheTestBackend()
    {
        QFETCH(QJsonObject, settings);
        const auto pages = m_sane.testScanner(settings).scan(profile, 1, Deadline::in(30s), {}, {});
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

    void theNameOfABackendIsItsFirstDevice()
    {
        auto scanner = m_sane.scanner(QStringLiteral("test"), grid());
        const auto pages = scanner.scan(profile, 1, Deadline::in(30s), {}, {});
        QVERIFY2(pages.has_value(), describe(pages).constData());
    }

    void aFeederIsScannedToItsEnd()
    {
        const QJsonObject settings =
            with(grid(), {{QStringLiteral("source"), QStringLiteral("Automatic Document Feeder")}});
        // The backend's feeder holds ten sheets.
        const auto all = m_sane.testScanner(settings, true).scan(profile, 50, Deadline::in(60s), {}, {});
        QVERIFY2(all.has_value(), describe(all).constData());
        QCOMPARE(all->size(), 10u);
        const auto some = m_sane.testScanner(settings, true).scan(profile, 3, Deadline::in(30s), {}, {});
        QVERIFY2(some.has_value(), describe(some).constData());
        QCOMPARE(some->size(), 3u);
    }

private:
    SaneDirectory m_sane;
    QByteArray m_log;
};

QTEST_MAIN(ScannerPagesTest)
#include "scanner_pages_test.moc"
