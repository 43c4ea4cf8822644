// SPDX-License-Identifier: GPL-3.0-or-later
// A HID device through Linux's hidraw (Documentation/hid/hidraw.rst): one read is one input report, which begins with
// its number when the device numbers its reports; one write is one output report.
#pragma once

#include "drivers/transport/node_transport.h"

namespace tongban::drivers::transport {

class HidrawTransport final : public NodeTransport
{
public:
    explicit HidrawTransport(NodeAddress address);

    // maxBytes: at least the length of the longest report; what is beyond it is lost.
    using NodeTransport::read;

    // The report descriptor (HIDIOCGRDESC), at most 4096 bytes.
    Result<QByteArray> selfDescription(Deadline deadline, std::stop_token stop) override;

protected:
    Result<void> accept(int fd) override;
};

} // namespace tongban::drivers::transport
