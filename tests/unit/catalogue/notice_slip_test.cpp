// SPDX-License-Identifier: GPL-3.0-or-later
// 一次性告知单: what stands on the slip, and that its code leads back to the item and the situation.
#include "app/core/catalogue/notice_link.h"
#include "app/core/catalogue/notice_slip.h"
#include "app/core/catalogue/situation_paths.h"
#include "tests/data/item_files.h"

#include <QTest>

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

const QDateTime now(QDate(2026, 11, 22), QTime(1, 30), Qt::UTC);

std::vector<domain::ReceiptText> textsOf(const domain::ReceiptDocument &document)
{
    std::vector<domain::ReceiptText> texts;
    for (const domain::ReceiptBlock &block : document.blocks) {
        if (const auto *text = std::get_if<domain::ReceiptText>(&block))
            texts.push_back(*text);
    }
    return texts;
}

QString paperOf(const domain::ReceiptDocument &document)
{
    QStringList lines;
    for (const domain::ReceiptText &text : textsOf(document))
        lines << text.text;
    return lines.join(u'\n');
}

QByteArray codeOf(const domain::ReceiptDocument &document)
{
    for (const domain::ReceiptBlock &block : document.blocks) {
        if (const auto *code = std::get_if<domain::ReceiptQr>(&block))
            return code->data;
    }
    return {};
}

domain::Answers answersOf(const SituationPath &path)
{
    domain::Answers answers;
    for (auto answer = path.begin(); answer != path.end(); ++answer)
        answers.insert(answer.key(), Secret(answer.value()));
    return answers;
}

std::vector<SituationPath> everyPath(const domain::ServiceItem &item)
{
    QSet<QString> all;
    for (const domain::Situation &situation : item.situations)
        all.insert(situation.field.key);
    return pathsOver(item, all);
}

domain::ReceiptDocument slipOf(const domain::ServiceItem &item, const domain::Answers &situations = {},
                               domain::TimeTrust time = domain::TimeTrust::Calibrated)
{
    return noticeSlip(item, situations, {.site = hall, .nowUtc = now, .time = time});
}

} // namespace

class NoticeSlipTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWhereWhenAndWhom()
    {
        const QString paper = paperOf(slipOf(itemOfFile(QStringLiteral("gaoling-jintie.json"))));
        const QString time = now.toLocalTime().toString(QStringLiteral("yyyy年M月d日 HH:mm"));
        for (const QString &piece :
             {QStringLiteral("青山镇便民服务中心"), QStringLiteral("材料清单"), QStringLiteral("一次性告知单"),
              QStringLiteral("高龄津贴"), QStringLiteral("1. 本人身份证"), QStringLiteral("2. 户口簿首页和本人页："),
              QStringLiteral("民政局，20个工作日内办好"), QStringLiteral("收费：不收费"),
              QStringLiteral("地址：青山镇人民路1号"), QStringLiteral("时间：工作日 9:00—17:00"),
              QStringLiteral("电话：0718-4220011"), time, QStringLiteral("指南版本：2026.1")})
            QVERIFY2(paper.contains(piece), qPrintable(piece));
        QVERIFY(!paper.contains(QStringLiteral("时间未校准")));
    }

    void anUnprovenTimeIsMarked()
    {
        const auto item = itemOfFile(QStringLiteral("gaoling-jintie.json"));
        QVERIFY(paperOf(slipOf(item, {}, domain::TimeTrust::Uncalibrated)).contains(QStringLiteral("时间未校准")));
    }

    // On every path: each material that is asked stands there once, with its way; nothing else does; the code leads
    // back.
    void everyPathOfEveryItem_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : itemFileNames())
            QTest::newRow(qPrintable(file)) << file;
    }
    void everyPathOfEveryItem()
    {
        QFETCH(QString, file);
        const domain::ServiceItem item = itemOfFile(file);
        for (const SituationPath &path : everyPath(item)) {
            const domain::Answers situations = answersOf(path);
            const domain::ReceiptDocument slip = slipOf(item, situations);
            const QString paper = paperOf(slip);
            for (const domain::MaterialSpec &material : item.materials) {
                const bool isAsked = truthOf(material.when, item, path) == Truth::Yes;
                QCOMPARE(paper.count(QStringLiteral(". %1：").arg(material.name)), isAsked ? 1 : 0);
            }
            for (const domain::Party &party : item.parties) {
                const bool isAsked = truthOf(party.when, item, path) == Truth::Yes;
                QCOMPARE(paper.count(QStringLiteral(". %1：").arg(party.label)), isAsked ? 1 : 0);
            }
            for (const domain::Situation &situation : item.situations)
                QCOMPARE(paper.contains(situation.field.label), path.contains(situation.field.key));
            QVERIFY(codeOf(slip).size() <= longestNoticeCode);
            const auto link = noticeLinkIn(codeOf(slip));
            QVERIFY(link);
            QCOMPARE(link->itemCode, item.code);
            QCOMPARE(link->itemVersion, item.version);
            QVERIFY(link->situations == situations);
            QVERIFY(situationsOf(*link, item) == situations);
        }
    }

    void whatIsOptionalIsNotDemanded()
    {
        domain::ServiceItem item = itemOfFile(QStringLiteral("gaoling-jintie.json"));
        item.materials.front().optional = true;
        const QString paper = paperOf(slipOf(item));
        QVERIFY(paper.contains(QStringLiteral("有就带，没有也能办")));
        QVERIFY(!paper.contains(QStringLiteral("2. 户口簿")));
        QVERIFY(!paper.contains(QStringLiteral("不用带")));
    }

    // Read at home, without glasses: nothing smaller than 6 mm.
    void lettersAreLarge()
    {
        for (const domain::ReceiptText &text : textsOf(slipOf(itemOfFile(QStringLiteral("gaoling-jintie.json")))))
            QVERIFY2(text.tall || text.scale >= 2, qPrintable(text.text));
    }

    void aPhoneFindsTheListBeneathTheLink()
    {
        const QByteArray code = codeOf(slipOf(itemOfFile(QStringLiteral("gaoling-jintie.json"))));
        QVERIFY(code.startsWith("TBN1:gaoling-jintie:2026.1: "));
        const QString words = QString::fromUtf8(code);
        QVERIFY(std::none_of(words.begin(), words.end(), [](QChar c) { return c < u' '; })); // a printer's commands
        QVERIFY(words.contains(QStringLiteral("要带：本人身份证")) && words.contains(QStringLiteral("户口簿")));
        QVERIFY(words.contains(QStringLiteral("0718-4220011")));
    }

    void codesAreOpaque()
    {
        const NoticeLink strange{.itemCode = QStringLiteral("a:b&c=d\n é市"),
                                 .itemVersion = QStringLiteral("1:2"),
                                 .situations = {{QStringLiteral("k=1"), Secret(QStringLiteral("v&2"))},
                                                {QStringLiteral("谁"), Secret(QStringLiteral("自己"))}}};
        QVERIFY(noticeLinkIn(noticeCode(strange)) == strange);
        QVERIFY(noticeLinkIn(noticeCode(strange, {QStringLiteral("甲\n"), QStringLiteral("乙:丙")})) == strange);
    }

    void nothingIsEverCut()
    {
        NoticeLink large{.itemCode = QString(64, u'x'), .itemVersion = QString(64, u'9'), .situations = {}};
        QVERIFY(noticeCode(large, {QString(150, u'长'), QString(150, u'长'), QStringLiteral("短")}).size() <=
                longestNoticeCode);
        for (int i = 0; i < 40; ++i)
            large.situations.insert(QStringLiteral("situation%1").arg(i), Secret(QStringLiteral("anOption")));
        const auto link = noticeLinkIn(noticeCode(large));
        QVERIFY(link && link->itemCode == large.itemCode && link->situations.isEmpty());
        large.itemCode = QString(64, u'码');
        large.itemVersion = QString(64, u'版');
        QVERIFY(noticeCode(large).isEmpty());
    }

    void otherCodesAreNot_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a receipt's") << QByteArray("TBV1:ABC");
        QTest::newRow("a web page") << QByteArray("https://example.org/TBN1:a:1:");
        QTest::newRow("no item") << QByteArray("TBN1::1:");
        QTest::newRow("too few parts") << QByteArray("TBN1:a:1");
        QTest::newRow("too many parts") << QByteArray("TBN1:a:1:k=v:x");
        QTest::newRow("no option") << QByteArray("TBN1:a:1:k=");
        QTest::newRow("no situation") << QByteArray("TBN1:a:1:=v");
        QTest::newRow("two signs") << QByteArray("TBN1:a:1:k=v=w");
        QTest::newRow("endless") << QByteArray("TBN1:a:1:") + QByteArray(5000, 'k');
    }
    void otherCodesAreNot()
    {
        QFETCH(QByteArray, code);
        QVERIFY(!noticeLinkIn(code));
    }

    // Between paper and visit a question may have gone, or an option.
    void onlyWhatStillAnswersAQuestionIsKept()
    {
        const domain::ServiceItem item = itemOfFile(QStringLiteral("hunyin-dengji-yuyue.json"));
        const SituationPath path = everyPath(item).front();
        NoticeLink link{.itemCode = item.code, .itemVersion = QStringLiteral("old"), .situations = answersOf(path)};
        link.situations.insert(QStringLiteral("gone"), Secret(QStringLiteral("yes")));
        QVERIFY(situationsOf(link, item) == answersOf(path));
        link.situations.insert(path.firstKey(), Secret(QStringLiteral("gone")));
        QVERIFY(!situationsOf(link, item).contains(path.firstKey()));
    }
};

QTEST_GUILESS_MAIN(NoticeSlipTest)
#include "notice_slip_test.moc"
