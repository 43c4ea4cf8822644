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

    implicitHeight: Math.max(tag.y + tag.height, words.y + words.height) + Theme.u(16)
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1：%2").arg(label).arg(value)

    LabelText {
        id: tag
        anchors.left: parent.left
        y: root.narrow ? Theme.half : Theme.u(18)
        width: Theme.type(196)
        text: root.label
        Accessible.ignored: true
    }
    BodyText {
        id: words
        readonly property int start: root.narrow ? 0 : tag.width + Theme.gap
        x: Theme.lead(start, width, root.width)
        y: root.narrow ? tag.y + tag.height : Theme.u(16)
        width: root.width - start - (root.verified ? mark.width + Theme.half : 0)
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
