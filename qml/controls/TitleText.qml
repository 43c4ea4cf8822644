// SPDX-License-Identifier: GPL-3.0-or-later
// The one question of a page.
import QtQuick

Text {
    font.family: Theme.textFamily
    font.pixelSize: Theme.titleSize
    font.weight: Font.Bold
    color: Theme.ink
    wrapMode: Text.Wrap
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
