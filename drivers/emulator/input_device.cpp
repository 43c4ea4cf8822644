// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/input_device.h"

#include "drivers/emulator/shown_code.h"

#include <fcntl.h>
#include <linux/hidraw.h>
#include <linux/input.h>
#include <umockdev.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace tongban::drivers::emulator {
namespace {

class HidrawNode final : public InputNode
{
    std::optional<QByteArray> answer(unsigned long request) const override
    {
        const QByteArray descriptor = hidPosDescriptor();
        const auto size = static_cast<__u32>(descriptor.size());
        const QByteArray length(reinterpret_cast<const char *>(&size), sizeof size);
        if (request == HIDIOCGRDESCSIZE)
            return length;
        return request == HIDIOCGRDESC ? std::optional(length + descriptor) : std::nullopt;
    }
};

class EventNode final : public InputNode
{
    // EVIOCGBIT(EV_KEY, …): the keys of a keyboard, ESC … keypad; other kinds of event: none.
    std::optional<QByteArray> answer(unsigned long request) const override
    {
        if (_IOC_TYPE(request) != 'E' || _IOC_NR(request) < 0x20 || _IOC_NR(request) > 0x3F)
            return std::nullopt;
        QByteArray bits(_IOC_SIZE(request), '\0');
        if (_IOC_NR(request) == 0x20 + EV_KEY)
            bits.replace(0, std::min<qsizetype>(11, bits.size()), QByteArray("\xFE" + QByteArray(10, '\xFF')));
        return bits;
    }
};

} // namespace

bool InputNode::ioctl(UMockdevIoctlClient *client)
{
    UMockdevIoctlData *argument = umockdev_ioctl_client_get_arg(client);
    const gulong request = umockdev_ioctl_client_get_request(client);
    const auto finish = [client](int error) {
        umockdev_ioctl_client_complete(client, error == 0 ? 0 : -1, error);
        return true;
    };
    if (m_isGone)
        return finish(ENODEV);
    if (request == EVIOCGRAB) { // its argument is no address but a number
        gulong value = 0;
        std::memcpy(&value, argument->data, sizeof value);
        if (value != 0 && m_isGrabbed)
            return finish(EBUSY);
        if (value == 0 && !m_isGrabbed)
            return finish(EINVAL);
        m_isGrabbed = value != 0;
        m_grabs += value != 0 ? 1 : 0;
        return finish(0);
    }
    const auto bytes = answer(request);
    if (!bytes)
        return finish(ENOTTY);
    // HIDIOCGRDESC names the room for the longest descriptor; the client keeps no more than it needs.
    const gsize room = std::min<gsize>(_IOC_SIZE(request), static_cast<gsize>(bytes->size()));
    UMockdevIoctlData *memory = umockdev_ioctl_data_resolve(argument, 0, room, nullptr);
    std::memcpy(memory->data, bytes->constData(), room);
    finish(0);
    g_object_unref(memory);
    return true;
}

InputDevice::InputDevice(Testbed &testbed, UsbBus &bus, Kind kind, int socket)
    : m_testbed(testbed), m_bus(bus), m_kind(kind), m_socket(socket)
{
    m_timer.setInterval(1);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &InputDevice::sendNext);
}

InputDevice::~InputDevice()
{
    unplug();
}

Result<void> InputDevice::plug()
{
    if (isPlugged())
        return {};
    // Ids of the manuals: Newland's NLS-FM420 as HID POS, Symbol's scanners as keyboard.
    const bool isHidPos = m_kind == Kind::HidPos;
    const UsbFunction function{.vendor = static_cast<quint16>(isHidPos ? 0x1EAB : 0x05E0),
                               .product = static_cast<quint16>(isHidPos ? 0x0D10 : 0x1200),
                               .name = "Scanner",
                               .interfaceClass = 3,
                               .endpoints = {0x81},
                               .deviceId = {}};
    auto place = m_bus.plug(m_socket, function, nullptr);
    if (!place)
        return fail(place.error());
    m_place = *place;
    return addNode();
}

Result<void> InputDevice::addNode()
{
    const QByteArray number = QByteArray::number(m_number++);
    const bool isHidPos = m_kind == Kind::HidPos;
    const QByteArray usb = m_place.path.mid(int(std::strlen("/sys")));
    const QByteArray interface = usb + "/" + usb.mid(usb.lastIndexOf('/') + 1) + ":1.0";
    const QByteArray path = interface + (isHidPos ? "/hidraw/hidraw" : "/input/input0/event") + number;
    const QByteArray name = (isHidPos ? "hidraw" : "input/event") + number;
    const QByteArray described =
        "P: " + interface + "\nE: SUBSYSTEM=usb\nE: DEVTYPE=usb_interface\nA: bInterfaceNumber=00\\n\n\nP: " + path +
        "\nN: " + name + "\nE: DEVNAME=/dev/" + name + "\nE: SUBSYSTEM=" + (isHidPos ? "hidraw" : "input") + "\n\n";
    if (isHidPos)
        m_node = std::make_shared<HidrawNode>();
    else
        m_node = std::make_shared<EventNode>();
    m_name = "/dev/" + name;
    m_interface = "/sys" + interface;
    m_path = "/sys" + path;
    auto added = m_testbed.add(described, m_name, m_node);
    if (!added)
        m_node.reset();
    else
        ::fcntl(m_testbed.writingEnd(m_name), F_SETFL, O_NONBLOCK); // nobody reads: lost, as in the kernel's queue
    return added;
}

void InputDevice::unplug()
{
    if (!isPlugged())
        return;
    m_timer.stop();
    m_queue.clear();
    m_node->vanish();
    const int end = m_testbed.writingEnd(m_name);
    m_testbed.remove(m_path, m_name);
    if (::fcntl(end, F_GETFD) >= 0) // umockdev forgets it without closing it: the reader would never hear of the end
        ::close(end);
    m_testbed.remove(m_interface);
    m_bus.unplug(m_place);
    m_node.reset();
    m_name.clear();
}

void InputDevice::send(const QByteArrayList &messages)
{
    if (!isPlugged())
        return;
    m_queue += messages;
    m_timer.start();
}

void InputDevice::sendNext()
{
    if (m_queue.isEmpty())
        return m_timer.stop();
    const QByteArray message = m_queue.takeFirst();
    [[maybe_unused]] const auto written =
        ::write(m_testbed.writingEnd(m_name), message.constData(), static_cast<size_t>(message.size()));
}

} // namespace tongban::drivers::emulator
