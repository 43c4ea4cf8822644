// SPDX-License-Identifier: GPL-3.0-or-later
// The other way: back, again, another answer.
import QtQuick

Pressable {
    id: root
    required property string text
    property string sign
    property bool destructive: false
    property bool inviting: false // what the page waits for, where the primary action leads elsewhere

    readonly property color ink: !enabled ? Theme.softInk : destructive ? Theme.seal : inviting ? Theme.brand : Theme.ink

    name: text
    implicitWidth: Math.ceil(measured.advanceWidth) + (sign === "" ? 0 : icon.width + Theme.half) + 3 * Theme.gap
    readonly property int leastHeight: Math.ceil(words.implicitHeight) + Theme.half // some letters are taller than ours
    implicitHeight: Math.max(Theme.u(132), leastHeight)

    Rectangle {
        anchors.fill: parent
        radius: Theme.corner
        color: root.pressed !== root.inviting ? Theme.brandTint : Theme.surface
        border.width: root.activeFocus ? Theme.strongLine : Theme.u(3)
        border.color: root.activeFocus ? Theme.brand : root.enabled ? root.ink : Theme.strongEdge
    }
    TextMetrics {
        id: measured
        font: words.font
        text: root.text
    }
    Row {
        id: content
        anchors.centerIn: parent
        spacing: Theme.half
        Icon {
            id: icon
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
            width: Math.min(Math.ceil(measured.advanceWidth) + 1, root.width - (root.sign === "" ? 0 : icon.width + content.spacing) - 2 * Theme.half)
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.type(40)
            Accessible.ignored: true
        }
    }
}
