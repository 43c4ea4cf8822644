// SPDX-License-Identifier: GPL-3.0-or-later
// A label and what stands under it: read from the card (`verified`), answered or scanned.
import QtQuick

Item {
    id: root
    required property string label
    required property string value
    property bool verified: false
    property bool last: false

    readonly property bool narrow: width < Theme.type(560) // the label stands above, not beside

    implicitHeight: words.y + words.height + Theme.u(16)
    Accessible.role: Accessible.StaticText
    Accessible.name: label + "：" + value

    LabelText {
        id: tag
        y: root.narrow ? Theme.half : Theme.u(18)
        width: Theme.type(196)
        text: root.label
        Accessible.ignored: true
    }
    BodyText {
        id: words
        x: root.narrow ? 0 : tag.width + Theme.gap
        y: root.narrow ? tag.y + tag.height : Theme.u(16)
        width: root.width - x - (root.verified ? mark.width + Theme.half : 0)
        text: root.value
        wrapMode: Text.Wrap
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
