// SPDX-License-Identifier: GPL-3.0-or-later
// Always there, never in the way: start over, say it again, call somebody. Sign beside the word, or above it on the
// first page.
import QtQuick

Pressable {
    id: root
    required property string text
    required property string sign
    property bool stacked: false
    property bool tinted: false // on white

    name: text
    implicitWidth: Theme.u(232)
    implicitHeight: stacked ? Theme.u(76) + words.height : Math.max(Theme.touch, words.height + 2 * Theme.half)

    Rectangle {
        anchors.fill: parent
        radius: Theme.corner
        color: root.pressed ? Theme.brandTint : root.tinted ? Theme.ground : Theme.surface
        border.width: root.activeFocus ? Theme.strongLine : root.tinted ? 0 : Theme.hairline
        border.color: root.activeFocus ? Theme.brand : Theme.line
    }
    Icon {
        id: icon
        x: root.stacked ? Math.round((root.width - width) / 2)
                        : Math.round((root.width - width - Theme.half - words.width) / 2)
        y: root.stacked ? Theme.u(16) : Math.round((root.height - height) / 2)
        sign: root.sign
        size: Theme.type(root.stacked ? 44 : 40)
    }
    LabelText {
        id: words
        x: root.stacked ? Math.round((root.width - width) / 2) : icon.x + icon.width + Theme.half
        y: root.stacked ? root.height - height - Theme.half : Math.round((root.height - height) / 2)
        text: root.text
        color: Theme.ink
        font.pixelSize: root.stacked && !root.tinted ? Theme.smallSize : Theme.labelSize
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
