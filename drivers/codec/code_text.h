// SPDX-License-Identifier: GPL-3.0-or-later
// From the bytes of a code to its text.
//
// Nothing in most codes says which encoding they are in. Chinese codes hold UTF-8 or GB18030 (of which GB 2312 and GBK
// are parts); bytes that are valid UTF-8 are practically never meant as anything else, so that goes first. A leading
// byte order mark is dropped. Control characters are kept as they are: GS (U+001D) is what a reader sends for FNC1 and
// parts the fields of GS1 codes, LF parts the lines of a business card.
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/scanned_code.h"
#include "drivers/codec/aim_identifier.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace tongban::drivers::codec {

// Errors: CodeUnreadable (neither UTF-8 nor GB18030); the detail repeats nothing of the content.
[[nodiscard]] Result<QString> decodeCodeText(const QByteArray &bytes);

// A code whose symbology the reader told, or did not. Where the identifier says that ECI designators are escaped, each
// stretch is decoded as its designator says (AIM ECI assignments: 3 ISO 8859-1, 25 UTF-16BE, 26 UTF-8, 27 and 170
// ASCII, 29 and 32 GB18030); what stands before the first one as above. ScannedCode::bytes are those of the symbol,
// without escapes. CodeUnreadable also for a broken escape and an ECI that nobody here knows.
[[nodiscard]] Result<domain::ScannedCode> decodeCode(const std::optional<AimIdentifier> &aim, const QByteArray &bytes);

// Whether a stream of characters begins with an AIM identifier: that is a setting of the scanner.
enum class AimPrefix {
    Auto,   // taken for one when it is one; a code that begins with "]Q1" itself would lose that
    Always, // its absence is CodeUnreadable: the scanner's setting got lost, or the code was cut
    Never,
};

[[nodiscard]] Result<domain::ScannedCode> decodePrefixedCode(AimPrefix prefix, const QByteArray &bytes);

} // namespace tongban::drivers::codec
