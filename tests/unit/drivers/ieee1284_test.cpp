// SPDX-License-Identifier: GPL-3.0-or-later
// Device ids as the USB printer class 1.1 §4.2.1 and IEEE 1284-2000 §7.6 write them; the models' ids as their makers
// print them in their manuals.
#include "drivers/codec/ieee1284.h"

#include <QTest>

using namespace tongban::drivers::codec;

class Ieee1284Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QStringList>("commands");
        QTest::addColumn<bool>("isPrinter");
        const QByteArray epson = "MFG:EPSON;CMD:ESC/POS;MDL:TM-T88V;CLS:PRINTER;DES:EPSON TM-T88V;";
        const auto length = static_cast<char>(epson.size() + 2);
        const QStringList escpos{QStringLiteral("ESC/POS")};
        QTest::newRow("with its length") << QByteArray(1, '\0') + length + epson << QStringLiteral("TM-T88V") << escpos
                                         << true;
        QTest::newRow("length the other way round")
            << QByteArray(1, length) + '\0' + epson << QStringLiteral("TM-T88V") << escpos << true;
        QTest::newRow("without length") << epson << QStringLiteral("TM-T88V") << escpos << true;
        QTest::newRow("long keys") << QByteArray(
                                          "MANUFACTURER:HP;COMMAND SET:PJL,PCL,PDF;MODEL:LaserJet;CLASS:PRINTER;")
                                   << QStringLiteral("LaserJet")
                                   << QStringList{QStringLiteral("PJL"), QStringLiteral("PCL"), QStringLiteral("PDF")}
                                   << true;
        QTest::newRow("no class, but commands")
            << QByteArray("MFG:Xprinter;MDL:XP-80;CMD:ESC/POS") << QStringLiteral("XP-80") << escpos << true;
        QTest::newRow("a modem") << QByteArray("MFG:US Robotics;MDL:Sportster;CLS:MODEM;")
                                 << QStringLiteral("Sportster") << QStringList() << false;
        QTest::newRow("neither class nor commands")
            << QByteArray("MFG:Acme;MDL:Box;") << QStringLiteral("Box") << QStringList() << false;
        QTest::newRow("not ASCII") << QByteArray("MDL:\xFF\x01;CLS:PRINTER;") << QStringLiteral("??") << QStringList()
                                   << true;
    }
    void reads()
    {
        QFETCH(QByteArray, bytes);
        const auto id = parseIeee1284(bytes);
        QVERIFY(id.has_value());
        QTEST(id->model, "model");
        QTEST(id->commandSets, "commands");
        QTEST(id->isPrinter(), "isPrinter");
    }

    void refuses()
    {
        for (const QByteArray &bytes :
             {QByteArray(), QByteArray("\0", 1), QByteArray("\0\2", 2), QByteArray("hello"), QByteArray("SN:42;X:1;")})
            QVERIFY(!parseIeee1284(bytes).has_value());
    }
};

QTEST_GUILESS_MAIN(Ieee1284Test)
#include "ieee1284_test.moc"
