// SPDX-License-Identifier: GPL-3.0-or-later
// The UPS as upsd tells of it, and every way in which nobody tells: no server, no such UPS, its driver gone or frozen,
// a server that is silent or another one.
#include "drivers/devices/power_supply/nut_ups.h"
#include "drivers/transport/tcp_transport.h"
#include "tests/fault/nut_server.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

#include <optional>

using namespace tongban;
using namespace tongban::drivers;
using namespace tongban::tests;
using namespace std::chrono_literals;

namespace {

std::unique_ptr<transport::Transport> lineTo(quint16 port)
{
    return std::make_unique<transport::TcpTransport>(
        transport::TcpOptions{.host = QStringLiteral("127.0.0.1"), .port = port});
}

devices::NutUps upsAt(quint16 port, const char *name = NutServer::upsName)
{
    return {lineTo(port), {.ups = QString::fromLatin1(name), .answerTimeout = 1000ms}};
}

std::optional<ErrorKind> kindOf(devices::NutUps &ups)
{
    const auto state = ups.state(Deadline::in(10s), {});
    return state ? std::nullopt : std::optional(state.error().kind);
}

constexpr int untilNutSees = 15'000; // it looks every two seconds, and calls data stale after three

} // namespace

class NutUpsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_nut.start();
        auto ups = upsAt(m_nut.port());
        QTRY_COMPARE_WITH_TIMEOUT(kindOf(ups), std::nullopt, untilNutSees);
    }

    void onMainsAndOnBattery()
    {
        auto ups = upsAt(m_nut.port());
        const auto state = ups.state(Deadline::in(10s), {});
        QVERIFY2(state.has_value(), state ? "" : qPrintable(state.error().detail));
        QVERIFY(state->onMains && !state->batteryLow);
        QCOMPARE(state->batteryPercent, std::optional(90));
        QCOMPARE(state->lasts, std::optional(600s));
        QVERIFY(ups.probe(Deadline::in(10s), {}).has_value());
        m_nut.setStatus("OB LB");
        const auto isEnding = [&] {
            const auto now = ups.state(Deadline::in(10s), {});
            return now && !now->onMains && now->batteryLow;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isEnding(), untilNutSees);
        m_nut.setStatus("OL");
    }

    void noSuchUps()
    {
        auto ups = upsAt(m_nut.port(), "another");
        const auto state = ups.state(Deadline::in(10s), {});
        QVERIFY(failedWith(state, ErrorKind::DeviceAbsent));
        QVERIFY(state.error().detail.contains(QStringLiteral("UNKNOWN-UPS")));
    }

    void theDriverFreezesAndGoesAndComesBack()
    {
        auto ups = upsAt(m_nut.port());
        m_nut.freeze(true);
        QTRY_COMPARE_WITH_TIMEOUT(kindOf(ups), std::optional(ErrorKind::DeviceFault), untilNutSees);
        QVERIFY(ups.state(Deadline::in(10s), {}).error().detail.contains(QStringLiteral("DATA-STALE")));
        m_nut.stopDriver();
        QTRY_COMPARE_WITH_TIMEOUT(kindOf(ups), std::optional(ErrorKind::DeviceAbsent), untilNutSees);
        m_nut.startDriver();
        QTRY_COMPARE_WITH_TIMEOUT(kindOf(ups), std::nullopt, untilNutSees);
    }

    void nobodyListens()
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const quint16 port = gone.serverPort();
        gone.close();
        auto ups = upsAt(port);
        QVERIFY(failedWith(ups.probe(Deadline::in(10s), {}), ErrorKind::DeviceAbsent));
    }

    void aServerThatIsSilent() // the kernel takes the connection, nobody answers
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        auto ups = upsAt(silent.serverPort());
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(kindOf(ups), std::optional(ErrorKind::DeviceSilent));
        QVERIFY(timer.elapsed() < 5000);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(failedWith(ups.state(Deadline::in(30s), stop.get_token()), ErrorKind::Cancelled));
    }

    void answersOfOthers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<std::optional<ErrorKind>>("kind");
        using Kind = std::optional<ErrorKind>;
        QTest::newRow("another protocol")
            << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") << Kind(ErrorKind::ProtocolViolation);
        QTest::newRow("noise") << QByteArray(5000, '\x55') << Kind(ErrorKind::ProtocolViolation);
        QTest::newRow("cut off") << QByteArray("BEGIN LIST VAR kiosk\n") << Kind(ErrorKind::DeviceAbsent);
        QTest::newRow("whole") << QByteArray("BEGIN LIST VAR kiosk\nVAR kiosk ups.status \"OL\"\nEND LIST VAR kiosk\n")
                               << Kind();
    }
    void answersOfOthers() // one byte a segment
    {
        QFETCH(QByteArray, answer);
        QFETCH(std::optional<ErrorKind>, kind);
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        auto line = lineTo(other.serverPort());
        QVERIFY(line->open().has_value());
        QVERIFY(other.waitForNewConnection(5000));
        const std::unique_ptr<QTcpSocket> peer(other.nextPendingConnection());
        peer->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        for (const char byte : answer) {
            peer->write(&byte, 1);
            QVERIFY(peer->waitForBytesWritten());
        }
        if (kind == ErrorKind::DeviceAbsent) // it never comes to its end
            peer->disconnectFromHost();
        devices::NutUps ups(std::move(line), {.ups = QLatin1String(NutServer::upsName)});
        QCOMPARE(kindOf(ups), kind);
    }

private:
    NutServer m_nut;
};

QTEST_GUILESS_MAIN(NutUpsTest)
#include "nut_ups_test.moc"
