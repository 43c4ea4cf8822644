// SPDX-License-Identifier: GPL-3.0-or-later
// The text blocks of permits: offsets of the extensions of GA 467 (DEVICES 1, columns J and Y, and the text for I), laid
// out by hand (card_block.h).
#include "drivers/codec/id_card_text.h"
#include "tests/unit/drivers/card_block.h"

#include <QTest>

using namespace tongban;
using namespace tongban::drivers::codec;
using tests::CardBlock;

namespace {

CardBlock blockOf(QChar kind)
{
    if (kind == u'J')
        return CardBlock::hongKongPermit();
    return kind == u'I' ? CardBlock::foreigner2017() : CardBlock::foreigner2023();
}

} // namespace

class SamPermitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHongKongPermitIsReadWhole()
    {
        const auto card = decodeIdCardText(CardBlock::hongKongPermit().bytes());
        QVERIFY2(card.has_value(), card ? "" : qPrintable(card.error().detail));
        QVERIFY(card->kind == domain::CardKind::HkMacaoTaiwanResident);
        QCOMPARE(card->name.reveal(), QStringLiteral("证件样本"));
        QCOMPARE(card->sex, domain::Sex::Female);
        QCOMPARE(card->ethnicCode, QString());
        QCOMPARE(card->birth, QDate(1994, 8, 23));
        QCOMPARE(card->address.reveal(), QStringLiteral("北京市东城区前三门东大街 1 号"));
        QCOMPARE(card->idNumber.reveal(), QStringLiteral("810000199408230021"));
        QCOMPARE(card->issuer, QStringLiteral("北京市公安局"));
        QCOMPARE(card->validFrom, QDate(2018, 9, 1));
        QCOMPARE(card->validTo, std::optional(QDate(2023, 9, 1)));
        QCOMPARE(card->permitNumber.reveal(), QStringLiteral("H12345678"));
        QVERIFY(card->englishName.reveal().isEmpty() && card->nationality.isEmpty());
    }

    void aForeignersCardOf2017IsReadWhole()
    {
        const auto card = decodeIdCardText(CardBlock::foreigner2017().bytes());
        QVERIFY2(card.has_value(), card ? "" : qPrintable(card.error().detail));
        QVERIFY(card->kind == domain::CardKind::ForeignResident2017);
        QCOMPARE(card->name.reveal(), QStringLiteral("证件样本"));
        QCOMPARE(card->englishName.reveal(), QStringLiteral("ZHENGJIAN, YANGBEN"));
        QCOMPARE(card->sex, domain::Sex::Female);
        QCOMPARE(card->birth, QDate(1981, 8, 3));
        QCOMPARE(card->idNumber.reveal(), QStringLiteral("CAN110081080310"));
        QCOMPARE(card->nationality, QStringLiteral("CAN"));
        QCOMPARE(card->issuer, QStringLiteral("1500"));
        QCOMPARE(card->validFrom, QDate(2015, 6, 4));
        QCOMPARE(card->validTo, std::optional(QDate(2025, 6, 3)));
        QVERIFY(card->address.reveal().isEmpty() && card->permitNumber.reveal().isEmpty());
    }

    void aForeignersCardOf2023IsReadWhole()
    {
        const auto card = decodeIdCardText(CardBlock::foreigner2023().bytes());
        QVERIFY2(card.has_value(), card ? "" : qPrintable(card.error().detail));
        QVERIFY(card->kind == domain::CardKind::ForeignResident2023);
        QCOMPARE(card->name.reveal(), QStringLiteral("证件样本"));
        QCOMPARE(card->englishName.reveal(), QStringLiteral("ZHENGJIAN YANGBEN"));
        QCOMPARE(card->birth, QDate(1981, 8, 3));
        QCOMPARE(card->idNumber.reveal(), QStringLiteral("911124198108030024"));
        QCOMPARE(card->nationality, QStringLiteral("CAN"));
        QCOMPARE(card->validTo, std::optional(QDate(2033, 9, 15)));
        QVERIFY(card->address.reveal().isEmpty() && card->issuer.isEmpty() && card->ethnicCode.isEmpty());
    }

    // 46 characters in two places; the 35th is a space that belongs to the name.
    void aLongEnglishNameIsPutTogether()
    {
        const auto name = QStringLiteral("MARIA DEL CARMEN CONCEPCION LOPEZ Z DE LA FUENT");
        const QString whole = name.left(34) + QStringLiteral(" ") + name.mid(36, 11);
        QCOMPARE(whole.size(), 46);
        const auto card =
            decodeIdCardText(CardBlock::foreigner2023().put(52, 70, whole.left(35)).put(220, 22, whole.mid(35)).bytes());
        QVERIFY2(card.has_value(), card ? "" : qPrintable(card.error().detail));
        QCOMPARE(card->englishName.reveal(), whole);
    }

    void withoutAChineseNameTheEnglishOneIsTheName()
    {
        for (const auto &block : {CardBlock::foreigner2017().put(158, 30, QString()),
                                  CardBlock::foreigner2023().put(0, 30, QString())}) {
            const auto card = decodeIdCardText(block.bytes());
            QVERIFY2(card.has_value(), card ? "" : qPrintable(card.error().detail));
            QVERIFY(!card->name.reveal().isEmpty());
            QCOMPARE(card->name.reveal(), card->englishName.reveal());
        }
    }

    void permitsThatDoNotHoldTogether_data()
    {
        QTest::addColumn<QChar>("kind");
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("text");
        const auto row = [](char kind, const char *what, int offset, int length, const char *text) {
            QTest::addRow("%c %s", kind, what) << QChar(QLatin1Char(kind)) << offset << length << QString::fromUtf8(text);
        };
        row('J', "no name", 0, 30, "");
        row('J', "a citizen's number", 122, 36, "11010519491231002X");
        row('J', "check character", 122, 36, "810000199408230022");
        row('J', "birth against the number", 36, 16, "19940824");
        row('J', "sex against the number", 30, 2, "1");
        row('J', "no travel permit", 220, 18, "");
        row('J', "valid to before valid from", 204, 16, "20180831");
        row('I', "no English name", 0, 120, "");
        row('I', "a short number", 122, 30, "CAN11008108031");
        row('I', "a number without letters", 122, 30, "123110081080310");
        row('I', "nationality of two letters", 152, 6, "CA");
        row('I', "small letters", 152, 6, "can");
        row('I', "no birth", 220, 16, "");
        row('I', "no sex", 120, 2, "x");
        row('I', "a control character", 0, 120, "A\tB");
        row('Y', "a citizen's number", 122, 36, "11010519491231002X");
        row('Y', "check character", 122, 36, "911124198108030025");
        row('Y', "birth against the number", 36, 16, "19810804");
        row('Y', "no English name", 52, 70, "");
        row('Y', "no nationality", 242, 6, "");
        row('Y', "no expiry", 204, 16, "");
    }
    void permitsThatDoNotHoldTogether()
    {
        QFETCH(QChar, kind);
        QFETCH(int, offset);
        QFETCH(int, length);
        QFETCH(QString, text);
        const auto card = decodeIdCardText(blockOf(kind).put(offset, length, text).bytes());
        QVERIFY(failedWith(card, ErrorKind::CardUnreadable));
        for (const char *word : {"证件样本", "ZHENGJIAN", "1981", "1994", "H12345678", "CAN"})
            QVERIFY(!card.error().detail.contains(QString::fromUtf8(word)));
    }

    void aNewAddressIsAnAddressWithPadding()
    {
        const QByteArray block =
            CardBlock().put(52, 70, QStringLiteral("杭州市余杭区 2 号")).bytes().mid(52, 70);
        const auto address = decodeNewAddress(block);
        QVERIFY(address.has_value());
        QCOMPARE(*address, QStringLiteral("杭州市余杭区 2 号"));
        QCOMPARE(decodeNewAddress(QByteArray("\x20\x00", 2).repeated(35)).value(), QString());
        QCOMPARE(decodeNewAddress({}).value(), QString());
        QVERIFY(failedWith(decodeNewAddress(block.first(69)), ErrorKind::CardUnreadable));
        QVERIFY(failedWith(decodeNewAddress(QByteArray("\x20\x00", 2).repeated(141)), ErrorKind::CardUnreadable));
        QVERIFY(failedWith(decodeNewAddress(QByteArray::fromHex("0a00")), ErrorKind::CardUnreadable));
        QVERIFY(failedWith(decodeNewAddress(QByteArray::fromHex("42d8")), ErrorKind::CardUnreadable));
    }
};

QTEST_GUILESS_MAIN(SamPermitTest)
#include "sam_permit_test.moc"
