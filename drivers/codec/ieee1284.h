// SPDX-License-Identifier: GPL-3.0-or-later
// The device id of a printer (IEEE 1284-2000 §7.6; USB printer class 1.1 §4.2.1, GET_DEVICE_ID): keys and values as
// "MFG:EPSON;CMD:ESC/POS;MDL:TM-T88V;CLS:PRINTER;", after two bytes of length (big-endian, themselves included) that
// some models leave out and some write little-endian.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace tongban::drivers::codec {

struct Ieee1284Id
{
    QString manufacturer;    // MFG or MANUFACTURER
    QString model;           // MDL or MODEL
    QString deviceClass;     // CLS or CLASS, upper case; empty: not told
    QStringList commandSets; // CMD or COMMAND SET, upper case

    // Class PRINTER; a model that tells no class is one when it names a command set.
    [[nodiscard]] bool isPrinter() const;
};

// Nothing when it holds not one key that the standard knows.
[[nodiscard]] std::optional<Ieee1284Id> parseIeee1284(const QByteArray &deviceId);

} // namespace tongban::drivers::codec
