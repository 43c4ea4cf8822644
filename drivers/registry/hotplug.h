// SPDX-License-Identifier: GPL-3.0-or-later
// What is plugged in and pulled out, as the kernel tells it: udev's events, and the links of serial devices (which udev
// rules make, and which a site may make by hand). Where there is no udev the back-off of the looks is all there is.
#pragma once

#include "drivers/registry/descriptor.h"
#include "drivers/registry/path_watch.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>

struct udev;
struct udev_monitor;

namespace tongban::drivers::registry {

class Hotplug : public QObject // UI thread; nothing here blocks
{
    Q_OBJECT
public:
    explicit Hotplug(QObject *parent = nullptr);
    ~Hotplug() override;

    void start();
    void watch(const std::vector<Descriptor> &descriptors); // whose paths, instead of those before

    // Whether something of this subsystem (usb, hidraw, input, video4linux, tty) may be the device or on its way to it.
    [[nodiscard]] static bool concerns(const Descriptor &descriptor, const QString &subsystem);
    // The node or link of a device that is found by path; empty else.
    [[nodiscard]] static QString pathOf(const Descriptor &descriptor);

Q_SIGNALS:
    void happened(const QString &subsystem);
    void pathChanged(const QString &path);

private:
    void receive();

    struct UdevRelease
    {
        void operator()(udev *context) const;
        void operator()(udev_monitor *monitor) const;
    };
    std::unique_ptr<udev, UdevRelease> m_udev;
    std::unique_ptr<udev_monitor, UdevRelease> m_monitor;
    std::unique_ptr<QSocketNotifier> m_notifier;
    PathWatch m_paths;
};

} // namespace tongban::drivers::registry
