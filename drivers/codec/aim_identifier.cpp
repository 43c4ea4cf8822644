// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/aim_identifier.h"

#include <QByteArrayView>

namespace tongban::drivers::codec {

namespace {

using domain::Symbology;

// ISO/IEC 15424, table 1. Nothing: no code character.
std::optional<Symbology> symbologyOf(char code)
{
    switch (code) {
    case 'A':
        return Symbology::Code39;
    case 'C':
        return Symbology::Code128;
    case 'E':
        return Symbology::Ean;
    case 'F':
        return Symbology::Codabar;
    case 'G':
        return Symbology::Code93;
    case 'I':
        return Symbology::Itf;
    case 'L':
        return Symbology::Pdf417;
    case 'Q':
        return Symbology::QrCode;
    case 'd':
        return Symbology::DataMatrix;
    case 'h':
        return Symbology::HanXin;
    case 'z':
        return Symbology::Aztec;
    default: // a char, no enumeration of ours
        break;
    }
    // Telepen, Code One, Code 11, Code 16K, MSI, Anker, Codablock, Plessey, 2 of 5 twice, Code 49, MaxiCode, other, not
    // a bar code, channel code, DataBar, OCR, PosiCode, SuperCode.
    return QByteArrayView("BDHKMNOPRSTUXZceops").contains(code) ? std::optional(Symbology::Unknown) : std::nullopt;
}

// The modifiers that say "ECI protocol implemented", in each symbology's own table.
bool escapesEci(char code, char modifier)
{
    const auto oneOf = [modifier](QByteArrayView modifiers) { return modifiers.contains(modifier); };
    switch (code) {
    case 'Q': // ISO/IEC 18004: 2, and 4 and 6 with FNC1
        return oneOf("246");
    case 'd': // ISO/IEC 16022: 4, and 5 and 6 with FNC1
        return oneOf("456");
    case 'L': // ISO/IEC 15438
        return oneOf("1");
    case 'z': // ISO/IEC 24778: 3 to 5, and 9 to B of a structured append
        return oneOf("3459AB");
    case 'h': // ISO/IEC 20830
        return oneOf("1");
    default:
        return false;
    }
}

bool isModifier(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

} // namespace

std::optional<AimIdentifier> aimIdentifierOf(const QByteArray &bytes)
{
    if (bytes.size() < aimIdentifierLength || bytes.at(0) != ']' || !isModifier(bytes.at(2)))
        return std::nullopt;
    const char code = bytes.at(1);
    const char modifier = bytes.at(2);
    const auto symbology = symbologyOf(code);
    if (!symbology)
        return std::nullopt;
    return AimIdentifier{code, modifier, *symbology, escapesEci(code, modifier)};
}

} // namespace tongban::drivers::codec
