// SPDX-License-Identifier: GPL-3.0-or-later
// What only TCP has: a box that does not even refuse, names that cannot be looked up. The contract that all transports
// share is in transport_contract_test.
#include "drivers/transport/tcp_transport.h"

#include <QElapsedTimer>
#include <QTest>

#include <arpa/inet.h>
#include <sys/socket.h>

using namespace tongban;
using namespace tongban::drivers::transport;
using namespace std::chrono_literals;

namespace {

// A port whose queue is full: the kernel leaves the next caller without an answer, as a box without power does.
class DeadBox
{
public:
    DeadBox() : m_server(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        m_address.sin_family = AF_INET;
        m_address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof m_address;
        auto *generic = reinterpret_cast<sockaddr *>(&m_address);
        if (::bind(m_server.get(), generic, size) != 0 || ::listen(m_server.get(), 0) != 0 ||
            ::getsockname(m_server.get(), generic, &size) != 0)
            qFatal("no TCP port");
        for (FileDescriptor &caller : m_callers) {
            caller.reset(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
            static_cast<void>(::connect(caller.get(), generic, size)); // 0 or "in progress": the queue is full then
        }
    }
    [[nodiscard]] quint16 port() const { return ntohs(m_address.sin_port); }

private:
    sockaddr_in m_address{};
    FileDescriptor m_server;
    FileDescriptor m_callers[4];
};

} // namespace

class TransportTcpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBoxWithoutPowerIsAbsent()
    {
        DeadBox box;
        TcpTransport tcp({.host = QStringLiteral("127.0.0.1"), .port = box.port()});
        QElapsedTimer timer;
        timer.start();
        QVERIFY(tcp.open().has_value()); // nobody knows yet
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        const auto written = tcp.write("x", Deadline::in(50ms), {});
        QVERIFY(failedWith(written, ErrorKind::DeviceAbsent));
        QVERIFY(!tcp.isOpen());
        QVERIFY(tcp.open().has_value());
        QVERIFY(failedWith(tcp.read(1, Deadline::in(50ms), {}), ErrorKind::DeviceAbsent));
        QVERIFY(tcp.open().has_value());
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(failedWith(tcp.read(1, Deadline::in(30s), stop.get_token()), ErrorKind::Cancelled));
    }

    void onlyAddresses_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("known");
        QTest::newRow("IPv4") << "192.168.1.100" << true;
        QTest::newRow("IPv6") << "fe80::1" << true;
        QTest::newRow("localhost") << "localhost" << true;
        QTest::newRow("name") << "printer.hall" << false;
        QTest::newRow("empty") << "" << false;
        QTest::newRow("no address") << "999.1.1.1" << false;
    }
    void onlyAddresses()
    {
        QFETCH(QString, host);
        QFETCH(bool, known);
        QCOMPARE(TcpTransport::knowsHost(host), known);
        if (!known)
            QVERIFY(failedWith(TcpTransport({.host = host}).open(), ErrorKind::Misconfigured));
    }
};

QTEST_GUILESS_MAIN(TransportTcpTest)
#include "transport_tcp_test.moc"
