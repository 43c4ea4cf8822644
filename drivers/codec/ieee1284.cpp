// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/ieee1284.h"

namespace tongban::drivers::codec {
namespace {

bool isLengthPrefix(const QByteArray &id)
{
    if (id.size() < 2)
        return false;
    // A key begins with two letters; the high byte of a length below 8 KiB is none, on whichever side it stands.
    return static_cast<quint8>(id.at(0)) < 0x20 || static_cast<quint8>(id.at(1)) < 0x20;
}

// Values are ASCII by the standard; what is not is shown as '?', so that it can stand in a log.
QString printable(const QByteArray &bytes)
{
    QString text;
    for (const char byte : bytes.trimmed())
        text += byte >= 0x20 && byte < 0x7F ? QLatin1Char(byte) : QLatin1Char('?');
    return text;
}

} // namespace

bool Ieee1284Id::isPrinter() const
{
    return deviceClass.isEmpty() ? !commandSets.isEmpty() : deviceClass == QStringLiteral("PRINTER");
}

std::optional<Ieee1284Id> parseIeee1284(const QByteArray &deviceId)
{
    const QByteArray fields = isLengthPrefix(deviceId) ? deviceId.mid(2) : deviceId;
    Ieee1284Id id;
    bool knowsAKey = false;
    for (const QByteArray &field : fields.split(';')) {
        const qsizetype colon = field.indexOf(':');
        if (colon < 1)
            continue;
        const QByteArray key = field.left(colon).trimmed().toUpper();
        const QString value = printable(field.mid(colon + 1));
        const bool isManufacturer = key == "MFG" || key == "MANUFACTURER";
        const bool isModel = key == "MDL" || key == "MODEL";
        const bool isClass = key == "CLS" || key == "CLASS";
        const bool isCommands = key == "CMD" || key == "COMMAND SET";
        if (isManufacturer)
            id.manufacturer = value;
        if (isModel)
            id.model = value;
        if (isClass)
            id.deviceClass = value.toUpper();
        if (isCommands)
            id.commandSets = value.toUpper().split(u',', Qt::SkipEmptyParts);
        knowsAKey = knowsAKey || isManufacturer || isModel || isClass || isCommands;
    }
    return knowsAKey ? std::optional(id) : std::nullopt;
}

} // namespace tongban::drivers::codec
