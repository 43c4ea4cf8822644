// SPDX-License-Identifier: GPL-3.0-or-later
// A scanner that pretends to be a keyboard. Its event node is grabbed as long as it is open, so that its keys reach the
// kiosk here and never the screen. It types ASCII only (codec/key_map.h): where codes hold Chinese, set the scanner to
// HID POS or to a serial port.
#pragma once

#include "app/core/ports/code_scanner.h"
#include "drivers/codec/key_map.h"
#include "drivers/devices/code_scanner/code_scanner_options.h"
#include "drivers/transport/transport.h"

#include <memory>

namespace tongban::drivers::devices {

class KeyboardWedge final : public ports::CodeScanner // all calls on the scanner's Lane
{
public:
    KeyboardWedge(std::unique_ptr<transport::Transport> transport, KeyboardWedgeOptions options);

    Result<domain::ScannedCode> next(Deadline deadline, std::stop_token stop) override;
    // That it is there, can type and is ours alone.
    Result<void> probe(Deadline deadline, std::stop_token stop) override;
    void close() override { m_transport->close(); }

private:
    Result<domain::ScannedCode> read(Deadline deadline, const std::stop_token &stop);
    Result<domain::ScannedCode> decode(const QByteArray &typed);

    std::unique_ptr<transport::Transport> m_transport;
    KeyboardWedgeOptions m_options;
    codec::KeyMap m_keys;
};

} // namespace tongban::drivers::devices
