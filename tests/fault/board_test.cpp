// SPDX-License-Identifier: GPL-3.0-or-later
// The emulated board and every misfortune it can have, through the driver as the kiosk has it.
#include "drivers/devices/io_board/modbus_board.h"
#include "drivers/emulator/client/emulator_process.h"
#include "drivers/transport/serial_transport.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <optional>
#include <thread>

using namespace tongban;
using namespace tongban::drivers;
using namespace std::chrono_literals;
using domain::DeviceClass;

namespace {

const QString program = QStringLiteral(TONGBAN_BIN_DIR "/tongban-emulate");

Deadline soon()
{
    return Deadline::in(20s);
}

} // namespace

class BoardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_desk.start(program).has_value()); }
    void init()
    {
        QVERIFY(fault("none"));
        m_board.emplace(std::make_unique<transport::SerialTransport>(transport::SerialOptions{
                            .path = m_desk.path(QStringLiteral("board.tty")), .baudRate = 9600}),
                        devices::ModbusBoardOptions{
                            .door = 0,
                            .person = 1,
                            .lamps = {{DeviceClass::IdCardReader, quint16(0)}, {DeviceClass::Camera, quint16(40)}},
                            .answerTimeout = 250ms,
                            .silence = 5ms});
    }

    void contactsAndLamps()
    {
        QVERIFY(m_board->probe(soon(), {}).has_value());
        for (const bool isOpen : {true, false}) {
            QVERIFY(call(QStringLiteral("board.set"),
                         {{QStringLiteral("door"), isOpen}, {QStringLiteral("person"), !isOpen}}));
            const auto inputs = m_board->inputs(soon(), {});
            QVERIFY2(inputs.has_value(), inputs ? "" : qPrintable(inputs.error().detail));
            QCOMPARE(inputs->doorOpen, isOpen);
            QCOMPARE(inputs->personPresent, !isOpen);
            QVERIFY(m_board->light(DeviceClass::IdCardReader, isOpen, soon(), {}).has_value());
            QCOMPARE(lamp(0), isOpen);
        }
    }

    void misfortunes_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<ErrorKind>("expected");
        QTest::newRow("silent") << QStringLiteral("silent") << ErrorKind::DeviceSilent;
        QTest::newRow("garbage") << QStringLiteral("garbage") << ErrorKind::ProtocolViolation;
        QTest::newRow("refuse") << QStringLiteral("refuse") << ErrorKind::DeviceFault;
        QTest::newRow("unplugged") << QStringLiteral("unplugged") << ErrorKind::DeviceAbsent;
    }
    void misfortunes()
    {
        QFETCH(QString, kind);
        QFETCH(ErrorKind, expected);
        QVERIFY(m_board->inputs(soon(), {}).has_value());
        QVERIFY(fault(kind));
        const auto probed = m_board->probe(soon(), {});
        QVERIFY2(failedWith(probed, expected), probed ? "well" : nameOf(probed.error().kind));
        QVERIFY(failedWith(m_board->inputs(soon(), {}), expected));
        QVERIFY(failedWith(m_board->light(DeviceClass::IdCardReader, true, soon(), {}), expected));
        QVERIFY(fault("none")); // and it comes back by itself
        QVERIFY(m_board->light(DeviceClass::IdCardReader, true, soon(), {}).has_value());
        QVERIFY(lamp(0));
    }

    void aByteAtATime()
    {
        QVERIFY(fault("oneByte"));
        QVERIFY(m_board->inputs(soon(), {}).has_value());
    }

    void aLampThatTheBoardDoesNotHave()
    {
        QVERIFY(failedWith(m_board->light(DeviceClass::Camera, true, soon(), {}), ErrorKind::DeviceFault));
    }

    // The duty is 200 ms; a busy machine gets a second, the wait that is cut short has twenty.
    void aStopEndsIt()
    {
        QVERIFY(fault("silent"));
        devices::ModbusBoard patient(std::make_unique<transport::SerialTransport>(transport::SerialOptions{
                                         .path = m_desk.path(QStringLiteral("board.tty")), .baudRate = 9600}),
                                     {.door = 0, .answerTimeout = 10s});
        std::stop_source stop;
        QElapsedTimer sinceStop;
        std::jthread person([&] {
            sinceStop.start();
            stop.request_stop();
        });
        const auto inputs = patient.inputs(soon(), stop.get_token());
        person.join();
        QVERIFY(failedWith(inputs, ErrorKind::Cancelled));
        QVERIFY(sinceStop.elapsed() < 1000);
    }

private:
    bool call(const QString &what, const QJsonObject &arguments)
    {
        return m_desk.client().call(what, arguments).has_value();
    }
    bool fault(const QString &kind) { return call(QStringLiteral("board.fault"), {{QStringLiteral("kind"), kind}}); }
    bool fault(const char *kind) { return fault(QString::fromLatin1(kind)); }
    bool lamp(int coil)
    {
        const auto status = m_desk.client().status();
        return status && status->value(QStringLiteral("board"))
                             .toObject()
                             .value(QStringLiteral("lamps"))
                             .toArray()[coil]
                             .toBool();
    }

    emulator::EmulatorProcess m_desk;
    std::optional<devices::ModbusBoard> m_board;
};

QTEST_GUILESS_MAIN(BoardTest)
#include "board_test.moc"
