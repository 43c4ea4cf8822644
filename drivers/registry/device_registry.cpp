// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/registry/device_registry.h"

#include "drivers/devices/document_scanner/sane_scanner.h"
#include "drivers/devices/id_card_reader/sam_reader.h"
#include "drivers/devices/receipt_printer/escpos_printer.h"
#include "drivers/devices/strict_object.h"
#include "drivers/transport/serial_transport.h"

#include <QCoreApplication>
#include <QHash>

#include <array>

namespace tongban::drivers::registry {

namespace {

tl::unexpected<Error> misconfigured(const QString &why)
{
    return fail(ErrorKind::Misconfigured, QStringLiteral("device-registry"), why);
}

Result<std::unique_ptr<transport::Transport>> buildTransport(const QJsonObject &json)
{
    devices::StrictObject object(json, QStringLiteral("transport."));
    static_cast<void>(object.oneOf(QStringLiteral("kind"), {QStringLiteral("serial")}));
    const transport::SerialOptions options{.path = object.string(QStringLiteral("path")),
                                           .baudRate =
                                               object.integer(QStringLiteral("baudRate"), 9600, 230400, 115200)};
    if (const auto checked = object.finish(); !checked)
        return fail(checked.error());
    if (!transport::SerialTransport::knowsBaudRate(options.baudRate))
        return misconfigured(
            QStringLiteral("transport.baudRate: %1 is no rate of a serial line").arg(options.baudRate));
    return std::make_unique<transport::SerialTransport>(options);
}

Result<void> buildSamReader(const Descriptor &descriptor, Devices &devices)
{
    auto options = devices::SamReaderOptions::fromJson(descriptor.options);
    if (!options)
        return fail(options.error());
    auto transport = buildTransport(descriptor.transport);
    if (!transport)
        return fail(transport.error());
    devices.idCardReader = std::make_unique<devices::SamReader>(std::move(*transport), *options);
    return {};
}

Result<void> buildEscposPrinter(const Descriptor &descriptor, Devices &devices)
{
    auto options = devices::EscposOptions::fromJson(descriptor.options);
    if (!options)
        return fail(options.error());
    auto transport = buildTransport(descriptor.transport);
    if (!transport)
        return fail(transport.error());
    devices.receiptPrinter = std::make_unique<devices::EscposPrinter>(std::move(*transport), *options);
    return {};
}

Result<void> buildSaneScanner(const Descriptor &descriptor, Devices &devices)
{
    const auto options = devices::SaneScannerOptions::fromJson(descriptor.transport, descriptor.options);
    if (!options)
        return fail(options.error());
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/tongban-scan");
    devices.documentScanner = std::make_unique<devices::SaneScanner>(*options, program);
    return {};
}

// Every driver of the house. Explicit: what stands here can be found by reading, and no linker drops it.
struct Driver
{
    const char *name;
    const char *deviceClass;
    Result<void> (*build)(const Descriptor &, Devices &);
};
constexpr std::array drivers{
    Driver{"sam", "idCardReader", &buildSamReader},
    Driver{"escpos", "receiptPrinter", &buildEscposPrinter},
    Driver{"sane", "documentScanner", &buildSaneScanner},
};

Result<void> build(const Descriptor &descriptor, Devices &devices)
{
    for (const Driver &driver : drivers) {
        if (descriptor.driver != QLatin1String(driver.name) ||
            descriptor.deviceClass != QLatin1String(driver.deviceClass))
            continue;
        if (const auto built = driver.build(descriptor, devices); !built)
            return misconfigured(descriptor.file + QStringLiteral(": ") + built.error().detail);
        return {};
    }
    return misconfigured(
        descriptor.file +
        QStringLiteral(": driver: no driver \"%1\" for the class %2").arg(descriptor.driver, descriptor.deviceClass));
}

} // namespace

Result<void> checkDescriptor(const Descriptor &descriptor)
{
    Devices scratch;
    return build(descriptor, scratch);
}

Result<Devices> openDevices(const QStringList &directories)
{
    const auto descriptors = loadDescriptors(directories);
    if (!descriptors)
        return fail(descriptors.error());
    Devices devices;
    QHash<QString, QString> fileOfClass;
    for (const Descriptor &descriptor : *descriptors) {
        const QString other = fileOfClass.value(descriptor.deviceClass);
        if (!other.isEmpty())
            return misconfigured(
                descriptor.file +
                QStringLiteral(": class: %1 is also the device of %2").arg(descriptor.deviceClass, other));
        fileOfClass.insert(descriptor.deviceClass, descriptor.file);
        if (const auto built = build(descriptor, devices); !built)
            return fail(built.error());
    }
    for (const char *wanted : {"idCardReader", "receiptPrinter", "documentScanner"}) {
        if (!fileOfClass.contains(QLatin1String(wanted)))
            return misconfigured(QStringLiteral("no device of class %1 in %2")
                                     .arg(QLatin1String(wanted), directories.join(QStringLiteral(", "))));
    }
    return devices;
}

} // namespace tongban::drivers::registry
