// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal burns, the paper stays: from the picture of the printed receipt alone the city takes the application up
// again. The receipt goes through the real printer driver; strangers (ZXing, zbar) read the picture.
#include "app/core/domain/receipt_builder.h"
#include "offline/vault/posix_file_system.h"
#include "tests/fault/printer_rig.h"
#include "tests/unit/offline/receipt_samples.h"
#include "tests/unit/offline/store_world.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <ZXing/ReadBarcode.h>

using namespace tongban;
using namespace tongban::tests;
using namespace tongban::offline::receipt;
using ports::PrintOutcome;

namespace {

const domain::SiteProfile hall{.siteCode = QStringLiteral("422823105000"),
                               .hallName = QStringLiteral("青山镇便民服务中心"),
                               .deviceId = QStringLiteral("K01"),
                               .phone = QStringLiteral("0718-4220011"),
                               .address = QStringLiteral("青山镇人民路1号"),
                               .hours = QStringLiteral("工作日 9:00—17:00")};

QByteArrayList readByZxing(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(grey.bytesPerLine()));
    QByteArrayList codes;
    for (const auto &code : ZXing::ReadBarcodes(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode)))
        codes << QByteArray(reinterpret_cast<const char *>(code.bytes().data()),
                            static_cast<qsizetype>(code.bytes().size()));
    return codes;
}

QByteArrayList readByZbar(const QString &file)
{
    QProcess zbar;
    zbar.start(QStringLiteral("zbarimg"), {QStringLiteral("--raw"), QStringLiteral("--quiet"), file});
    if (!zbar.waitForFinished())
        return {};
    return zbar.readAllStandardOutput().split('\n');
}

// A camera in a bad light: half the size a pixel, a little turned, grey paper.
QImage photographed(const QImage &paper, double degrees)
{
    QImage photo = paper.convertToFormat(QImage::Format_RGB32)
                       .transformed(QTransform().rotate(degrees).scale(1.3, 1.3), Qt::SmoothTransformation);
    for (int y = 0; y < photo.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(photo.scanLine(y));
        for (int x = 0; x < photo.width(); ++x) {
            const int grey = 60 + qGray(line[x]) / 2;
            line[x] = qRgb(grey, grey, grey);
        }
    }
    return photo;
}

QByteArray oneOf(const QByteArrayList &codes, const char *prefix)
{
    for (const QByteArray &code : codes) {
        if (code.startsWith(prefix))
            return code;
    }
    return {};
}

} // namespace

class ReceiptPaperTest : public QObject
{
    Q_OBJECT

private:
    PrinterRig m_rig;
    ReceiptKeys m_keys;
    int m_printed = 0;

    // The file of the picture; empty when it did not come out.
    QString printed(const domain::SubmittedCase &submitted)
    {
        const auto codes = m_keys.sealer().codesFor(submitted);
        if (!codes)
            return {};
        const auto outcome = m_rig.print(domain::receiptFor(submitted, hall, domain::ReceiptCopy::First, *codes));
        if (!outcome || *outcome != PrintOutcome::Confirmed)
            return {};
        return m_rig.process().path(QStringLiteral("paper/%1.png").arg(++m_printed, 3, 10, QLatin1Char('0')));
    }
    void bothCodesTell(const QByteArrayList &codes, const domain::SubmittedCase &submitted)
    {
        const auto receipt = verifiedReceipt(oneOf(codes, "TBV1:"), m_keys.roster());
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().detail));
        QCOMPARE(receipt->localNumber, submitted.localNumber);
        const auto recovered = recoveredFacts(oneOf(codes, "TBF1:"), m_keys.roster(), m_keys.city);
        QVERIFY2(recovered, recovered ? "" : qPrintable(recovered.error().detail));
        QCOMPARE(recovered->facts.localNumber, submitted.localNumber);
        QVERIFY(recovered->facts.idNumber == submitted.content.applicant.idNumber);
        QVERIFY(recovered->facts.name == submitted.content.applicant.name);
    }

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_rig.start(), QString()); }

    void thePaperOutlivesTheTerminal()
    {
        testing::StoreWorld world;
        auto store = world.open();
        QVERIFY(store);
        const auto villager = testing::zhang();
        const auto draft = testing::filledDraft(**store, villager, world.clock);
        QVERIFY(draft);
        const auto submitted = (*store)->cases().submit(*draft);
        QVERIFY(submitted);
        const QImage picture(printed(*submitted));
        QVERIFY(!picture.isNull());
        store->reset();
        QVERIFY(QDir(world.stateDirectory()).removeRecursively());

        const auto recovered = recoveredFacts(oneOf(readByZxing(picture), "TBF1:"), m_keys.roster(), m_keys.city);
        QVERIFY2(recovered, recovered ? "" : qPrintable(recovered.error().detail));
        const KeyFacts &facts = recovered->facts;
        QVERIFY(facts.name == villager.card.name);
        QVERIFY(facts.idNumber == villager.card.idNumber);
        QCOMPARE(facts.itemCode, submitted->content.item.code);
        QCOMPARE(facts.localNumber, submitted->localNumber);
        QCOMPARE(facts.submittedAt.toSecsSinceEpoch(), submitted->submittedAt.toSecsSinceEpoch());
        QCOMPARE(facts.leftOut, 0);
        QVERIFY(facts.answers.contains({QStringLiteral("phone"), Secret(villager.phone)}));
    }

    void everyItemIsReadFromItsPaper_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("longest");
        for (const QString &file : itemFileNames()) {
            QTest::newRow(qPrintable(file)) << file << false;
            QTest::newRow(qPrintable(file + QStringLiteral(", longest"))) << file << true;
        }
    }
    void everyItemIsReadFromItsPaper()
    {
        QFETCH(QString, file);
        QFETCH(bool, longest);
        const auto submitted = filledCase(file, longest);
        const QString picture = printed(submitted);
        QVERIFY(!picture.isEmpty());
        bothCodesTell(readByZxing(QImage(picture)), submitted);
        if (QStandardPaths::findExecutable(QStringLiteral("zbarimg")).isEmpty())
            QSKIP("zbarimg is not installed");
        bothCodesTell(readByZbar(picture), submitted);
    }

    void aPhotographWillDo_data()
    {
        QTest::addColumn<double>("degrees");
        for (const double degrees : {0.0, 3.0, -7.0, 20.0, 90.0})
            QTest::newRow(qPrintable(QString::number(degrees))) << degrees;
    }
    void aPhotographWillDo()
    {
        QFETCH(double, degrees);
        const auto submitted = filledCase(QStringLiteral("gaoling-jintie.json"), true);
        const QString picture = printed(submitted);
        QVERIFY(!picture.isEmpty());
        bothCodesTell(readByZxing(photographed(QImage(picture), degrees)), submitted);
    }
};

QTEST_GUILESS_MAIN(ReceiptPaperTest)
#include "receipt_paper_test.moc"
