// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

Text {
    font.family: Theme.textFamily
    font.pixelSize: Theme.labelSize
    color: Theme.softInk
    wrapMode: Text.Wrap
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
