// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/codes_on_desk.h"

#include <QDeadlineTimer>
#include <QStringConverter>

namespace tongban::drivers::emulator {
namespace {

constexpr int baudRate = 115200;
constexpr int hidPosSocket = 3; // of the emulated hub
constexpr int wedgeSocket = 4;
constexpr int sameCodeMs = 1000; // until a scanner reads a code again that stayed

const QStringList deviceNames{QStringLiteral("serial"), QStringLiteral("hidpos"), QStringLiteral("wedge")};
const QStringList faultNames{QStringLiteral("none"), QStringLiteral("silent"), QStringLiteral("garbage"),
                             QStringLiteral("oneByte")};

tl::unexpected<Error> refused(const QString &why)
{
    return fail(ErrorKind::InputInvalid, QStringLiteral("command"), QStringLiteral("code: ") + why);
}

} // namespace

CodesOnDesk::CodesOnDesk(const QString &directory, Testbed *testbed, UsbBus *bus)
    : m_port(directory + QStringLiteral("/codes.tty"), m_line, baudRate)
{
    if (testbed != nullptr && bus != nullptr) {
        m_hidPos = std::make_unique<InputDevice>(*testbed, *bus, InputDevice::Kind::HidPos, hidPosSocket);
        m_wedge = std::make_unique<InputDevice>(*testbed, *bus, InputDevice::Kind::Keyboard, wedgeSocket);
    }
    m_hold.setInterval(sameCodeMs);
}

Result<void> CodesOnDesk::start()
{
    for (const Device device : {Serial, HidPos, Wedge}) {
        const bool isThere = device == Serial || input(device) != nullptr;
        if (auto plugged = isThere ? setPlugged(device, true) : Result<void>(); !plugged)
            return plugged;
    }
    return {};
}

Result<CodesOnDesk::Device> CodesOnDesk::deviceNamed(const QJsonObject &arguments) const
{
    const QString name = arguments.value(QStringLiteral("device")).toString();
    const auto index = deviceNames.indexOf(name);
    if (index < 0)
        return refused(QStringLiteral("device is serial, hidpos or wedge"));
    if (index != Serial && input(static_cast<Device>(index)) == nullptr)
        return refused(name + QStringLiteral(" wants a test bed (--usb)"));
    return static_cast<Device>(index);
}

Result<void> CodesOnDesk::show(const QJsonObject &arguments)
{
    const auto device = deviceNamed(arguments);
    if (!device)
        return fail(device.error());
    const QString encoding = arguments.value(QStringLiteral("encoding")).toString(QStringLiteral("utf-8"));
    QStringEncoder encode(encoding.toLatin1().constData());
    if ((encoding != QStringLiteral("utf-8") && encoding != QStringLiteral("gb18030")) || !encode.isValid())
        return refused(QStringLiteral("encoding is utf-8 or gb18030"));
    const QByteArray bytes = encode(arguments.value(QStringLiteral("data")).toString());
    if (bytes.isEmpty())
        return refused(QStringLiteral("data is missing"));
    const ShownCode code{arguments.value(QStringLiteral("aim")).toString().toLatin1(), bytes};
    read(*device, code);
    m_hold.disconnect();
    const QDeadlineTimer until(arguments.value(QStringLiteral("holdMs")).toInt());
    connect(&m_hold, &QTimer::timeout, this, [this, device = *device, code, until] {
        if (until.hasExpired())
            return m_hold.stop();
        read(device, code);
    });
    m_hold.start();
    return {};
}

void CodesOnDesk::read(Device device, const ShownCode &code)
{
    Scanner &scanner = m_scanners.at(device);
    ++scanner.shown;
    if (device == Serial) {
        m_line.setDribbling(scanner.fault == ScannerFault::OneByte);
        m_line.say(lineOf(code, scanner.fault));
        return m_port.pump();
    }
    input(device)->send(device == HidPos ? hidPosReports(code, scanner.fault) : keystrokesOf(code, scanner.fault));
}

Result<void> CodesOnDesk::setFault(const QJsonObject &arguments)
{
    const auto device = deviceNamed(arguments);
    if (!device)
        return fail(device.error());
    const QString kind = arguments.value(QStringLiteral("kind")).toString();
    const bool isUnplugged = kind == QStringLiteral("unplugged");
    const auto index = faultNames.indexOf(kind);
    if (index < 0 && !isUnplugged)
        return refused(QStringLiteral("unknown kind ") + kind);
    m_scanners.at(*device).fault = isUnplugged ? ScannerFault::None : static_cast<ScannerFault>(index);
    return setPlugged(*device, !isUnplugged);
}

Result<void> CodesOnDesk::setPlugged(Device device, bool isPlugged)
{
    if (device == Serial) {
        if (isPlugged)
            return m_port.plug();
        m_port.unplug();
        return {};
    }
    if (isPlugged)
        return input(device)->plug();
    input(device)->unplug();
    return {};
}

bool CodesOnDesk::isPlugged(Device device) const
{
    return device == Serial ? m_port.isPlugged() : input(device) != nullptr && input(device)->isPlugged();
}

QJsonObject CodesOnDesk::status() const
{
    QJsonObject all;
    for (const Device device : {Serial, HidPos, Wedge}) {
        const Scanner &scanner = m_scanners.at(device);
        QJsonObject one{{QStringLiteral("plugged"), isPlugged(device)},
                        {QStringLiteral("fault"), faultNames.at(static_cast<int>(scanner.fault))},
                        {QStringLiteral("shown"), scanner.shown}};
        if (const InputDevice *node = device == Serial ? nullptr : input(device); node != nullptr) {
            one.insert(QStringLiteral("node"), QString::fromLatin1(node->node()));
            one.insert(QStringLiteral("grabbed"), node->isGrabbed());
            one.insert(QStringLiteral("grabs"), node->grabs());
            one.insert(QStringLiteral("pending"), node->pending());
        }
        all.insert(deviceNames.at(device), one);
    }
    return all;
}

} // namespace tongban::drivers::emulator
