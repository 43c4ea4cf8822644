// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/scanned_code.h"

namespace tongban::domain {

const char *nameOf(Symbology symbology)
{
    switch (symbology) {
#define TONGBAN_NAME(s)                                                                                                \
    case Symbology::s:                                                                                                 \
        return #s;
        TONGBAN_NAME(Unknown)
        TONGBAN_NAME(QrCode)
        TONGBAN_NAME(DataMatrix)
        TONGBAN_NAME(Pdf417)
        TONGBAN_NAME(Aztec)
        TONGBAN_NAME(Code128)
        TONGBAN_NAME(Code39)
        TONGBAN_NAME(Code93)
        TONGBAN_NAME(Codabar)
        TONGBAN_NAME(Ean)
        TONGBAN_NAME(Upc)
        TONGBAN_NAME(Itf)
        TONGBAN_NAME(HanXin)
#undef TONGBAN_NAME
    }
    Q_UNREACHABLE();
}

} // namespace tongban::domain
