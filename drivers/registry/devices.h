// SPDX-License-Identifier: GPL-3.0-or-later
// The devices of one terminal behind their ports.
#pragma once

#include "app/core/ports/camera.h"
#include "app/core/ports/code_scanner.h"
#include "app/core/ports/document_scanner.h"
#include "app/core/ports/id_card_reader.h"
#include "app/core/ports/io_board.h"
#include "app/core/ports/page_printer.h"
#include "app/core/ports/power_supply.h"
#include "app/core/ports/receipt_printer.h"
#include "app/core/ports/smart_card_reader.h"

#include <memory>

namespace tongban::drivers::registry {

struct Devices // null: no descriptor of that class; sites differ
{
    std::unique_ptr<ports::IdCardReader> idCardReader;
    std::unique_ptr<ports::SmartCardReader> smartCardReader;
    std::unique_ptr<ports::CodeScanner> codeScanner;
    std::unique_ptr<ports::Camera> camera;
    std::unique_ptr<ports::ReceiptPrinter> receiptPrinter;
    std::unique_ptr<ports::PagePrinter> pagePrinter;
    std::unique_ptr<ports::DocumentScanner> documentScanner;
    std::unique_ptr<ports::IoBoard> ioBoard;
    std::unique_ptr<ports::PowerSupply> powerSupply;

    // The device of a class as far as all devices are alike; null as above.
    [[nodiscard]] ports::Device *device(domain::DeviceClass deviceClass) const;
};

} // namespace tongban::drivers::registry
