// SPDX-License-Identifier: GPL-3.0-or-later
// What the city takes (SCOPE 23): JPEG, 640×480 … 1600×1200 either way round, at most 90 000 bytes, legible.
#include "drivers/imaging/jpeg.h"
#include "drivers/imaging/legibility.h"
#include "drivers/imaging/page.h"
#include "drivers/imaging/scale.h"
#include "tests/unit/drivers/page_picture.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace tongban;
using namespace tongban::drivers::imaging;
using tests::noisy;
using tests::rasterOf;
using tests::textPage;

namespace {

const ports::PageProfile profile;

// Read back by another decoder than the encoder's.
QImage decoded(const QByteArray &jpeg)
{
    return QImage::fromData(jpeg, "JPEG");
}

// 1 when two pictures of one size hold the same strokes, whatever their brightness; 0 when they have nothing in common.
double correlation(const Raster &a, const Raster &b)
{
    const auto count = static_cast<double>(a.samples.size());
    const double meanA = std::accumulate(a.samples.begin(), a.samples.end(), 0.0) / count;
    const double meanB = std::accumulate(b.samples.begin(), b.samples.end(), 0.0) / count;
    double both = 0;
    double squareA = 0;
    double squareB = 0;
    for (std::size_t i = 0; i < a.samples.size(); ++i) {
        const double fromA = a.samples[i] - meanA;
        const double fromB = b.samples[i] - meanB;
        both += fromA * fromB;
        squareA += fromA * fromA;
        squareB += fromB * fromB;
    }
    return both / std::sqrt(squareA * squareB);
}

QByteArray describe(const Result<ports::ScannedPage> &page)
{
    if (page)
        return "a page";
    return QByteArray(nameOf(page.error().kind)) + ": " + page.error().detail.toUtf8();
}

} // namespace

class ImagingPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizesFitEitherWayRound_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QSize>("fitted");
        QTest::newRow("A4 upright") << QSize(1654, 2339) << QSize(1131, 1600);
        QTest::newRow("A4 lying") << QSize(2339, 1654) << QSize(1600, 1131);
        QTest::newRow("exact") << QSize(1200, 1600) << QSize(1200, 1600);
        QTest::newRow("small stays") << QSize(700, 500) << QSize(700, 500);
        QTest::newRow("square") << QSize(4000, 4000) << QSize(1200, 1200);
        QTest::newRow("a strip") << QSize(10, 100000) << QSize(1, 1600);
    }
    void sizesFitEitherWayRound()
    {
        QFETCH(QSize, size);
        QTEST(fittedSize(size, profile.maximum), "fitted");
    }

    void shrinkingAverages()
    {
        Raster checker = Raster::blank(300, 200, 1);
        for (std::size_t i = 0; i < checker.samples.size(); ++i)
            checker.samples[i] = i % 2 == 0 ? 0 : 255;
        for (const QSize target : {QSize(150, 100), QSize(75, 67), QSize(1, 1)}) {
            const Raster shrunk = shrunkTo(checker, target);
            QCOMPARE(shrunk.size(), target);
            for (const std::uint8_t sample : shrunk.samples)
                QVERIFY(sample >= 126 && sample <= 129);
        }
        // Nothing is lost at the ends: white stays white, black stays black, odd ratios included.
        Raster white = Raster::blank(1654, 23, 3);
        std::fill(white.samples.begin(), white.samples.end(), 255);
        for (const std::uint8_t sample : shrunkTo(white, {1131, 16}).samples)
            QCOMPARE(sample, std::uint8_t(255));
        for (const std::uint8_t sample : shrunkTo(Raster::blank(1654, 23, 3), {1131, 16}).samples)
            QCOMPARE(sample, std::uint8_t(0));
    }

    void aThumbnailIsSmallInBothWays_data()
    {
        QTest::addColumn<QImage>("image");
        QTest::addColumn<QSize>("size");
        const QImage full = textPage(42);
        const auto fitted = [](QSize size) { return size.scaled(320, 320, Qt::KeepAspectRatio); };
        QTest::newRow("a full page") << full << fitted(full.size());
        QTest::newRow("lying") << full.transformed(QTransform().rotate(90)) << fitted(full.size().transposed());
        QTest::newRow("with a red seal") << textPage(30, Qt::black, QColor(246, 245, 240), true) << fitted(full.size());
        QTest::newRow("a stamp") << full.copy(0, 0, 200, 90) << QSize(200, 90); // it is not made larger
        QTest::newRow("noise") << noisy(full, 90) << fitted(full.size());
    }
    void aThumbnailIsSmallInBothWays()
    {
        QFETCH(QImage, image);
        QFETCH(QSize, size);
        const auto thumbnail = thumbnailOf(rasterOf(image));
        QVERIFY(thumbnail);
        QVERIFY(std::abs(thumbnail->size.width() - size.width()) <= 1);
        QVERIFY(std::abs(thumbnail->size.height() - size.height()) <= 1);
        QVERIFY2(thumbnail->jpeg.size() <= ports::PageThumbnail::maxBytes,
                 qPrintable(QString::number(thumbnail->jpeg.size())));
        QCOMPARE(QImage::fromData(thumbnail->jpeg).size(), thumbnail->size);
    }

    void pagesOfTextComeWithinTheProfile_data()
    {
        QTest::addColumn<QImage>("image");
        QTest::addColumn<bool>("gray");
        QTest::newRow("a short letter") << textPage(6) << true;
        QTest::newRow("a full page") << textPage(42) << true;
        QTest::newRow("a full page, cheap sensor") << noisy(textPage(42), 6) << true;
        QTest::newRow("with a red seal") << textPage(30, Qt::black, QColor(246, 245, 240), true) << false;
        QTest::newRow("blue ball-pen") << textPage(20, QColor(40, 60, 160)) << false;
        QTest::newRow("pencil on gray paper") << textPage(20, QColor(90, 90, 90), QColor(205, 204, 200)) << true;
        QTest::newRow("lying") << textPage(42).transformed(QTransform().rotate(90)) << true;
    }
    void pagesOfTextComeWithinTheProfile()
    {
        QFETCH(QImage, image);
        QFETCH(bool, gray);
        const auto page = preparePage(rasterOf(image), profile);
        QVERIFY2(page.has_value(), describe(page).constData());
        QVERIFY2(page->jpeg.size() <= 90'000, QByteArray::number(page->jpeg.size()).constData());
        const QImage back = decoded(page->jpeg);
        QCOMPARE(back.size(), page->size);
        QCOMPARE(back.isGrayscale(), gray);
        QVERIFY(std::max(back.width(), back.height()) <= 1600 && std::min(back.width(), back.height()) <= 1200);
        QVERIFY(std::max(back.width(), back.height()) >= 640 && std::min(back.width(), back.height()) >= 480);
        // What the encoder made of it is still legible, and its strokes are those of the page scaled without loss.
        const Raster after = toGray(rasterOf(back));
        QCOMPARE(judge(after, profile.minimum), Legibility::Legible);
        const double likeness = correlation(toGray(shrunkTo(rasterOf(image), page->size)), after);
        QVERIFY2(likeness > 0.96, QByteArray::number(likeness).constData());
    }

    void pagesNobodyCouldRead_data()
    {
        QTest::addColumn<QImage>("image");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("blank") << textPage(0) << QStringLiteral("blank");
        QTest::newRow("blank, noisy") << noisy(textPage(0), 8) << QStringLiteral("blank");
        QTest::newRow("dark") << textPage(42, Qt::black, QColor(60, 60, 60)) << QStringLiteral("too dark");
        QTest::newRow("faint") << textPage(42, QColor(200, 200, 195)) << QStringLiteral("low contrast");
        QTest::newRow("small") << textPage(42).scaled(400, 566) << QStringLiteral("too small");
        QTest::newRow("narrow") << textPage(42).copy(0, 0, 470, 2339) << QStringLiteral("too small");
    }
    void pagesNobodyCouldRead()
    {
        QFETCH(QImage, image);
        QFETCH(QString, verdict);
        const auto page = preparePage(rasterOf(image), profile);
        QVERIFY2(failedWith(page, ErrorKind::PageIllegible), describe(page).constData());
        QCOMPARE(page.error().detail, verdict);
    }

    // A page that no quality brings under the bound gets fewer pixels, then is refused; the bound is never broken.
    void theByteBoundIsNeverBroken()
    {
        QImage static_(1600, 1200, QImage::Format_RGB888);
        static_.fill(Qt::gray);
        const Raster storm = rasterOf(noisy(static_, 120));
        const auto bounded = preparePage(storm, {.maxBytes = 300'000});
        QVERIFY2(bounded.has_value(), describe(bounded).constData());
        QVERIFY(bounded->jpeg.size() <= 300'000);
        QVERIFY(bounded->size.width() < 1600);
        const auto refused = preparePage(storm, {.maxBytes = 20'000});
        QVERIFY(failedWith(refused, ErrorKind::PageIllegible));
    }

    void theQualitySearchIsExact()
    {
        const Raster page = toGray(shrunkTo(rasterOf(textPage(15)), {1131, 1600}));
        const auto bounded = encodeJpegWithin(page, 120'000, 20, 95);
        QVERIFY(bounded && bounded->size() <= 120'000);
        // One step better does not fit any more.
        int quality = 20;
        while (encodeJpeg(page, quality) != bounded)
            ++quality;
        QVERIFY(encodeJpeg(page, quality + 1)->size() > 120'000);
        QVERIFY(!encodeJpegWithin(page, 1000, 20, 95));
        QVERIFY(quality > 20 && quality < 95); // the bound was the one that counted
    }
};

QTEST_MAIN(ImagingPageTest)
#include "imaging_page_test.moc"
