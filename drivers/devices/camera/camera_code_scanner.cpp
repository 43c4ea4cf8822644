// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/camera/camera_code_scanner.h"

#include "drivers/codec/code_text.h"

namespace tongban::drivers::devices {

Result<domain::ScannedCode> CameraCodeScanner::next(Deadline deadline, std::stop_token stop)
{
    const auto content = m_child.nextCode(deadline, stop);
    if (!content)
        return fail(content.error());
    return codec::decodePrefixedCode(codec::AimPrefix::Always, *content);
}

} // namespace tongban::drivers::devices
