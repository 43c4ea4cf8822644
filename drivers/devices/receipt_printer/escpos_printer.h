// SPDX-License-Identifier: GPL-3.0-or-later
// ESC/POS receipt printer (DEVICES §2) over any transport.
//
//   status       DLE EOT 1…4, nothing is printed while it is not clean
//   settle       GS r 1 and its answer: the buffer is empty, no late answer of an earlier job is on its way
//   document     in chunks
//   confirm      GS r 1; its answer comes in order, so everything before it is on paper
#pragma once

#include "app/core/ports/receipt_printer.h"
#include "drivers/codec/escpos_status.h"
#include "drivers/devices/receipt_printer/escpos_options.h"
#include "drivers/transport/transport.h"

#include <functional>
#include <memory>

namespace tongban::drivers::devices {

class EscposPrinter final : public ports::ReceiptPrinter // all calls on the printer's Lane
{
public:
    EscposPrinter(std::unique_ptr<transport::Transport> transport, EscposOptions options);

    Result<ports::PrinterStatus> status(Deadline deadline, std::stop_token stop) override;
    Result<ports::PrintOutcome> print(const domain::ReceiptDocument &document, Deadline deadline,
                                      std::stop_token stop) override;
    Result<void> probe(Deadline deadline, std::stop_token stop) override; // real-time status
    void close() override { m_transport->close(); }

private:
    Result<codec::EscposStatus> askStatus(Deadline deadline, const std::stop_token &stop);
    Result<void> settle(Deadline deadline, const std::stop_token &stop);
    Result<void> send(const QByteArray &job, Deadline deadline, const std::stop_token &stop);
    Result<ports::PrintOutcome> confirm(Deadline deadline, const std::stop_token &stop);

    // The first byte that `wanted` accepts. DeviceSilent when nothing came, ProtocolViolation when only other bytes
    // did.
    Result<quint8> awaitByte(const std::function<bool(quint8)> &wanted, Deadline deadline, const std::stop_token &stop);

    std::unique_ptr<transport::Transport> m_transport;
    EscposOptions m_options;
};

} // namespace tongban::drivers::devices
