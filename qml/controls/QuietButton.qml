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
    property bool dense: false  // width is dear: letters of the standard mode
    readonly property int lineWidth: Math.ceil(measured.advanceWidth) + (dense ? Theme.u(36) : Theme.type(40)) + 3 * Theme.half // beside its sign

    name: text
    implicitWidth: Theme.u(232)
    implicitHeight: stacked ? Theme.u(76) + words.height : Math.max(Theme.touch, words.height + 2 * Theme.half)

    TextMetrics {
        id: measured
        font.family: Theme.textFamily
        font.pixelSize: root.dense ? Theme.u(29) : Theme.labelSize
        text: root.text
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.corner
        color: root.pressed ? Theme.brandTint : root.tinted ? Theme.ground : Theme.surface
        border.width: root.activeFocus ? Theme.strongLine : root.tinted ? 0 : Theme.hairline
        border.color: root.activeFocus ? Theme.brand : Theme.line
    }
    Icon {
        id: icon
        readonly property int start: Math.round((root.width - width - Theme.half - words.width) / 2)
        x: root.stacked ? Math.round((root.width - width) / 2) : Theme.lead(start, width, root.width)
        y: root.stacked ? Theme.u(16) : Math.round((root.height - height) / 2)
        sign: root.sign
        size: root.dense ? Theme.u(36) : Theme.type(root.stacked ? 44 : 40)
    }
    LabelText {
        id: words
        x: root.stacked ? Math.round((root.width - width) / 2) : Theme.lead(icon.start + icon.width + Theme.half, width, root.width)
        width: root.stacked ? root.width - Theme.u(4) : Math.ceil(measured.advanceWidth) + 1
        horizontalAlignment: Text.AlignHCenter
        y: root.stacked ? icon.y + icon.height + Math.round((root.height - icon.y - icon.height - height) / 2) : Math.round((root.height - height) / 2)
        text: root.text
        color: Theme.ink
        font.pixelSize: root.dense ? Theme.u(29) : root.stacked && !root.tinted ? Theme.smallSize : Theme.labelSize
        wrapMode: root.stacked ? Text.Wrap : Text.NoWrap
        Accessible.ignored: true
    }
}
