// SPDX-License-Identifier: GPL-3.0-or-later
// The one action of a page.
import QtQuick

Pressable {
    id: root
    required property string text
    readonly property bool signed: sign !== "" && width >= Theme.u(280) // the word goes before its sign
    property string sign: "arrow_forward"

    name: text
    implicitWidth: Math.ceil(measured.advanceWidth) + icon.width + 5 * Theme.gap
    implicitHeight: Theme.u(132)

    Rectangle {
        anchors.fill: parent
        radius: Theme.corner
        color: !root.enabled ? Theme.ground : root.pressed ? Theme.brandPressed : Theme.brand
        border.width: root.enabled ? (root.activeFocus ? Theme.strongLine : 0) : Theme.hairline
        border.color: root.enabled ? Theme.ink : Theme.strongEdge
    }
    TextMetrics {
        id: measured
        font.family: Theme.textFamily
        font.weight: Font.Bold
        font.pixelSize: Theme.headingSize
        text: root.text
    }
    Row {
        id: content
        anchors.centerIn: parent
        spacing: Theme.gap
        HeadingText {
            id: words
            text: root.text
            color: root.enabled ? Theme.brandText : Theme.softInk
            readonly property real room: root.width - (root.signed ? icon.width + content.spacing : 0) - 2 * Theme.half
            width: Math.min(Math.ceil(measured.advanceWidth) + 1, room)
            // One line in a narrow bar, as far as it stays legible.
            font.pixelSize: Math.max(Theme.labelSize, Math.min(Theme.headingSize, Math.floor(Theme.headingSize * room / Math.max(1, measured.advanceWidth))))
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
        Icon {
            id: icon
            visible: root.signed
            anchors.verticalCenter: words.verticalCenter
            sign: root.sign
            size: Theme.type(44)
            color: words.color
        }
    }
}
