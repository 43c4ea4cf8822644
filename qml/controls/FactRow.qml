// SPDX-License-Identifier: GPL-3.0-or-later
// A label and what stands under it: read from the card (`verified`), answered or scanned.
import QtQuick

Item {
    id: root
    required property string label
    required property string value
    property bool verified: false
    property bool last: false

    implicitHeight: Math.max(words.height, tag.height) + Theme.u(32)
    Accessible.role: Accessible.StaticText
    Accessible.name: label + "：" + value

    LabelText {
        id: tag
        y: Theme.u(18)
        width: Theme.type(196)
        text: root.label
        Accessible.ignored: true
    }
    BodyText {
        id: words
        anchors { left: tag.right; leftMargin: Theme.gap; right: mark.visible ? mark.left : parent.right }
        y: Theme.u(16)
        text: root.value
        wrapMode: Text.WrapAnywhere
        Accessible.ignored: true
    }
    Icon {
        id: mark
        visible: root.verified
        anchors { right: parent.right; verticalCenter: words.verticalCenter }
        sign: "verified"
        size: Theme.type(40)
        color: Theme.success
    }
    Rectangle {
        visible: !root.last
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.hairline
        color: Theme.line
    }
}
