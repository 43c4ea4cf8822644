// SPDX-License-Identifier: GPL-3.0-or-later
// The emulated board against frames made by hand from the Modbus Application Protocol V1.1b3; CRCs computed apart.
#include "drivers/emulator/modbus_board.h"

#include <QTest>

using namespace tongban::drivers::emulator;
using namespace std::chrono_literals;

namespace {

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

} // namespace

class EmulatorBoardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsTheStandard_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("inputs") << hex("010200000002F9CB") << hex("010201016048");
        QTest::newRow("coil on") << hex("01050002FF002DFA") << hex("01050002FF002DFA");
        QTest::newRow("coils") << hex("0101000000083DCC") << hex("010101005188");
        QTest::newRow("no such coil") << hex("01050008FF000DF8") << hex("018502C351");
        QTest::newRow("half on") << hex("0105000201006D9A") << hex("0185030291");
        QTest::newRow("unknown function") << hex("010300000001840A") << hex("01830180F0");
        QTest::newRow("another unit") << hex("02050002FF002DC9") << QByteArray();
        QTest::newRow("broken frame") << hex("01050002FF000000") << QByteArray();
    }
    void answersAsTheStandard()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, answer);
        ModbusBoard board;
        board.setDoor(true);
        QCOMPARE(board.receive(request, 1s).toHex(), answer.toHex());
    }

    void lampsAreWritten()
    {
        ModbusBoard board;
        static_cast<void>(board.receive(hex("01050002FF002DFA"), 1s));
        QVERIFY(board.lamps()[2]);
        // 0F: coils 1…3, all on.
        QCOMPARE(board.receive(hex("010F000100030107F355"), 2s).toHex(), QByteArray("010f00010003440a"));
        QVERIFY(board.lamps()[1] && board.lamps()[2] && board.lamps()[3] && !board.lamps()[0]);
        board.darken();
        QVERIFY(!board.lamps()[2]);
    }

    void faults()
    {
        ModbusBoard board;
        const QByteArray request = hex("01050002FF002DFA");
        board.setFault(BoardFault::Silent);
        QVERIFY(board.receive(request, 1s).isEmpty());
        board.setFault(BoardFault::Refuse);
        QCOMPARE(board.receive(request, 2s).first(3).toHex(), QByteArray("018504"));
        board.setFault(BoardFault::Garbage);
        QVERIFY(board.receive(request, 3s) != request);
        QVERIFY(!board.lamps()[2]);
        board.setFault(BoardFault::OneByte);
        QCOMPARE(board.receive(request, 4s), request);
        QVERIFY(board.isDribbling());
    }

    void halfARequestIsForgotten()
    {
        ModbusBoard board;
        QVERIFY(board.receive(hex("010500"), 1s).isEmpty());
        QCOMPARE(board.receive(hex("01050002FF002DFA"), 2s), hex("01050002FF002DFA"));
    }
};

QTEST_APPLESS_MAIN(EmulatorBoardTest)
#include "emulator_board_test.moc"
