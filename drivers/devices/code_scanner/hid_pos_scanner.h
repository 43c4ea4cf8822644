// SPDX-License-Identifier: GPL-3.0-or-later
// A USB bar code scanner of the HID point-of-sale class ("HID Point of Sale Usage Tables" 1.02). What its reports hold
// is read from its report descriptor at every opening: another model may have been plugged in meanwhile.
#pragma once

#include "app/core/ports/code_scanner.h"
#include "drivers/codec/hid_pos_report.h"
#include "drivers/devices/code_scanner/code_scanner_options.h"
#include "drivers/transport/transport.h"

#include <memory>

namespace tongban::drivers::devices {

class HidPosScanner final : public ports::CodeScanner // all calls on the scanner's Lane
{
public:
    HidPosScanner(std::unique_ptr<transport::Transport> transport, HidPosOptions options);

    Result<domain::ScannedCode> next(Deadline deadline, std::stop_token stop) override;
    // That it is there and describes itself as a bar code scanner; a scanner that sees no code says no more.
    Result<void> probe(Deadline deadline, std::stop_token stop) override;
    void close() override { m_transport->close(); }

private:
    Result<codec::HidPosLayout> openAndDescribe(Deadline deadline, const std::stop_token &stop);
    Result<domain::ScannedCode> read(Deadline deadline, const std::stop_token &stop);

    std::unique_ptr<transport::Transport> m_transport;
    HidPosOptions m_options;
};

} // namespace tongban::drivers::devices
