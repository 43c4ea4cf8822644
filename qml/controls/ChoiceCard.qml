// SPDX-License-Identifier: GPL-3.0-or-later
// One answer among a few. Chosen is shown by frame, ground and tick: never by colour alone.
import QtQuick

Pressable {
    id: root
    required property string title
    property string hint
    property string sign
    property bool further: false // no answer yet: it leads to more of them

    readonly property int start: Theme.u(40) + (sign === "" ? 0 : icon.width + Theme.u(40)) // of the words

    name: title
    explanation: hint
    checkable: !further
    implicitHeight: Math.max(Theme.u(hint === "" ? 132 : 172), words.height + 2 * Theme.gap)

    Panel {
        anchors.fill: parent
        color: root.checked || root.pressed ? Theme.brandTint : Theme.surface
        border.width: root.checked || root.activeFocus ? Theme.strongLine : Theme.hairline
        border.color: root.checked || root.activeFocus ? Theme.brand : Theme.line
    }
    Icon {
        id: icon
        visible: root.sign !== ""
        x: Theme.lead(Theme.u(40), width, root.width)
        anchors.verticalCenter: parent.verticalCenter
        sign: root.sign
        size: Theme.u(72)
        color: Theme.brand
    }
    Column {
        id: words
        x: Theme.lead(root.start, width, root.width)
        width: root.width - root.start - Theme.gap - mark.width - Theme.u(40)
        anchors.verticalCenter: parent.verticalCenter
        BodyText {
            width: parent.width
            text: root.title
            font.pixelSize: Theme.type(42)
            Accessible.ignored: true
        }
        LabelText {
            visible: root.hint !== ""
            width: parent.width
            text: root.hint
            Accessible.ignored: true
        }
    }
    Icon {
        visible: root.further
        anchors.centerIn: mark
        sign: "chevron_right"
        size: Theme.u(56)
        color: Theme.softInk
    }
    Rectangle {
        id: mark
        visible: !root.further
        x: Theme.lead(root.width - width - Theme.u(40), width, root.width)
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.u(56)
        height: width
        radius: root.several ? Theme.u(10) : width / 2
        color: root.checked ? Theme.brand : Theme.surface
        border.width: Theme.strongLine
        border.color: root.checked ? Theme.brand : Theme.strongEdge
        Icon {
            anchors.centerIn: parent
            visible: root.checked
            sign: "check"
            size: Theme.u(44)
            color: Theme.brandText
        }
    }
}
