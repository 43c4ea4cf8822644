// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/registry/hotplug.h"

#include <libudev.h>

#include <array>

namespace tongban::drivers::registry {

namespace {

constexpr std::array subsystems{"usb", "hidraw", "input", "video4linux", "tty"};

// The last step to a device of this transport; empty for those that are reached over USB by somebody else's library.
QString ownSubsystem(const QString &kind)
{
    if (kind == QStringLiteral("serial"))
        return QStringLiteral("tty");
    if (kind == QStringLiteral("hidraw"))
        return QStringLiteral("hidraw");
    if (kind == QStringLiteral("evdev"))
        return QStringLiteral("input");
    if (kind == QStringLiteral("v4l2"))
        return QStringLiteral("video4linux");
    return {};
}

} // namespace

Hotplug::Hotplug(QObject *parent) : QObject(parent)
{
    connect(&m_paths, &PathWatch::changed, this, &Hotplug::pathChanged);
}

Hotplug::~Hotplug() = default;

void Hotplug::UdevRelease::operator()(udev *context) const
{
    udev_unref(context);
}

void Hotplug::UdevRelease::operator()(udev_monitor *monitor) const
{
    udev_monitor_unref(monitor);
}

void Hotplug::start()
{
    m_udev.reset(udev_new());
    if (!m_udev)
        return;
    m_monitor.reset(udev_monitor_new_from_netlink(m_udev.get(), "udev")); // after the rules have run, not before
    if (!m_monitor)
        return;
    for (const char *subsystem : subsystems)
        udev_monitor_filter_add_match_subsystem_devtype(m_monitor.get(), subsystem, nullptr);
    if (udev_monitor_enable_receiving(m_monitor.get()) < 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(udev_monitor_get_fd(m_monitor.get()), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Hotplug::receive);
}

void Hotplug::receive()
{
    // The socket does not block; one event a wake-up, the notifier wakes again for the next.
    udev_device *device = udev_monitor_receive_device(m_monitor.get());
    if (!device)
        return;
    const QString subsystem = QString::fromUtf8(udev_device_get_subsystem(device));
    udev_device_unref(device);
    Q_EMIT happened(subsystem);
}

void Hotplug::watch(const std::vector<Descriptor> &descriptors)
{
    QStringList paths;
    for (const Descriptor &descriptor : descriptors) {
        if (const QString path = pathOf(descriptor); !path.isEmpty())
            paths << path;
    }
    m_paths.watch(paths);
}

QString Hotplug::pathOf(const Descriptor &descriptor)
{
    const QString path = descriptor.transport.value(QStringLiteral("path")).toString();
    return path.startsWith(u'/') ? path : QString();
}

bool Hotplug::concerns(const Descriptor &descriptor, const QString &subsystem)
{
    const QString kind = descriptor.transport.value(QStringLiteral("kind")).toString();
    if (kind == QStringLiteral("tcp"))
        return false;
    // A USB device comes before the node that it brings along, and goes with it.
    return subsystem == QStringLiteral("usb") || subsystem == ownSubsystem(kind);
}

} // namespace tongban::drivers::registry
