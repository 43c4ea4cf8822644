// SPDX-License-Identifier: GPL-3.0-or-later
// A bar code or QR code that somebody showed to a scanner.
#pragma once

#include "app/core/base/sensitive.h"

#include <QByteArray>
#include <QString>

namespace tongban::domain {

// ISO/IEC 15424 (AIM identifiers): the code character behind "]" tells the symbology.
enum class Symbology { Unknown, QrCode, DataMatrix, Pdf417, Aztec, Code128, Code39, Code93, Codabar, Ean, Upc, Itf, HanXin };

[[nodiscard]] const char *nameOf(Symbology symbology); // "QrCode"

struct ScannedCode
{
    Symbology symbology = Symbology::Unknown;
    Sensitive<QByteArray> bytes; // as the code holds them
    Secret text;                 // decoded: UTF-8 when the bytes are that, else GB18030
};

} // namespace tongban::domain
