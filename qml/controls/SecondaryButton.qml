// SPDX-License-Identifier: GPL-3.0-or-later
// The other way: back, again, another answer.
import QtQuick

Pressable {
    id: root
    required property string text
    property string sign
    property bool destructive: false
    property bool inviting: false // what the page waits for, where the primary action leads elsewhere

    readonly property color ink: destructive ? Theme.seal : inviting ? Theme.brand : Theme.ink

    name: text
    implicitWidth: content.width + 3 * Theme.gap
    implicitHeight: Theme.u(132)

    Rectangle {
        anchors.fill: parent
        radius: Theme.corner
        color: root.pressed !== root.inviting ? Theme.brandTint : Theme.surface
        border.width: root.activeFocus ? Theme.strongLine : Theme.u(3)
        border.color: root.activeFocus ? Theme.brand : root.ink
    }
    Row {
        id: content
        anchors.centerIn: parent
        spacing: Theme.half
        Icon {
            visible: root.sign !== ""
            anchors.verticalCenter: words.verticalCenter
            sign: root.sign
            size: Theme.type(42)
            color: root.ink
        }
        BodyText {
            id: words
            text: root.text
            color: root.ink
            wrapMode: Text.NoWrap
            font.pixelSize: Theme.type(40)
            Accessible.ignored: true
        }
    }
}
