// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/usb_port.h"

#include <algorithm>
#include <utility>

namespace tongban::drivers::emulator {
namespace {

constexpr int bitsPerSecond = 8'000'000; // full speed, less what the bus needs for itself
constexpr qsizetype headerSize = 7;      // preamble and Len of a SAM frame
constexpr int lengthAt = 5;

constexpr quint8 getDeviceId = 0;
constexpr quint8 getPortStatus = 1;
constexpr quint8 softReset = 2;

} // namespace

UsbPort::UsbPort(UsbBus &bus, int socket, UsbFunction function, WireDevice &device, UsbPrinterRequests requests)
    : WirePort(device, bitsPerSecond), m_bus(bus), m_socket(socket), m_function(std::move(function)),
      m_requests(std::move(requests))
{}

UsbPort::~UsbPort()
{
    unplug();
}

Result<void> UsbPort::plug()
{
    if (isPlugged())
        return {};
    // What comes on the test bed's thread is carried over to the event loop's.
    const auto here = [this, plugging = ++m_plugging](auto act) {
        const auto late = [this, plugging, act] {
            if (isPlugged() && plugging == m_plugging) // else it came while the cable was pulled
                act();
        };
        QMetaObject::invokeMethod(this, late, Qt::QueuedConnection);
    };
    const UsbNode::Receiver receiver{
        .onBulk = [this, here](quint8 endpoint,
                               const QByteArray &bytes) { here([=, this] { onBulk(endpoint, bytes); }); },
        .onControl = [this, here](quint64 id, const UsbSetup &setup,
                                  const QByteArray &) { here([=, this] { onControl(id, setup); }); }};
    m_node = std::make_shared<UsbNode>(receiver);
    auto place = m_bus.plug(m_socket, m_function, m_node);
    if (!place) {
        m_node.reset();
        return fail(place.error());
    }
    m_place = *place;
    return {};
}

void UsbPort::unplug()
{
    if (!isPlugged())
        return;
    hush();
    m_leaving.clear();
    m_node->vanish(); // first what is under way, then the event, then the node
    m_bus.unplug(m_place);
    m_node.reset();
}

std::vector<quint8> UsbPort::endpoints(bool toHost) const
{
    std::vector<quint8> found;
    for (const quint8 address : m_function.endpoints) {
        if (((address & 0x80) != 0) == toHost)
            found.push_back(address);
    }
    return found;
}

void UsbPort::onBulk(quint8 endpoint, const QByteArray &bytes)
{
    const auto out = endpoints(false);
    const bool isHeader = endpoint == out.front();
    if (out.size() > 1 && isHeader != (bytes.size() == headerSize && bytes.startsWith("\xAA\xAA\xAA\x96\x69")))
        return m_node->halt(endpoint);
    take(bytes);
}

void UsbPort::begin(const QByteArray &answer)
{
    const auto in = endpoints(true);
    if (in.size() == 1) {
        m_leaving.push_back({in.front(), answer.size()});
        return;
    }
    for (qsizetype at = 0; at < answer.size();) {
        const QByteArray rest = answer.mid(at);
        const qsizetype header = std::min(rest.size(), headerSize);
        qsizetype body = 0;
        if (header == headerSize)
            body = static_cast<quint8>(rest.at(lengthAt)) << 8 | static_cast<quint8>(rest.at(lengthAt + 1));
        body = std::min(body, rest.size() - header);
        m_leaving.push_back({in.at(0), header});
        if (body > 0)
            m_leaving.push_back({in.at(1), body});
        at += header + body;
    }
}

void UsbPort::send(const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size() && !m_leaving.empty();) {
        Run &run = m_leaving.front();
        const qsizetype count = std::min(run.count, bytes.size() - at);
        m_node->send(run.endpoint, bytes.mid(at, count));
        at += count;
        run.count -= count;
        if (run.count == 0)
            m_leaving.pop_front();
    }
}

void UsbPort::onControl(quint64 id, const UsbSetup &setup)
{
    const bool isClass = (setup.requestType & 0x60) == 0x20;
    m_node->answerControl(id, isClass ? classAnswer(setup) : standardAnswer(m_function, setup));
}

std::optional<QByteArray> UsbPort::classAnswer(const UsbSetup &setup) const
{
    if (setup.request == getDeviceId && setup.isToHost() && !m_function.deviceId.isEmpty()) {
        const auto length = m_function.deviceId.size() + 2; // big-endian, counts itself
        QByteArray id;
        id += static_cast<char>(length >> 8);
        id += static_cast<char>(length & 0xFF);
        return id + m_function.deviceId;
    }
    if (setup.request == getPortStatus && setup.isToHost() && m_requests.portStatus)
        return QByteArray(1, static_cast<char>(m_requests.portStatus()));
    if (setup.request == softReset && !setup.isToHost() && m_requests.softReset) {
        m_requests.softReset();
        return QByteArray();
    }
    return std::nullopt;
}

} // namespace tongban::drivers::emulator
