// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the receipt, and what must not.
#include "app/core/domain/form_engine.h"
#include "app/core/domain/receipt_builder.h"
#include "tests/data/form_filler.h"
#include "tests/data/item_files.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tongban;
using namespace tongban::domain;
using namespace tongban::tests;

namespace {

// Any 32-byte digest does here; the product hands in SM3.
QByteArray digest(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

SubmittedCase sample()
{
    CaseDraft draft;
    draft.id = QUuid(QStringLiteral("01934f00-0000-7000-8000-000000000001"));
    draft.item = itemOfFile(QStringLiteral("gaoling-jintie.json"));
    draft.applicant = cardOf(QDate(1942, 3, 8));
    draft.answers = prefilled(draft.item, draft.applicant);
    draft.answers.insert(QStringLiteral("phone"), Secret(QStringLiteral("13800138000")));
    draft.answers.insert(QStringLiteral("living"), Secret(QStringLiteral("alone")));
    draft.answers.insert(QStringLiteral("payout"), Secret(QStringLiteral("passbook")));
    draft.pages.insert(QStringLiteral("householdRegister"), {SealedPage{}, SealedPage{}});
    return {.content = draft,
            .localNumber = QStringLiteral("K01-241121-0001"),
            .submittedAt = QDateTime(QDate(2024, 11, 21), QTime(0, 30), Qt::UTC),
            .projectNumber = {}};
}

const SiteProfile hall{.siteCode = QStringLiteral("110105001001"),
                       .hallName = QStringLiteral("青山镇便民服务中心"),
                       .deviceId = QStringLiteral("K01"),
                       .phone = QStringLiteral("010-88880000"),
                       .address = QStringLiteral("青山镇中心街1号"),
                       .hours = QStringLiteral("工作日 9:00—17:00")};

std::vector<ReceiptText> textsOf(const ReceiptDocument &document)
{
    std::vector<ReceiptText> texts;
    for (const ReceiptBlock &block : document.blocks) {
        if (const auto *text = std::get_if<ReceiptText>(&block))
            texts.push_back(*text);
    }
    return texts;
}

QString paperOf(const ReceiptDocument &document)
{
    QStringList lines;
    for (const ReceiptText &text : textsOf(document))
        lines << text.text;
    return lines.join(u'\n');
}

ReceiptCodes codes()
{
    return unsignedCodes(sample(), hall, digest);
}

std::vector<ReceiptQr> qrsOf(const ReceiptDocument &document)
{
    std::vector<ReceiptQr> qrs;
    for (const ReceiptBlock &block : document.blocks) {
        if (const auto *qr = std::get_if<ReceiptQr>(&block))
            qrs.push_back(*qr);
    }
    return qrs;
}

} // namespace

class ReceiptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsOwedStandsThereWithItsDay()
    {
        SubmittedCase submitted = sample();
        QVERIFY(!paperOf(receiptFor(submitted, hall, ReceiptCopy::First, codes())).contains(QStringLiteral("补交")));
        const QByteArray without = canonicalContent(submitted.content);
        submitted.content.pages.clear();
        const QByteArray unscanned = canonicalContent(submitted.content);
        QVERIFY(without != unscanned);
        submitted.content.later.insert(QStringLiteral("householdRegister"), QDate(2024, 12, 11));
        const QString paper = paperOf(receiptFor(submitted, hall, ReceiptCopy::First, codes()));
        const QString name = submitted.content.item.material(QStringLiteral("householdRegister"))->name;
        QVERIFY2(paper.contains(QStringLiteral("· %1，2024年12月11日以前").arg(name)), qPrintable(paper));
        QVERIFY(paper.contains(QStringLiteral("不补交，可能办不成")));
        QVERIFY(canonicalContent(submitted.content) != unscanned); // the signed digest vouches for the promise
    }

    void saysWhatThePersonNeeds()
    {
        const QString paper = paperOf(receiptFor(sample(), hall, ReceiptCopy::First, codes()));
        const QString time = sample().submittedAt.toLocalTime().toString(QStringLiteral("yyyy年M月d日 HH:mm"));
        for (const QString &piece :
             {QStringLiteral("青山镇便民服务中心"), QStringLiteral("预受理回执"), QStringLiteral("K01-241121-0001"),
              QStringLiteral("高龄津贴"), time, QStringLiteral("李*"), QStringLiteral("110105********"),
              QStringLiteral("居住情况：自己住"), QStringLiteral("发放方式：一折通存折"), QStringLiteral("138****8000"),
              QStringLiteral("户口簿首页和本人页，2页"), QStringLiteral("本回执不是受理通知书"),
              QStringLiteral("20个工作日内会通知您结果"), QStringLiteral("010-88880000")})
            QVERIFY2(paper.contains(piece), qPrintable(piece));
        QVERIFY(!paper.contains(QStringLiteral("补打")));
    }

    void lostPaperTellsNothing()
    {
        const QString paper = paperOf(receiptFor(sample(), hall, ReceiptCopy::First, codes()));
        const QByteArray qr = codes().verification;
        const CaseDraft &draft = sample().content;
        for (const QString &secret : {draft.applicant.name.reveal(), draft.applicant.idNumber.reveal(),
                                      draft.applicant.address.reveal(), QStringLiteral("13800138000")}) {
            QVERIFY2(!paper.contains(secret), qPrintable(secret));
            QVERIFY(!qr.contains(secret.toUtf8()));
        }
    }

