// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the command interface for states and faults.
#pragma once

#include "drivers/emulator/modbus_board.h"
#include "drivers/emulator/printer_model.h"
#include "drivers/emulator/sam_reader.h"

#include <QString>

#include <optional>

namespace tongban::drivers::emulator {

[[nodiscard]] QString nameOf(ReaderFault fault);
[[nodiscard]] QString nameOf(PrinterFault fault);
[[nodiscard]] QString nameOf(BoardFault fault);
[[nodiscard]] QString nameOf(PaperState paper);
[[nodiscard]] std::optional<ReaderFault> readerFaultNamed(const QString &name);
[[nodiscard]] std::optional<PrinterFault> printerFaultNamed(const QString &name);
[[nodiscard]] std::optional<BoardFault> boardFaultNamed(const QString &name);
[[nodiscard]] std::optional<PaperState> paperStateNamed(const QString &name);
[[nodiscard]] std::optional<PrinterRom> printerRomNamed(const QString &name);

} // namespace tongban::drivers::emulator
