// SPDX-License-Identifier: GPL-3.0-or-later
// What a descriptor may say of the scanners of this folder (the object "options"); all optional. Misconfigured names
// the key.
#pragma once

#include "app/core/base/result.h"
#include "drivers/codec/code_frames.h"
#include "drivers/codec/code_text.h"

#include <QJsonObject>

#include <chrono>

namespace tongban::drivers::devices {

struct SerialCodeOptions
{
    codec::CodeEnding ending = codec::CodeEnding::Line;  // "ending": line, cr, lf, crlf, gap
    codec::AimPrefix aimPrefix = codec::AimPrefix::Auto; // "aimPrefix": auto, always, never
    std::chrono::milliseconds gap{50};                   // "gapMs": a pause this long ends a code, or shows it cut

    static Result<SerialCodeOptions> fromJson(const QJsonObject &json);
};

struct HidPosOptions
{
    std::chrono::milliseconds gap{500}; // "gapMs": until the next report of a code of several

    static Result<HidPosOptions> fromJson(const QJsonObject &json);
};

struct KeyboardWedgeOptions
{
    codec::AimPrefix aimPrefix = codec::AimPrefix::Auto; // "aimPrefix"
    std::chrono::milliseconds gap{50};                   // "gapMs": a pause this long ends a code without Enter

    static Result<KeyboardWedgeOptions> fromJson(const QJsonObject &json);
};

} // namespace tongban::drivers::devices
