// SPDX-License-Identifier: GPL-3.0-or-later
// One of five answers of GB/T 39734, face and words.
import QtQuick

Pressable {
    id: root
    required property string text
    required property string sign
    property color tone: Theme.brand

    name: text
    implicitHeight: Math.max(Theme.u(136), words.height + Theme.gap)

    Panel {
        anchors.fill: parent
        color: root.pressed ? Theme.brandTint : Theme.surface
        border.width: root.pressed || root.activeFocus ? Theme.strongLine : Theme.hairline
        border.color: root.pressed || root.activeFocus ? Theme.brand : Theme.line
    }
    Icon {
        id: icon
        x: Theme.lead(Theme.u(48), width, root.width)
        anchors.verticalCenter: parent.verticalCenter
        sign: root.sign
        size: Theme.u(88)
        color: root.tone
    }
    BodyText {
        id: words
        anchors { left: icon.right; leftMargin: Theme.u(44); right: parent.right; verticalCenter: parent.verticalCenter }
        text: root.text
        font.pixelSize: Theme.type(44)
        Accessible.ignored: true
    }
}
