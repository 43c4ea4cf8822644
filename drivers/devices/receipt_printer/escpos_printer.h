// SPDX-License-Identifier: GPL-3.0-or-later
// ESC/POS receipt printer (DEVICES §2) over any transport.
//
//   status       DLE EOT 1…4, nothing is printed while it is not clean
//   settle       a question that is answered in order: the buffer is empty, no late answer of an earlier job is due
//   document     in chunks
//   confirm      the same question again; its answer comes in order, so everything before it is on paper
//
// A document is sent once. Whatever happens after its first byte, this driver never sends it again: a transient
// disconnect plus a retry has doubled prints elsewhere (DEVICES §2).
#pragma once

#include "app/core/ports/receipt_printer.h"
#include "drivers/devices/receipt_printer/escpos_conversation.h"

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
    void close() override { m_talk.close(); }

private:
    Result<void> makeReady(Deadline deadline, const std::stop_token &stop);
    Result<void> send(const QByteArray &job, Deadline deadline, const std::stop_token &stop);
    Result<void> confirm(Deadline deadline, const std::stop_token &stop);
    void clearBuffer(Deadline deadline, const std::stop_token &stop);

    EscposOptions m_options;
    EscposConversation m_talk;
    bool m_owesClear = false; // the rest of a job stands in a buffer that shall not go on by itself
};

} // namespace tongban::drivers::devices
