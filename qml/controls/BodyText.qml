// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

Text {
    font.family: Theme.textFamily
    font.pixelSize: Theme.bodySize
    color: Theme.ink
    wrapMode: Text.Wrap
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
