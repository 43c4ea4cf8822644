// SPDX-License-Identifier: GPL-3.0-or-later
// The text block of a citizen's card: offsets of GA 467 (DEVICES 1), the example number of GB 11643.
#include "drivers/codec/id_card_text.h"
#include "tests/unit/drivers/card_block.h"

#include <QTest>

using namespace tongban;
using namespace tongban::drivers::codec;
using tests::CardBlock;

namespace {

// One changed field, and what must come of it.
struct Change
{
    int offset;
    int length;
    QString text;
};

} // namespace
Q_DECLARE_METATYPE(Change)

class SamTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCitizensCardIsReadWhole()
    {
        const auto card = decodeIdCardText(CardBlock().bytes());
        QVERIFY2(card.has_value(), card ? "" : qPrintable(card.error().detail));
        QCOMPARE(card->name.reveal(), QStringLiteral("王桂兰"));
        QCOMPARE(card->sex, domain::Sex::Female);
        QCOMPARE(card->ethnicCode, QStringLiteral("01"));
        QCOMPARE(card->birth, QDate(1949, 12, 31));
        QCOMPARE(card->address.reveal(), QStringLiteral("北京市朝阳区青山镇 1 号"));
        QCOMPARE(card->idNumber.reveal(), QStringLiteral("11010519491231002X"));
        QCOMPARE(card->issuer, QStringLiteral("北京市公安局朝阳分局"));
        QCOMPARE(card->validFrom, QDate(2015, 3, 1));
        QVERIFY(!card->validTo); // 长期
    }

    void variantsThatHoldTogether_data()
    {
        QTest::addColumn<Change>("change");
        QTest::newRow("a limited card") << Change{204, 16, QStringLiteral("20350301")};
        QTest::newRow("small x") << Change{122, 36, QStringLiteral("11010519491231002x")};
        QTest::newRow("a character beyond the BMP") << Change{0, 30, QStringLiteral("𠮷祥")};
        QTest::newRow("fifteen characters fill the field")
            << Change{0, 30, QStringLiteral("阿卜杜热合曼阿卜杜拉阿卜杜热西")};
        QTest::newRow("sex unknown") << Change{30, 2, QStringLiteral("0")};
    }
    void variantsThatHoldTogether()
    {
        QFETCH(Change, change);
        const auto card = decodeIdCardText(CardBlock().put(change.offset, change.length, change.text).bytes());
        QVERIFY2(card.has_value(), card ? "" : qPrintable(card.error().detail));
        if (change.offset == 0)
            QCOMPARE(card->name.reveal(), change.text);
        if (change.offset == 204)
            QCOMPARE(card->validTo, std::optional(QDate(2035, 3, 1)));
        QCOMPARE(card->idNumber.reveal(), QStringLiteral("11010519491231002X"));
    }

    void blocksThatDoNotHoldTogether_data()
    {
        QTest::addColumn<Change>("change");
        QTest::newRow("no name") << Change{0, 30, QString()};
        QTest::newRow("half a surrogate pair") << Change{0, 30, QString(QChar(0xD842))};
        QTest::newRow("a control character") << Change{52, 70, QStringLiteral("北京\n")};
        QTest::newRow("sex against the number") << Change{30, 2, QStringLiteral("1")};
        QTest::newRow("no sex of GB/T 2261.1") << Change{30, 2, QStringLiteral("3")};
        QTest::newRow("birth against the number") << Change{36, 16, QStringLiteral("19491230")};
        QTest::newRow("no birth") << Change{36, 16, QString()};
        QTest::newRow("check character") << Change{122, 36, QStringLiteral("110105194912310021")};
        QTest::newRow("digits of another script") << Change{36, 16, QStringLiteral("１９４９１２３１")};
        QTest::newRow("ethnic code") << Change{32, 4, QStringLiteral("汉")};
        QTest::newRow("valid from") << Change{188, 16, QStringLiteral("20150231")};
        QTest::newRow("valid to") << Change{204, 16, QStringLiteral("20140301")};
        QTest::newRow("valid to, empty") << Change{204, 16, QString()};
        QTest::newRow("unknown kind") << Change{248, 2, QStringLiteral("Z")};
    }
    void blocksThatDoNotHoldTogether()
    {
        QFETCH(Change, change);
        const auto card = decodeIdCardText(CardBlock().put(change.offset, change.length, change.text).bytes());
        QVERIFY(failedWith(card, ErrorKind::CardUnreadable));
        // The detail goes to logs: nothing that the card says may stand in it.
        for (const QString &word : {QStringLiteral("王桂兰"), QStringLiteral("1949"), QStringLiteral("朝阳")})
            QVERIFY(!card.error().detail.contains(word));
    }

    void wrongLengthsAreUnreadable()
    {
        for (const qsizetype size : {0, 1, 255, 257, 1024})
            QVERIFY(failedWith(decodeIdCardText(QByteArray(size, ' ')), ErrorKind::CardUnreadable));
    }
};

QTEST_APPLESS_MAIN(SamTextTest)
#include "sam_text_test.moc"
