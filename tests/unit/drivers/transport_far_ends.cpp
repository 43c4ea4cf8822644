// SPDX-License-Identifier: GPL-3.0-or-later
// The far ends: the kernel's pseudo-terminal and TCP, usbfs's requests in a test bed of this very process.
#include "drivers/emulator/usb_bus.h"
#include "drivers/emulator/usb_node.h"
#include "drivers/transport/recording_transport.h"
#include "drivers/transport/serial_transport.h"
#include "drivers/transport/tcp_transport.h"
#include "drivers/transport/usb_transport.h"
#include "tests/unit/drivers/pty_pair.h"
#include "tests/unit/drivers/transport_contract.h"

#include <QFile>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <sys/socket.h>

#include <condition_variable>
#include <mutex>

namespace tongban::tests {
namespace {

using namespace drivers::transport;
using namespace std::chrono_literals;

// A link that stays while the terminals behind it come and go, as /dev/tongban/… does.
class SerialEnd : public FarEnd
{
public:
    SerialEnd() { replug(); }
    std::unique_ptr<Transport> makeTransport() override
    {
        return std::make_unique<SerialTransport>(SerialOptions{.path = link()});
    }
    void send(const QByteArray &bytes) override { m_pty->send(bytes); }
    QByteArray receive(qsizetype count) override { return m_pty->receive(count); }
    void unplug() override
    {
        QFile::remove(link());
        m_pty->hangUp();
    }
    void replug() override
    {
        m_pty = std::make_unique<PtyPair>();
        QFile::link(m_pty->path(), link());
    }

private:
    [[nodiscard]] QString link() const { return m_dir.filePath(QStringLiteral("line")); }
    QTemporaryDir m_dir;
    std::unique_ptr<PtyPair> m_pty;
};

class RecordedSerialEnd final : public SerialEnd
{
public:
    std::unique_ptr<Transport> makeTransport() override
    {
        return std::make_unique<RecordingTransport>(
            SerialEnd::makeTransport(),
            RecordingOptions{.directory = m_records.path(), .device = QStringLiteral("line"), .makeMask = [] {
                                 return std::make_unique<MaskEverything>();
                             }});
    }

private:
    QTemporaryDir m_records;
};

class TcpEnd final : public FarEnd
{
public:
    TcpEnd() { replug(); }
    std::unique_ptr<Transport> makeTransport() override
    {
        return std::make_unique<TcpTransport>(TcpOptions{.host = QStringLiteral("127.0.0.1"), .port = m_port});
    }
    void send(const QByteArray &bytes) override
    {
        if (accepted())
            static_cast<void>(::send(m_client.get(), bytes.constData(), static_cast<size_t>(bytes.size()), 0));
    }
    QByteArray receive(qsizetype count) override
    {
        QByteArray got;
        while (got.size() < count && accepted() && isReady(m_client.get())) {
            QByteArray bytes(count - got.size(), Qt::Uninitialized);
            const auto n = ::recv(m_client.get(), bytes.data(), static_cast<size_t>(bytes.size()), 0);
            if (n <= 0)
                break;
            got += bytes.first(n);
        }
        return got;
    }
    void unplug() override
    {
        static_cast<void>(accepted()); // who waits in the queue is dropped too
        m_client.reset();
        m_server.reset();
    }
    void replug() override
    {
        m_server.reset(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        const int yes = 1;
        const int little = 4096; // so that a box that reads nothing is soon full
        ::setsockopt(m_server.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        ::setsockopt(m_server.get(), SOL_SOCKET, SO_RCVBUF, &little, sizeof little);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(m_port);
        socklen_t size = sizeof address;
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        if (::bind(m_server.get(), generic, size) != 0 || ::listen(m_server.get(), 4) != 0 ||
            ::getsockname(m_server.get(), generic, &size) != 0)
            qFatal("no TCP port");
        m_port = ntohs(address.sin_port);
    }

private:
    static bool isReady(int fd)
    {
        pollfd ready{fd, POLLIN, 0};
        return ::poll(&ready, 1, 2000) > 0;
    }
    bool accepted()
    {
        if (!m_client.isValid() && isReady(m_server.get()))
            m_client.reset(::accept4(m_server.get(), nullptr, nullptr, SOCK_CLOEXEC));
        return m_client.isValid();
    }
    FileDescriptor m_server;
    FileDescriptor m_client;
    quint16 m_port = 0;
};

class UsbEnd final : public FarEnd
{
public:
    UsbEnd() { replug(); }
    ~UsbEnd() override { unplug(); }
    std::unique_ptr<Transport> makeTransport() override
    {
        return std::make_unique<UsbTransport>(UsbOptions{.address = {.vendor = 0x0416, .product = 0x5011}});
    }
    void send(const QByteArray &bytes) override { m_node->send(0x82, bytes); }
    QByteArray receive(qsizetype count) override
    {
        std::unique_lock lock(m_mutex);
        m_came.wait_for(lock, 2s, [&] { return m_received.size() >= count; });
        const QByteArray got = m_received.first(std::min(count, m_received.size()));
        m_received.remove(0, got.size());
        return got;
    }
    void unplug() override
    {
        if (!m_node)
            return;
        m_node->vanish();
        m_bus.unplug(m_place);
        m_node.reset();
    }
    void replug() override
    {
        m_node = std::make_shared<drivers::emulator::UsbNode>(drivers::emulator::UsbNode::Receiver{
            .onBulk =
                [this](quint8, const QByteArray &bytes) {
                    const std::lock_guard lock(m_mutex);
                    m_received += bytes;
                    m_came.notify_all();
                },
            .onControl = [](quint64, const drivers::emulator::UsbSetup &, const QByteArray &) {}});
        const auto place = m_bus.plug(2, drivers::emulator::receiptPrinterFunction(), m_node);
        if (!place)
            qFatal("no USB device");
        m_place = *place;
    }
    void hang() override { m_node->setTakes(false); }

private:
    static drivers::emulator::UsbBus &theBus() // one a process; the test bed sets UMOCKDEV_DIR
    {
        static drivers::emulator::Testbed bed;
        static drivers::emulator::UsbBus bus(bed);
        return bus;
    }
    drivers::emulator::UsbBus &m_bus = theBus();
    std::shared_ptr<drivers::emulator::UsbNode> m_node;
    drivers::emulator::UsbBus::Place m_place;
    std::mutex m_mutex;
    std::condition_variable m_came;
    QByteArray m_received;
};

} // namespace

const std::vector<Wire> &allWires()
{
    static const std::vector<Wire> wires{
        {.name = "serial", .make = [] { return std::make_unique<SerialEnd>(); }},
        {.name = "recorded serial", .make = [] { return std::make_unique<RecordedSerialEnd>(); }},
        {.name = "tcp", .make = [] { return std::make_unique<TcpEnd>(); }},
        {.name = "usb", .make = [] { return std::make_unique<UsbEnd>(); }},
    };
    return wires;
}

} // namespace tongban::tests
