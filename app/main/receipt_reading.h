// SPDX-License-Identifier: GPL-3.0-or-later
// The code of a receipt, read back at the terminal: signed codes against the keys that the city's roster vouches for and this
// terminal's own, unsigned ones (a terminal without keys) as what they say; the store compares the digest with the case.
#pragma once

#include "app/core/domain/receipt_codes.h"
#include "app/core/ports/receipt_sealer.h"
#include "app/main/kiosk_config.h"
#include "offline/receipt/code_reader.h"

#include <functional>

namespace tongban::offline::store {
class OfflineStore;
}

namespace tongban::app {

// Errors: CodeUnreadable, SealBroken. Pure.
[[nodiscard]] Result<domain::ReceiptFacts> receiptFactsIn(const QByteArray &code, const offline::receipt::DeviceKeys &keys);

// For KioskPorts::sealer. Keys are read at the first receipt: the first page waits for no file, and a file that was put right is
// read again. Empty: the terminal holds none.
[[nodiscard]] std::function<Result<const ports::ReceiptSealer *>()> receiptSealer(const KioskConfig &config);

// For KioskPorts::readReceipt. store: on the store's lane, where it is called; null: not open, and no roster is known.
[[nodiscard]] std::function<Result<domain::ReceiptFacts>(const QByteArray &)>
receiptReader(const KioskConfig &config, std::function<offline::store::OfflineStore *()> store);

} // namespace tongban::app
