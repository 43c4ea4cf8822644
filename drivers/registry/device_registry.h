// SPDX-License-Identifier: GPL-3.0-or-later
// From descriptor files to devices behind their ports.
#pragma once

#include "app/core/base/result.h"
#include "app/core/ports/document_scanner.h"
#include "app/core/ports/id_card_reader.h"
#include "app/core/ports/receipt_printer.h"
#include "drivers/registry/descriptor.h"

#include <QStringList>

#include <memory>

namespace tongban::drivers::registry {

struct Devices // none is null
{
    std::unique_ptr<ports::IdCardReader> idCardReader;
    std::unique_ptr<ports::DocumentScanner> documentScanner;
    std::unique_ptr<ports::ReceiptPrinter> receiptPrinter;
};

// Reads the directories (see loadDescriptors) and builds one device of each class. Touches no device: each opens itself
// at its first use, on its own Lane, so that a dead one shows there and the terminal starts without it. Needs a
// QCoreApplication: the scan program is looked for beside it. Any thread.
// Misconfigured names the file and the key, a class without a device, or a class with two.
Result<Devices> openDevices(const QStringList &directories);

// Whether a driver takes this descriptor; Misconfigured as above.
Result<void> checkDescriptor(const Descriptor &descriptor);

} // namespace tongban::drivers::registry
