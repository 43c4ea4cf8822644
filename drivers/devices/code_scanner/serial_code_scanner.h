// SPDX-License-Identifier: GPL-3.0-or-later
// A bar code scanner on a serial line (RS-232, or USB as a CDC port): it sends what it reads as characters, with the
// suffix and the identifier that its settings say. It is never asked anything; the usual manuals give it no question
// that all models would answer.
#pragma once

#include "app/core/ports/code_scanner.h"
#include "drivers/devices/code_scanner/code_scanner_options.h"
#include "drivers/transport/transport.h"

#include <memory>

namespace tongban::drivers::devices {

class SerialCodeScanner final : public ports::CodeScanner // all calls on the scanner's Lane
{
public:
    SerialCodeScanner(std::unique_ptr<transport::Transport> transport, SerialCodeOptions options);

    Result<domain::ScannedCode> next(Deadline deadline, std::stop_token stop) override;
    // Only that the line is there: a scanner that sees no code says nothing.
    Result<void> probe(Deadline deadline, std::stop_token stop) override;
    void close() override { m_transport->close(); }

private:
    Result<domain::ScannedCode> read(Deadline deadline, const std::stop_token &stop);
    Result<domain::ScannedCode> decode(const QByteArray &frame, Deadline deadline, const std::stop_token &stop);
    Result<domain::ScannedCode> afterSilence(Deadline deadline);

    std::unique_ptr<transport::Transport> m_transport;
    SerialCodeOptions m_options;
    codec::CodeFrames m_frames;
};

} // namespace tongban::drivers::devices
