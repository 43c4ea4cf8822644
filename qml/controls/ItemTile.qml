// SPDX-License-Identifier: GPL-3.0-or-later
// An errand, ready to be chosen. `broad`: sign beside the name, for few errands or a list; else above it.
import QtQuick

Pressable {
    id: root
    required property string sign
    property string reason // why it cannot be had now; empty = it can
    property string mark   // what speaks for it, in a few words; a closed errand shows its reason instead
    property bool broad: false

    readonly property bool closed: reason !== ""

    explanation: closed ? reason : mark
    implicitWidth: Theme.u(312)
    implicitHeight: broad ? Math.max(Theme.u(116), words.height + Theme.gap) : Theme.u(112) + words.height + Theme.gap

    Panel {
        anchors.fill: parent
        color: root.pressed ? Theme.brandTint : Theme.surface
        border.width: root.activeFocus || root.pressed ? Theme.strongLine : Theme.hairline
        border.color: root.activeFocus || root.pressed ? Theme.brand : Theme.line
    }
    Icon {
        id: icon
        x: root.broad ? Theme.lead(Theme.u(32), width, root.width) : Math.round((root.width - width) / 2)
        y: root.broad ? Math.round((root.height - height) / 2) : Theme.u(28)
        sign: root.sign
        size: Theme.u(64)
        color: root.closed ? Theme.softInk : Theme.brand
    }
    Column {
        id: words
        readonly property int start: root.broad ? Theme.u(60) + icon.width : Theme.half
        x: Theme.lead(start, width, root.width)
        y: root.broad ? Math.round((root.height - height) / 2) : Theme.u(106)
        width: root.broad ? root.width - start - Theme.gap - arrow.width - Theme.u(28) : root.width - 2 * start
        BodyText {
            width: parent.width
            text: root.name
            font.pixelSize: Theme.type(root.broad ? 40 : 36)
            horizontalAlignment: root.broad ? Text.AlignLeft : Text.AlignHCenter
            Accessible.ignored: true
        }
        LabelText {
            visible: text !== ""
            width: parent.width
            text: root.closed ? root.reason : root.mark
            font.pixelSize: Theme.smallSize
            horizontalAlignment: root.broad ? Text.AlignLeft : Text.AlignHCenter
            Accessible.ignored: true
        }
    }
    Icon {
        id: arrow
        visible: root.broad
        x: Theme.lead(root.width - width - Theme.u(28), width, root.width)
        anchors.verticalCenter: parent.verticalCenter
        sign: root.closed ? "info" : "arrow_forward"
        size: Theme.u(48)
        color: Theme.softInk
    }
}
