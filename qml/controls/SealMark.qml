// SPDX-License-Identifier: GPL-3.0-or-later
// The mark of the house, like a seal: vermilion, two characters.
import QtQuick

Rectangle {
    id: root
    required property int size

    width: size
    height: size
    radius: size * 0.16
    color: Theme.mark
    border.width: Math.max(2, size * 0.03)
    border.color: Theme.heroText
    Accessible.ignored: true

    HeadingText {
        anchors.centerIn: parent
        text: "通办"
        color: Theme.heroText
        font.pixelSize: root.size * 0.38
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
