// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/desk_options.h"

#include <QCommandLineParser>
#include <QDir>
#include <QMap>

namespace tongban::drivers::emulator {
namespace {

const QString dirSwitch = QStringLiteral("dir");
const QString lineSwitch = QStringLiteral("line");
const QString usbSwitch = QStringLiteral("usb");
const QString cameraSwitch = QStringLiteral("camera");
const QString readerSwitch = QStringLiteral("reader");
const QString printerSwitch = QStringLiteral("printer");

tl::unexpected<Error> wrong(const QString &name, const QString &why)
{
    return fail(ErrorKind::InputInvalid, QStringLiteral("--") + name, why);
}

template <class Wire> Result<Wire> wireNamed(const QCommandLineParser &parser, const QString &name, const QMap<QString, Wire> &wires)
{
    const auto found = wires.constFind(parser.value(name));
    if (found == wires.constEnd())
        return wrong(name, QStringLiteral("one of ") + wires.keys().join(QStringLiteral(", ")));
    return *found;
}

} // namespace

void DeskOptions::addTo(QCommandLineParser &parser)
{
    parser.addOption({dirSwitch, QStringLiteral("Directory of links, socket, page and receipts."), QStringLiteral("D")});
    parser.addOption({lineSwitch, QStringLiteral("Relay a TCP port: PORT:HOST:PORT."), QStringLiteral("ROUTE")});
    parser.addOption({usbSwitch, QStringLiteral("Make a test bed for devices in /sys and /dev.")});
    parser.addOption({cameraSwitch, QStringLiteral("A camera, /dev/video0 of the test bed.")});
    parser.addOption({readerSwitch, QStringLiteral("The card reader's wire: serial, usb:split (usb), usb:pair."),
                      QStringLiteral("WIRE"), QStringLiteral("serial")});
    parser.addOption({printerSwitch, QStringLiteral("The receipt printer's wire: serial, usb, tcp."),
                      QStringLiteral("WIRE"), QStringLiteral("serial")});
}

Result<DeskOptions> DeskOptions::from(const QCommandLineParser &parser)
{
    DeskOptions options;
    if (!parser.isSet(dirSwitch) || !QDir().mkpath(parser.value(dirSwitch)))
        return wrong(dirSwitch, QStringLiteral("a directory is wanted"));
    options.directory = QDir(parser.value(dirSwitch)).absolutePath();
    if (parser.isSet(lineSwitch)) {
        const auto route = LineRelay::Route::parse(parser.value(lineSwitch));
        if (!route)
            return fail(route.error());
        options.route = *route;
    }
    const auto reader = wireNamed<ReaderWire>(parser, readerSwitch,
                                              {{QStringLiteral("serial"), ReaderWire::Serial},
                                               {QStringLiteral("usb"), ReaderWire::UsbSplit},
                                               {QStringLiteral("usb:split"), ReaderWire::UsbSplit},
                                               {QStringLiteral("usb:pair"), ReaderWire::UsbPair}});
    if (!reader)
        return fail(reader.error());
    const auto printer = wireNamed<PrinterWire>(parser, printerSwitch,
                                                {{QStringLiteral("serial"), PrinterWire::Serial},
                                                 {QStringLiteral("usb"), PrinterWire::Usb},
                                                 {QStringLiteral("tcp"), PrinterWire::Tcp}});
    if (!printer)
        return fail(printer.error());
    options.reader = *reader;
    options.printer = *printer;
    options.hasCamera = parser.isSet(cameraSwitch);
    options.hasTestbed =
        parser.isSet(usbSwitch) || options.hasCamera || *reader != ReaderWire::Serial || *printer == PrinterWire::Usb;
    return options;
}

} // namespace tongban::drivers::emulator
