// SPDX-License-Identifier: GPL-3.0-or-later
// One of the four verbs of the first page: 办 查 缴 取号. Full colour when it can be had here; pale, with the reason on it,
// when it cannot: pressing it then tells where else to go.
import QtQuick

Pressable {
    id: root
    required property string title
    required property string caption
    required property string sign
    required property color tone
    required property color tint
    property bool open: true

    readonly property color ink: open ? Theme.brandText : tone

    name: title
    explanation: caption
    implicitWidth: Theme.u(480)
    implicitHeight: Theme.u(300)

    Rectangle {
        anchors.fill: parent
        radius: Theme.u(28)
        color: root.open ? (root.pressed ? Theme.brandPressed : root.tone) : root.tint
        border.width: root.activeFocus || root.pressed ? Theme.strongLine : root.open ? 0 : Theme.hairline
        border.color: root.tone
    }
    Icon {
        id: icon
        visible: y > Theme.u(20)
        x: Theme.lead(Theme.u(32), width, root.width)
        y: heading.y - height > Theme.u(40) ? Theme.u(36) : heading.y - height
        sign: root.sign
        size: Theme.u(root.height - words.height - heading.height > Theme.u(150) ? 84 : 60)
        color: root.ink
    }
    HeadingText {
        id: heading
        anchors { left: parent.left; right: parent.right; bottom: words.top; leftMargin: Theme.u(32); rightMargin: Theme.half }
        text: root.title
        color: root.ink
        font.pixelSize: Theme.type(root.width < Theme.u(400) ? 46 : 54)
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.labelSize
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    LabelText {
        id: words
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.u(32); bottomMargin: Theme.u(24); rightMargin: Theme.gap }
        text: root.caption
        color: root.ink
        font.pixelSize: Theme.smallSize
        Accessible.ignored: true
    }
}
