// SPDX-License-Identifier: GPL-3.0-or-later
// AIM symbology identifiers (ISO/IEC 15424): "]", a code character that names the symbology, and a modifier that says
// how the reader treated the symbol. A reader puts them before the data, or in fields of their own (HID POS).
#pragma once

#include "app/core/domain/scanned_code.h"

#include <QByteArray>

#include <optional>

namespace tongban::drivers::codec {

struct AimIdentifier
{
    char code = 0;     // e.g. 'Q'
    char modifier = 0; // e.g. '1'; 0-9, A-Z, a-z
    domain::Symbology symbology = domain::Symbology::Unknown;
    bool escapesEci = false; // backslashes come doubled, "\nnnnnn" is an ECI designator

    [[nodiscard]] bool operator==(const AimIdentifier &) const = default;
};

constexpr qsizetype aimIdentifierLength = 3;

// The identifier at the beginning of `bytes`. Nothing when no identifier of the standard's table stands there. Code
// characters of the table that the kiosk has no name for (Telepen, MaxiCode…) give Symbology::Unknown. UPC-A and UPC-E
// are reported as EAN: the standard gives all of them "]E0".
[[nodiscard]] std::optional<AimIdentifier> aimIdentifierOf(const QByteArray &bytes);

} // namespace tongban::drivers::codec
