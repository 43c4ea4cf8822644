// SPDX-License-Identifier: GPL-3.0-or-later
// On which wires the reader and the printer of the desk hang.
#include "drivers/emulator/emulated_desk.h"
#include "drivers/emulator/pty_port.h"
#include "drivers/emulator/usb_port.h"

namespace tongban::drivers::emulator {
namespace {

constexpr int baudRate = 115200; // of both lines (DEVICES §1, §2)
constexpr int readerSocket = 1;  // of the emulated hub
constexpr int printerSocket = 2;

} // namespace

std::unique_ptr<WirePort> EmulatedDesk::readerPort(const DeskOptions &options)
{
    switch (options.reader) {
    case ReaderWire::Serial:
        return std::make_unique<PtyPort>(options.directory + QStringLiteral("/reader.tty"), m_reader, baudRate);
    case ReaderWire::UsbSplit:
    case ReaderWire::UsbPair:
        return std::make_unique<UsbPort>(*m_bus, readerSocket,
                                         samReaderFunction(options.reader == ReaderWire::UsbSplit), m_reader);
    }
    Q_UNREACHABLE();
}

std::unique_ptr<WirePort> EmulatedDesk::printerPort(const DeskOptions &options)
{
    switch (options.printer) {
    case PrinterWire::Serial:
        return std::make_unique<PtyPort>(options.directory + QStringLiteral("/printer.tty"), m_printer, baudRate);
    case PrinterWire::Usb:
        return std::make_unique<UsbPort>(
            *m_bus, printerSocket, receiptPrinterFunction(), m_printer,
            UsbPrinterRequests{[this] { return m_printer.portStatus(); }, [this] { m_printer.softReset(); }});
    case PrinterWire::Tcp:
        return std::make_unique<TcpPort>(m_printer);
    }
    Q_UNREACHABLE();
}

} // namespace tongban::drivers::emulator
