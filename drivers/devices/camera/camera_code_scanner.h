// SPDX-License-Identifier: GPL-3.0-or-later
// A camera as a code scanner: tongban-camera decodes every picture while somebody asks. A camera has one user at a time;
// where a preview shares it with the scanner, one is closed before the other begins.
#pragma once

#include "app/core/ports/code_scanner.h"
#include "drivers/devices/camera/camera_child.h"

namespace tongban::drivers::devices {

class CameraCodeScanner final : public ports::CodeScanner // all calls on the scanner's Lane
{
public:
    CameraCodeScanner(CameraOptions options, QString program)
        : m_child(std::move(options), std::move(program), CameraMode::Codes)
    {}

    // A code must be wholly in a picture that was begun after this call. The stream runs on between two calls, so that
    // the second one sees at once; close() puts the lens out.
    Result<domain::ScannedCode> next(Deadline deadline, std::stop_token stop) override;
    Result<void> probe(Deadline deadline, std::stop_token stop) override { return m_child.probe(deadline, stop); }
    void close() override { m_child.close(); }

private:
    CameraChild m_child;
};

} // namespace tongban::drivers::devices
