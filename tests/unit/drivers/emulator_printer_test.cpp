// SPDX-License-Identifier: GPL-3.0-or-later
// The emulated printer against the command stream of DEVICES §2, at the level of bytes and of dots.
#include "drivers/emulator/printer_model.h"

#include <QTest>

using namespace tongban::drivers::emulator;
using namespace std::chrono_literals;

namespace {

const QByteArray cutJob = QByteArray::fromHex("1D564200");
const QByteArray inOrder = QByteArray::fromHex("1D7201");

QByteArray chinese(const char *gb18030Hex)
{
    return QByteArray::fromHex("1B401C26") + QByteArray::fromHex(gb18030Hex);
}

struct Rig
{
    std::vector<PaperReceipt> receipts;
    PrinterModel printer{[this](const PaperReceipt &receipt) { receipts.push_back(receipt); }};

    Rig() { printer.setSpeed(0); }
    QByteArray take(const QByteArray &bytes, Micros now = 1s)
    {
        const QByteArray atOnce = printer.receive(bytes, now);
        return atOnce + printer.advance(now);
    }
    void set(void (*change)(PrinterSensors &))
    {
        PrinterSensors sensors = printer.sensors();
        change(sensors);
        printer.setSensors(sensors);
    }
};

// Black columns of a row band, as [first, last].
std::pair<int, int> inkSpan(const QImage &image)
{
    int first = image.width();
    int last = -1;
    for (int y = 8; y < image.height() - 8; ++y) { // between the cut edges
        for (int x = 0; x < image.width(); ++x) {
            if (qGray(image.pixel(x, y)) < 100) {
                first = std::min(first, x);
                last = std::max(last, x);
            }
        }
    }
    return {first, last};
}

} // namespace

Q_DECLARE_METATYPE(tongban::drivers::emulator::PrinterSensors)

class EmulatorPrinterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersInRealTime_data()
    {
        QTest::addColumn<PrinterSensors>("sensors");
        QTest::addColumn<QByteArray>("answers"); // to DLE EOT 1 2 3 4
        QTest::newRow("well") << PrinterSensors{} << QByteArray("12121212");
        QTest::newRow("near end") << PrinterSensors{.paper = PaperState::NearEnd, .paperLeftDots = {}}
                                  << QByteArray("1212121e");
        QTest::newRow("out") << PrinterSensors{.paper = PaperState::Out, .paperLeftDots = {}} << QByteArray("1a32127e");
        QTest::newRow("cover") << PrinterSensors{.coverOpen = true, .paperLeftDots = {}} << QByteArray("1a161212");
        QTest::newRow("off line") << PrinterSensors{.offline = true, .paperLeftDots = {}} << QByteArray("1a121212");
        QTest::newRow("cutter") << PrinterSensors{.cutterJammed = true, .paperLeftDots = {}} << QByteArray("1a521a12");
    }
    void answersInRealTime()
    {
        QFETCH(PrinterSensors, sensors);
        QFETCH(QByteArray, answers);
        Rig rig;
        rig.printer.setSensors(sensors);
        QCOMPARE(rig.take(QByteArray::fromHex("100401100402100403100404")).toHex(), answers);
    }

    void realTimeOvertakesTheBufferAndGsRDoesNot()
    {
        Rig rig;
        rig.printer.setSpeed(1000);
        QCOMPARE(rig.take(QByteArray("line\n") + inOrder + QByteArray::fromHex("100404")).toHex(), QByteArray("12"));
        QCOMPARE(*rig.printer.nextAt(), Micros(1s + 30ms)); // one line of 30 dots
        QVERIFY(rig.printer.advance(1s + 29ms).isEmpty());
        QCOMPARE(rig.printer.advance(1s + 30ms).toHex(), QByteArray("00"));
    }

    void printsTextOfEverySplit()
    {
        const QByteArray job = chinese("CDA8B0EC") + "No.1\n" + cutJob;
        for (qsizetype split = 0; split <= job.size(); ++split) {
            Rig rig;
            rig.take(job.left(split));
            rig.take(job.mid(split));
            QCOMPARE(rig.receipts.size(), 1U);
            QCOMPARE(rig.receipts[0].lines, QStringList{QStringLiteral("通办No.1")});
        }
    }

    void outsideChineseModeItPrintsRubbish()
    {
        Rig rig;
        rig.take(QByteArray::fromHex("1B40CDA80A") + cutJob);
        QCOMPARE(rig.receipts.at(0).lines, QStringList{QStringLiteral("※※")});
    }

    void dotsStandOnTheGrid()
    {
        Rig rig;
        rig.take(chinese("A1F6A1F60A") + cutJob); // ■■
        const auto [first, last] = inkSpan(rig.receipts.at(0).image);
        QVERIFY2(first >= 0 && first <= 4 && last >= 43 && last < 48,
                 qPrintable(QStringLiteral("%1…%2").arg(first).arg(last)));
        Rig centred;
        centred.take(chinese("1B61011D2111A1F60A") + cutJob); // one ■, double size, in the middle of 576 dots
        const auto [left, right] = inkSpan(centred.receipts.at(0).image);
        QVERIFY2(left >= 264 && left <= 272 && right >= 303 && right < 312,
                 qPrintable(QStringLiteral("%1…%2").arg(left).arg(right)));
    }

    void aFullLinePrintsByItself()
    {
        Rig rig;
        rig.take(QByteArray(49, 'x') + "\n" + cutJob);
        QCOMPARE(rig.receipts.at(0).lines, (QStringList{QString(48, u'x'), QStringLiteral("x")}));
    }

    void paperOutStopsInTheMiddleAndGoesOn()
    {
        Rig rig;
        rig.set([](PrinterSensors &sensors) { sensors.paperLeftDots = 100; }); // three lines of 30
        QVERIFY(rig.take(QByteArray("1\n2\n3\n4\n5\n") + cutJob + inOrder).isEmpty());
        QCOMPARE(rig.receipts.size(), 0U);
        QCOMPARE(rig.printer.sensors().paper, PaperState::Out);
        QCOMPARE(rig.take(QByteArray::fromHex("100404")).toHex(), QByteArray("7e"));
        rig.set([](PrinterSensors &sensors) {
            sensors.paper = PaperState::Ok;
            sensors.paperLeftDots.reset();
        });
        QCOMPARE(rig.printer.advance(2s).toHex(), QByteArray("00"));
        QCOMPARE(rig.receipts.at(0).lines, (QStringList{"1", "2", "3", "4", "5"}));
    }

    void aCutWithoutFeedLeavesTheLastLinesBehind() // 96 dots between head and cutter
    {
        Rig rig;
        rig.take(QByteArray("1\n2\n3\n4\n5\n") + QByteArray::fromHex("1D5600") + QByteArray("6\n") + cutJob);
        QCOMPARE(rig.receipts.at(0).lines, (QStringList{"1", "2"}));
        QCOMPARE(rig.receipts.at(1).lines, (QStringList{"3", "4", "5", "6"}));
    }

    void theLostAnswerIsTheOneBehindTheJob()
    {
        Rig rig;
        rig.printer.setFault(PrinterFault::LoseAnswer);
        QCOMPARE(rig.take(inOrder).toHex(), QByteArray("00"));
        QVERIFY(rig.take("1\n" + cutJob + inOrder).isEmpty());
        QCOMPARE(rig.receipts.size(), 1U);
    }

    void recoversFromTheCutterOnly() // DLE ENQ 2 (DEVICES §2: many models)
    {
        Rig rig;
        const QByteArray recover = QByteArray::fromHex("100502");
        rig.set([](PrinterSensors &sensors) { sensors.coverOpen = true; });
        rig.take("old\n" + recover);
        QVERIFY(rig.printer.sensors().stops());
        rig.set([](PrinterSensors &sensors) {
            sensors.coverOpen = false;
            sensors.cutterJammed = true;
        });
        rig.take(recover);
        rig.take("new\n" + cutJob);
        QCOMPARE(rig.receipts.at(0).lines, QStringList{QStringLiteral("new")});
    }

    void clearsItsBufferWhereTheModelDoes()
    {
        for (const char *command : {"100502", "10140801031401060208"}) { // DLE ENQ 2; DLE DC4 8
            Rig rig;
            rig.printer.setClearsAlways(true);
            rig.set([](PrinterSensors &sensors) { sensors.paper = PaperState::Out; });
            rig.take("old\n" + QByteArray::fromHex(command));
            rig.set([](PrinterSensors &sensors) { sensors.paper = PaperState::Ok; });
            rig.take("new\n" + cutJob);
            QCOMPARE(rig.receipts.at(0).lines, QStringList{QStringLiteral("new")});
        }
    }

    void answersWithTheProcessIdInOrder() // GS ( H
    {
        Rig rig;
        rig.printer.setSpeed(1000);
        QVERIFY(rig.take("line\n" + QByteArray::fromHex("1D28480600303030303432")).isEmpty());
        QCOMPARE(rig.printer.advance(1s + 30ms).toHex(), QByteArray("37223030343200"));
        rig.printer.setSpeed(0);
        rig.printer.setFault(PrinterFault::LoseAnswer);
        QVERIFY(rig.take("1\n" + QByteArray::fromHex("1D28480600303030303433")).isEmpty());
    }

    void itsRomHasLimits_data()
    {
        QTest::addColumn<int>("rom");
        QTest::addColumn<QString>("printed"); // of 通 CDA8, 镕 E946, 㐀 8139EE39, 𠮷 9534B235
        QTest::newRow("GBK") << int(PrinterRom::Gbk) << QStringLiteral("通镕※※");
        QTest::newRow("GB 2312") << int(PrinterRom::Gb2312) << QStringLiteral("通※※※");
        QTest::newRow("GB 18030") << int(PrinterRom::Gb18030) << QStringLiteral("通镕㐀※");
    }
    void itsRomHasLimits()
    {
        QFETCH(int, rom);
        Rig rig;
        rig.printer.setRom(static_cast<PrinterRom>(rom));
        rig.take(chinese("CDA8E9468139EE399534B2350A") + cutJob);
        QTEST(rig.receipts.at(0).lines.join(QString()), "printed");
    }

    void reportsByItselfWhenAsked() // GS a
    {
        Rig rig;
        QCOMPARE(rig.take(QByteArray::fromHex("1D61FF")).toHex(), QByteArray("10000000"));
        rig.set([](PrinterSensors &sensors) { sensors.coverOpen = true; });
        QCOMPARE(rig.printer.advance(2s).toHex(), QByteArray("38000000"));
        QVERIFY(rig.printer.advance(3s).isEmpty());
    }

    void drawsTheQrItWasGiven()
    {
        Rig rig;
        rig.take(QByteArray::fromHex("1D286B0300314304"
                                     "1D286B0300314531"
                                     "1D286B0600315030544231"
                                     "1D286B0300315130") +
                 cutJob);
        QCOMPARE(rig.receipts.at(0).lines, QStringList{QStringLiteral("[QR] TB1")});
        const auto [first, last] = inkSpan(rig.receipts.at(0).image);
        QCOMPARE(last - first + 1, 21 * 4); // version 1, four dots a module
    }

    void drawsARaster()
    {
        Rig rig;
        rig.take(QByteArray::fromHex("1D7630000100020080FF") + cutJob); // 8×2: one dot, then eight
        const auto [first, last] = inkSpan(rig.receipts.at(0).image);
        QCOMPARE(first, 0);
        QCOMPARE(last, 7);
    }
};

QTEST_MAIN(EmulatorPrinterTest)
#include "emulator_printer_test.moc"
