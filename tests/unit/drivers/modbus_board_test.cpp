// SPDX-License-Identifier: GPL-3.0-or-later
// The board's driver against a scripted far end: what goes over the wire, what is repeated, the adapter that echoes.
// Frames made by hand from the Modbus Application Protocol V1.1b3.
#include "drivers/devices/io_board/modbus_board.h"
#include "drivers/transport/serial_transport.h"
#include "tests/unit/drivers/pty_pair.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace tongban;
using namespace tongban::drivers;
using namespace std::chrono_literals;
using domain::DeviceClass;
using tongban::tests::PtyPair;

namespace {

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

const QByteArray coilOn = hex("01050002FF002DFA");
const QByteArray readDoor = hex("010200000001B9CA");
const QByteArray doorOn = hex("010201016048");
const QByteArray doorOff = hex("01020100A188");

// Takes as many requests as it has answers for; an empty one is silence.
class Peer
{
public:
    Peer(qsizetype requestSize, QByteArrayList answers)
        : m_thread([this, requestSize, answers = std::move(answers)] {
              for (const QByteArray &answer : answers) {
                  requests << m_pty.receive(requestSize);
                  m_pty.send(answer);
              }
          })
    {}
    [[nodiscard]] QByteArrayList heard()
    {
        m_thread.join();
        return requests;
    }
    [[nodiscard]] devices::ModbusBoard board(devices::ModbusBoardOptions options) const
    {
        return {std::make_unique<transport::SerialTransport>(transport::SerialOptions{.path = m_pty.path()}), options};
    }

private:
    PtyPair m_pty;
    QByteArrayList requests;
    std::jthread m_thread;
};

devices::ModbusBoardOptions usual()
{
    return {.door = 0, .lamps = {{DeviceClass::ReceiptPrinter, quint16(2)}}, .answerTimeout = 100ms};
}

const Deadline soon = Deadline::in(20s);

} // namespace

class ModbusBoardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLampIsLit()
    {
        Peer peer(8, {coilOn});
        auto board = peer.board(usual());
        QVERIFY(board.light(DeviceClass::ReceiptPrinter, true, soon, {}).has_value());
        QCOMPARE(peer.heard(), QByteArrayList{coilOn});
    }

    void whatHasNoLampOrContactSaysNothing()
    {
        devices::ModbusBoardOptions options = usual();
        options.door.reset();
        Peer peer(8, {});
        auto board = peer.board(options);
        QVERIFY(board.light(DeviceClass::Camera, true, soon, {}).has_value());
        const auto inputs = board.inputs(soon, {});
        QVERIFY(inputs.has_value() && !inputs->doorOpen && !inputs->personPresent);
        QCOMPARE(peer.heard(), QByteArrayList());
    }

    void theDoorsContactMayCloseWithTheDoor()
    {
        for (const bool openIsOn : {true, false}) {
            Peer peer(8, {doorOn});
            devices::ModbusBoardOptions options = usual();
            options.doorOpenIsOn = openIsOn;
            auto board = peer.board(options);
            const auto inputs = board.inputs(soon, {});
            QVERIFY(inputs.has_value());
            QCOMPARE(inputs->doorOpen, openIsOn);
            QCOMPARE(peer.heard(), QByteArrayList{readDoor});
        }
    }

    void anUnansweredQuestionIsAskedAgain()
    {
        Peer peer(8, {QByteArray(), hex("010201016049"), doorOff}); // silence, a broken CRC, an answer
        auto board = peer.board(usual());
        const auto inputs = board.inputs(soon, {});
        QVERIFY2(inputs.has_value(), inputs ? "" : qPrintable(inputs.error().detail));
        QVERIFY(!inputs->doorOpen);
        QCOMPARE(peer.heard(), QByteArrayList(3, readDoor));
    }

    void aRefusalIsNot()
    {
        Peer peer(8, {hex("018502C351")});
        auto board = peer.board(usual());
        const auto lit = board.light(DeviceClass::ReceiptPrinter, true, soon, {});
        QVERIFY(failedWith(lit, ErrorKind::DeviceFault));
        QVERIFY(lit.error().detail.contains(QStringLiteral("illegal data address")));
        QCOMPARE(peer.heard().size(), 1);
    }

    void theDeadlineIsTheCallers()
    {
        Peer peer(8, {QByteArray()});
        auto board = peer.board({.door = 0, .answerTimeout = 10s, .repeats = 5});
        QElapsedTimer timer;
        timer.start();
        QVERIFY(failedWith(board.inputs(Deadline::in(150ms), {}), ErrorKind::DeviceSilent));
        QVERIFY(timer.elapsed() < 5000);
    }

    void anAdapterThatHearsItself()
    {
        devices::ModbusBoardOptions options = usual();
        options.echo = true;
        Peer peer(8, {coilOn + coilOn}); // the echo, then the answer, which looks the same
        auto board = peer.board(options);
        QVERIFY(board.light(DeviceClass::ReceiptPrinter, true, soon, {}).has_value());
        Peer mute(8, {coilOn}); // an echo alone is no answer
        options.repeats = 0;
        auto unanswered = mute.board(options);
        QVERIFY(failedWith(unanswered.light(DeviceClass::ReceiptPrinter, true, soon, {}), ErrorKind::DeviceSilent));
        Peer other(8, {doorOn + doorOn});
        auto wrong = other.board(options);
        QVERIFY(failedWith(wrong.light(DeviceClass::ReceiptPrinter, true, soon, {}), ErrorKind::ProtocolViolation));
    }

    void optionsAreTakenStrictly()
    {
        using Options = devices::ModbusBoardOptions;
        const QJsonObject lamps{{QStringLiteral("lamps"), QJsonObject{{QStringLiteral("camera"), 7}}}};
        const auto slow = Options::fromJson(lamps, 9600);
        QVERIFY(slow.has_value());
        QCOMPARE(slow->silence, 5ms); // 4.01 ms
        QCOMPARE(slow->lamps.at(DeviceClass::Camera), quint16(7));
        QVERIFY(!slow->door);
        QVERIFY(failedWith(Options::fromJson({}, 9600), ErrorKind::Misconfigured));
        const QJsonObject stranger{{QStringLiteral("lamps"), QJsonObject{{QStringLiteral("fridge"), 7}}}};
        QVERIFY(Options::fromJson(stranger, 9600).error().detail.contains(QStringLiteral("options.lamps.fridge")));
    }
};

QTEST_APPLESS_MAIN(ModbusBoardTest)
#include "modbus_board_test.moc"
