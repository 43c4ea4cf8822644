// SPDX-License-Identifier: GPL-3.0-or-later
// The one action of a page.
import QtQuick

Pressable {
    id: root
    required property string text
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
        font: words.font
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
            width: Math.min(Math.ceil(measured.advanceWidth) + 1, root.width - (root.sign === "" ? 0 : icon.width + content.spacing) - 2 * Theme.gap)
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
        Icon {
            id: icon
            visible: root.sign !== ""
            anchors.verticalCenter: words.verticalCenter
            sign: root.sign
            size: Theme.type(44)
            color: words.color
        }
    }
}
