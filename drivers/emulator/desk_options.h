// SPDX-License-Identifier: GPL-3.0-or-later
// Which devices stand on the desk and on which wires: the command line of tongban-emulate as values.
#pragma once

#include "app/core/base/result.h"
#include "drivers/emulator/line_relay.h"

#include <QString>

#include <optional>

class QCommandLineParser;

namespace tongban::drivers::emulator {

enum class ReaderWire { Serial, UsbSplit, UsbPair };
enum class PrinterWire { Serial, Usb, Tcp };

struct DeskOptions
{
    QString directory; // exists; the names of its files are fixed (README.md)
    std::optional<LineRelay::Route> route = std::nullopt;
    bool hasTestbed = false; // for devices that stand in /sys
    bool hasCamera = false;  // /dev/video0 in the test bed
    ReaderWire reader = ReaderWire::Serial;
    PrinterWire printer = PrinterWire::Serial;

    static void addTo(QCommandLineParser &parser);
    // Makes the directory. InputInvalid says which switch is wrong.
    static Result<DeskOptions> from(const QCommandLineParser &parser);
};

} // namespace tongban::drivers::emulator
