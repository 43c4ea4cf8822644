// SPDX-License-Identifier: GPL-3.0-or-later
// The one-time notice on paper: through the real printer driver, read off the picture of the paper by a stranger
// (ZXing).
#include "app/core/catalogue/notice_link.h"
#include "app/core/catalogue/notice_slip.h"
#include "app/core/catalogue/situation_paths.h"
#include "tests/data/item_files.h"
#include "tests/fault/printer_rig.h"

#include <QImage>
#include <QTest>

#include <ZXing/ReadBarcode.h>

using namespace tongban;
using namespace tongban::catalogue;
using namespace tongban::tests;

namespace {

const domain::SiteProfile hall{.siteCode = QStringLiteral("422823105000"),
                               .hallName = QStringLiteral("青山镇便民服务中心"),
                               .deviceId = QStringLiteral("K01"),
                               .phone = QStringLiteral("0718-4220011"),
                               .address = QStringLiteral("青山镇人民路1号"),
                               .hours = QStringLiteral("工作日 9:00—17:00")};

domain::Answers lastPathOf(const domain::ServiceItem &item)
{
    QSet<QString> all;
    for (const domain::Situation &situation : item.situations)
        all.insert(situation.field.key);
    const SituationPath path = pathsOver(item, all).back();
    domain::Answers answers;
    for (auto answer = path.begin(); answer != path.end(); ++answer)
        answers.insert(answer.key(), Secret(answer.value()));
    return answers;
}

QByteArray codeOn(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(grey.bytesPerLine()));
    const auto code = ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode));
    return {reinterpret_cast<const char *>(code.bytes().data()), static_cast<qsizetype>(code.bytes().size())};
}

} // namespace

class NoticePaperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_rig.start(), QString()); }

    void everyItemComesOutAndLeadsBack_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : itemFileNames())
            QTest::newRow(qPrintable(file)) << file;
    }
    void everyItemComesOutAndLeadsBack()
    {
        QFETCH(QString, file);
        const domain::ServiceItem item = itemOfFile(file);
        const domain::Answers situations = lastPathOf(item);
        const QDateTime now(QDate(2026, 11, 22), QTime(1, 30), Qt::UTC);
        const auto outcome = m_rig.print(noticeSlip(item, situations, {.site = hall, .nowUtc = now}));
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
        QCOMPARE(*outcome, ports::PrintOutcome::Confirmed);
        ++m_printed;
        const QString words = m_rig.text(m_printed).remove(u'\n').remove(u' ');
        for (const QString &piece : {QStringLiteral("材料清单"), item.name, QStringLiteral("本人身份证"), hall.phone})
            QVERIFY2(words.contains(QString(piece).remove(u' ')), qPrintable(piece));
        const QString picture = m_rig.process().path(QStringLiteral("paper/%1.png").arg(m_printed, 3, 10, QLatin1Char('0')));
        const auto link = noticeLinkIn(codeOn(QImage(picture)));
        QVERIFY2(link, qPrintable(picture));
        QCOMPARE(link->itemCode, item.code);
        QVERIFY(situationsOf(*link, item) == situations);
    }

private:
    PrinterRig m_rig;
    int m_printed = 0;
};

QTEST_GUILESS_MAIN(NoticePaperTest)
#include "notice_paper_test.moc"
