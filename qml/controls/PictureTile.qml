// SPDX-License-Identifier: GPL-3.0-or-later
// A wish that is a picture and a word: larger letters, dark screen, low controls, another language. Chosen is shown by
// frame and tick.
import QtQuick

Pressable {
    id: root
    required property string text
    required property string sign
    property bool flat: false // where height is dear the sign stands beside the word
    property color ink: Theme.ink
    property color ground: Theme.surface
    property color edge: Theme.line

    readonly property int iconSize: Theme.type(root.flat ? 44 : 56)

    name: text
    several: true
    implicitHeight: flat ? Math.max(Theme.touch, words.height + Theme.gap) : Theme.u(20) + iconSize + words.height + Theme.gap

    Rectangle {
        anchors.fill: parent
        radius: Theme.corner
        color: root.ground
        border.width: root.checked || root.activeFocus || root.pressed ? Theme.strongLine : Theme.hairline
        border.color: root.checked || root.activeFocus || root.pressed ? root.ink : root.edge
    }
    Icon {
        id: icon
        x: root.flat ? Theme.lead(Theme.u(20), width, root.width) : Math.round((root.width - width) / 2)
        y: root.flat ? Math.round((root.height - height) / 2) : Theme.u(16)
        sign: root.checked ? "check_circle" : root.sign
        size: root.iconSize
        color: root.ink
    }
    LabelText {
        id: words
        readonly property int start: root.flat ? Theme.u(32) + icon.width : Theme.half
        x: Theme.lead(start, width, root.width)
        y: root.flat ? Math.round((root.height - height) / 2) : icon.y + icon.height + Theme.u(4)
        width: root.width - start - Theme.half
        text: root.text
        horizontalAlignment: root.flat ? Text.AlignLeft : Text.AlignHCenter
        color: root.ink
        Accessible.ignored: true
    }
}
