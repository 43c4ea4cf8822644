// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a group or the name on a card.
import QtQuick

Text {
    font.family: Theme.textFamily
    font.pixelSize: Theme.headingSize
    font.weight: Font.Bold
    color: Theme.ink
    wrapMode: Text.Wrap
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
