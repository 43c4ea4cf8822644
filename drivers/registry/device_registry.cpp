// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/registry/device_registry.h"

#include "drivers/registry/driver_list.h"

#include <QHash>

namespace tongban::drivers::registry {

namespace {

tl::unexpected<Error> misconfigured(const QString &why)
{
    return fail(ErrorKind::Misconfigured, QStringLiteral("device-registry"), why);
}

Result<void> build(const Descriptor &descriptor, Devices &devices)
{
    for (const Driver &driver : driverList()) {
        if (descriptor.driver != QLatin1String(driver.name) || descriptor.deviceClass != driver.deviceClass)
            continue;
        if (const auto built = driver.build(descriptor, devices); !built)
            return misconfigured(descriptor.file + QStringLiteral(": ") + built.error().detail);
        return {};
    }
    return misconfigured(descriptor.file + QStringLiteral(": driver: no driver \"%1\" for the class %2")
                                               .arg(descriptor.driver, QLatin1String(nameOf(descriptor.deviceClass))));
}

// No class twice: the kiosk has one reader, and which of two it would be nobody could say.
Result<void> checkClasses(const std::vector<Descriptor> &descriptors)
{
    QHash<int, QString> fileOfClass;
    for (const Descriptor &descriptor : descriptors) {
        const int key = static_cast<int>(descriptor.deviceClass);
        if (fileOfClass.contains(key))
            return misconfigured(descriptor.file +
                                 QStringLiteral(": class: %1 is also the device of %2")
                                     .arg(QLatin1String(nameOf(descriptor.deviceClass)), fileOfClass.value(key)));
        fileOfClass.insert(key, descriptor.file);
    }
    return {};
}

} // namespace

Result<void> checkDescriptor(const Descriptor &descriptor)
{
    Devices scratch;
    return build(descriptor, scratch);
}

Result<Devices> buildDevices(const std::vector<Descriptor> &descriptors)
{
    if (const auto checked = checkClasses(descriptors); !checked)
        return fail(checked.error());
    Devices devices;
    for (const Descriptor &descriptor : descriptors) {
        if (const auto built = build(descriptor, devices); !built)
            return fail(built.error());
    }
    return devices;
}

Result<std::vector<Devices>> buildEach(const std::vector<Descriptor> &descriptors)
{
    if (const auto checked = checkClasses(descriptors); !checked)
        return fail(checked.error());
    std::vector<Devices> all;
    for (const Descriptor &descriptor : descriptors) {
        Devices devices;
        if (const auto built = build(descriptor, devices); !built)
            return fail(built.error());
        all.push_back(std::move(devices));
    }
    return all;
}

Result<Devices> openDevices(const QStringList &directories)
{
    const auto descriptors = loadDescriptors(directories);
    if (!descriptors)
        return fail(descriptors.error());
    return buildDevices(*descriptors);
}

} // namespace tongban::drivers::registry