    void anUnprovenTimeIsMarked()
    {
        const QString mark = QStringLiteral("时间未校准");
        QVERIFY(!paperOf(receiptFor(sample(), hall, ReceiptCopy::First, codes())).contains(mark));
        QVERIFY(paperOf(receiptFor(sample(), hall, ReceiptCopy::First, codes(), TimeTrust::Uncalibrated)).contains(mark));
    }
    void copyIsMarked()
    {
        QVERIFY(paperOf(receiptFor(sample(), hall, ReceiptCopy::Again, codes())).contains(QStringLiteral("补打")));
        const QString spare = paperOf(receiptFor(sample(), hall, ReceiptCopy::Spare, codes()));
        QVERIFY(spare.contains(QStringLiteral("副本")) && !spare.contains(QStringLiteral("补打")));
        QVERIFY(!paperOf(receiptFor(sample(), hall, ReceiptCopy::First, codes())).contains(QStringLiteral("副本")));
    }

    void bodyIsReadWithoutGlasses()
    {
        for (const ReceiptText &text : textsOf(receiptFor(sample(), hall, ReceiptCopy::Again, codes()))) {
            const int dots = 24 * text.scale * (text.tall ? 2 : 1);
            QVERIFY2(dots >= 32, qPrintable(text.text)); // 4 mm at 8 dots/mm
        }
    }

    void numberIsAsLargeAsThePaperAllows_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<int>("scale");
        QTest::newRow("short") << QStringLiteral("K01-0001") << 4;
        QTest::newRow("usual") << QStringLiteral("K01-241121-0001") << 3;
        QTest::newRow("long") << QStringLiteral("K01-20241121-000001") << 2;
        QTest::newRow("of a whole city") << QStringLiteral("422823105000-20261121-K01-0001") << 2;
        QTest::newRow("endless") << QString(49, u'9') << 1;
    }

    void numberIsAsLargeAsThePaperAllows()
    {
        QFETCH(QString, number);
        QFETCH(int, scale);
        SubmittedCase submitted = sample();
        submitted.localNumber = number;
        QString printed;
        for (const ReceiptText &text : textsOf(receiptFor(submitted, hall, ReceiptCopy::First, codes()))) {
            if (number.startsWith(printed + text.text)) {
                QCOMPARE(text.scale, scale);
                printed += text.text;
            }
        }
        QCOMPARE(printed, number);
    }

    void codeHoldsTheKeyFacts()
    {
        const QJsonObject facts = QJsonDocument::fromJson(codes().verification).object();
        QCOMPARE(facts[QStringLiteral("n")].toString(), QStringLiteral("K01-241121-0001"));
        QCOMPARE(facts[QStringLiteral("i")].toString(), QStringLiteral("gaoling-jintie"));
        QCOMPARE(facts[QStringLiteral("t")].toString(), QStringLiteral("2024-11-21T00:30:00Z"));
        QCOMPARE(facts[QStringLiteral("d")].toString(), QStringLiteral("K01"));
        QCOMPARE(facts[QStringLiteral("h")].toString(),
                 QString::fromLatin1(digest(canonicalContent(sample().content)).toHex()));
    }

    void signedCodesAreCaptioned()
    {
        const ReceiptCodes sealedCodes{.verification = "TBV1:A", .keyFacts = "TBF1:B", .isSigned = true};
        const ReceiptDocument receipt = receiptFor(sample(), hall, ReceiptCopy::First, sealedCodes);
        const auto qrs = qrsOf(receipt);
        QCOMPARE(qrs.size(), 2UL);
        QCOMPARE(qrs[0].data, QByteArray("TBV1:A"));
        QCOMPARE(qrs[1].data, QByteArray("TBF1:B"));
        QCOMPARE(qrs[0].moduleDots, 4);
        const QString paper = paperOf(receipt);
        QVERIFY(paper.contains(QStringLiteral("核验码")) && paper.contains(QStringLiteral("备份码")));
        QVERIFY(!paper.contains(QStringLiteral("没有电子签名")));
    }

    void anUnsignedCodeSaysSo()
    {
        const ReceiptDocument receipt = receiptFor(sample(), hall, ReceiptCopy::First, codes());
        QCOMPARE(qrsOf(receipt).size(), 1UL);
        QVERIFY(paperOf(receipt).contains(QStringLiteral("没有电子签名")));
    }

    void digestFollowsTheContent()
    {
        const QByteArray before = canonicalContent(sample().content);
        CaseDraft changed = sample().content;
        QCOMPARE(canonicalContent(changed), before);
        changed.answers.insert(QStringLiteral("payout"), Secret(QStringLiteral("later")));
        QVERIFY(canonicalContent(changed) != before);
        changed = sample().content;
        changed.pages[QStringLiteral("householdRegister")][1].sm3 = QByteArray(32, '\1');
        QVERIFY(canonicalContent(changed) != before);
    }

    void hiddenAnswersAreNotPrinted()
    {
        SubmittedCase submitted = sample();
        submitted.content.answers.insert(QStringLiteral("institution"), Secret(QStringLiteral("town"))); // left over
        QVERIFY(!paperOf(receiptFor(submitted, hall, ReceiptCopy::First, codes())).contains(QStringLiteral("镇敬老院")));
    }
};

QTEST_GUILESS_MAIN(ReceiptTest)
#include "receipt_test.moc"
