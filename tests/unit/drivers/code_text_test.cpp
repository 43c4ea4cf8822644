// SPDX-License-Identifier: GPL-3.0-or-later
// Vectors: ISO/IEC 15424, table 1 and its modifier tables; the AIM ECI assignments; GB 18030-2005 (four-byte forms of
// U+20BB7 and U+0080); RFC 3629 (what UTF-8 is not).
#include "drivers/codec/code_text.h"

#include <QTest>

using namespace tongban;
using namespace tongban::drivers::codec;
using domain::Symbology;

class CodeTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void identifiersAreTheTable_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Symbology>("symbology");
        QTest::addColumn<bool>("escapes");
        const auto row = [](const char *bytes, Symbology symbology, bool escapes = false) {
            QTest::newRow(bytes) << QByteArray(bytes) << symbology << escapes;
        };
        row("]A0", Symbology::Code39);
        row("]B0", Symbology::Unknown); // Telepen
        row("]C1", Symbology::Code128);
        row("]E0", Symbology::Ean);
        row("]E4", Symbology::Ean);
        row("]F0", Symbology::Codabar);
        row("]G0", Symbology::Code93);
        row("]I1", Symbology::Itf);
        row("]L0", Symbology::Pdf417);
        row("]L1", Symbology::Pdf417, true);
        row("]L2", Symbology::Pdf417);
        row("]Q0", Symbology::QrCode);
        row("]Q1", Symbology::QrCode);
        row("]Q2", Symbology::QrCode, true);
        row("]Q3", Symbology::QrCode);
        row("]Q4", Symbology::QrCode, true);
        row("]Q5", Symbology::QrCode);
        row("]Q6", Symbology::QrCode, true);
        row("]U0", Symbology::Unknown); // MaxiCode
        row("]X0", Symbology::Unknown);
        row("]d1", Symbology::DataMatrix);
        row("]d4", Symbology::DataMatrix, true);
        row("]h0", Symbology::HanXin);
        row("]h1", Symbology::HanXin, true);
        row("]z0", Symbology::Aztec);
        row("]z3", Symbology::Aztec, true);
        row("]zB", Symbology::Aztec, true);
        row("]zC", Symbology::Aztec);
    }
    void identifiersAreTheTable()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, escapes);
        const auto aim = aimIdentifierOf(bytes + "data");
        QVERIFY(aim.has_value());
        QTEST(aim->symbology, "symbology");
        QCOMPARE(aim->escapesEci, escapes);
        QCOMPARE(aim->code, bytes.at(1));
        QCOMPARE(aim->modifier, bytes.at(2));
    }

    void noIdentifier()
    {
        for (const char *bytes : {"", "]", "]Q", "[Q1", "Q1x", "]!1", "]Q ", "]q1"})
            QVERIFY2(!aimIdentifierOf(bytes), bytes);
    }

    void textOfBytes_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QByteArray() << QString();
        QTest::newRow("ASCII") << QByteArray("41 42 2D 31") << QStringLiteral("AB-1");
        QTest::newRow("UTF-8") << QByteArray("E9 80 9A E5 8A 9E") << QStringLiteral("通办");
        QTest::newRow("UTF-8 with its mark") << QByteArray("EF BB BF E9 80 9A") << QStringLiteral("通");
        QTest::newRow("UTF-8 of four bytes") << QByteArray("F0 A0 AE B7") << QStringLiteral("𠮷");
        QTest::newRow("GB 2312") << QByteArray("CD A8 B0 EC") << QStringLiteral("通办");
        QTest::newRow("GBK beyond GB 2312") << QByteArray("96 7C") << QStringLiteral("東");
        QTest::newRow("GB18030 of four bytes") << QByteArray("95 34 B2 35") << QStringLiteral("𠮷");
        QTest::newRow("GB18030, first of four bytes") << QByteArray("81 30 81 30") << QString(QChar(0x80));
        QTest::newRow("GS stays") << QByteArray("31 30 1D 32") << QStringLiteral("10\u001D2");
        QTest::newRow("lines stay") << QByteArray("61 0D 0A 62") << QStringLiteral("a\r\nb");
    }
    void textOfBytes()
    {
        QFETCH(QByteArray, hex);
        const auto text = decodeCodeText(QByteArray::fromHex(hex));
        QVERIFY(text.has_value());
        QTEST(*text, "text");
    }

    void noText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const char *hex) { QTest::newRow(name) << QByteArray::fromHex(hex); };
        row("cut in a GB18030 pair", "CDA8B0");
        row("cut in four bytes", "9534B2");
        row("a surrogate in UTF-8 (RFC 3629)", "EDA080FF");
        row("FF", "41FF42");
        row("80", "4180");
        row("four bytes of no character", "FE39FE39");
    }
    void noText()
    {
        QFETCH(QByteArray, bytes);
        const auto text = decodeCodeText(bytes);
        QVERIFY(failedWith(text, ErrorKind::CodeUnreadable));
    }

    void designatorsChooseTheEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("content");
        const QByteArray gb = QByteArray::fromHex("CDA8");
        QTest::newRow("none") << QByteArray("abc") << QStringLiteral("abc") << QByteArray("abc");
        QTest::newRow("backslash") << QByteArray("a\\\\b") << QStringLiteral("a\\b") << QByteArray("a\\b");
        QTest::newRow("UTF-8") << QByteArray("\\000026\xE9\x80\x9A") << QStringLiteral("通")
                               << QByteArray("\xE9\x80\x9A");
        QTest::newRow("GB18030") << "x\\000032" + gb << QStringLiteral("x通") << "x" + gb;
        QTest::newRow("Latin-1, which is valid GB18030")
            << QByteArray("\\000003\xC4\xE9") << QStringLiteral("Äé") << QByteArray("\xC4\xE9");
        QTest::newRow("two") << "\\000026\xE9\x80\x9A\\000029" + gb << QStringLiteral("通通") << "\xE9\x80\x9A" + gb;
        QTest::newRow("UTF-16BE") << "\\000025" + QByteArray::fromHex("901A") << QStringLiteral("通")
                                  << QByteArray::fromHex("901A");
    }
    void designatorsChooseTheEncoding()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, content);
        const auto code = decodePrefixedCode(AimPrefix::Auto, "]Q2" + bytes);
        QVERIFY(code.has_value());
        QTEST(code->text.reveal(), "text");
        QCOMPARE(code->bytes.reveal(), content);
        QCOMPARE(code->symbology, Symbology::QrCode);
    }

    void brokenEscapesAreUnreadable()
    {
        for (const char *bytes : {"\\", "a\\1", "\\00002", "\\00002x!", "\\000020\x82\xA0", "\\000026\xC4"})
            QVERIFY2(
                failedWith(decodePrefixedCode(AimPrefix::Auto, QByteArray("]Q2") + bytes), ErrorKind::CodeUnreadable),
                bytes);
    }

    void withoutTheOptionABackslashIsABackslash()
    {
        const auto code = decodePrefixedCode(AimPrefix::Auto, "]Q1C:\\000026");
        QVERIFY(code.has_value());
        QCOMPARE(code->text.reveal(), QStringLiteral("C:\\000026"));
    }

    void prefixIsASetting()
    {
        const auto never = decodePrefixedCode(AimPrefix::Never, "]Q1abc");
        QCOMPARE(never->text.reveal(), QStringLiteral("]Q1abc"));
        QCOMPARE(never->symbology, Symbology::Unknown);
        QVERIFY(failedWith(decodePrefixedCode(AimPrefix::Always, "abc"), ErrorKind::CodeUnreadable));
        QCOMPARE(decodePrefixedCode(AimPrefix::Always, "]C0abc")->text.reveal(), QStringLiteral("abc"));
        QCOMPARE(decodePrefixedCode(AimPrefix::Auto, "]abc")->text.reveal(), QStringLiteral("]abc"));
    }
};

QTEST_GUILESS_MAIN(CodeTextTest)
#include "code_text_test.moc"
