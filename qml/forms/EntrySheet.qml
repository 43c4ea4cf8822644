// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed so far, large; before that, what to do.
import QtQuick
import Tongban.Controls

Panel {
    id: root
    required property FieldView field
    required property string entry
    required property string shown // the entry as it is set apart for the eye
    required property string prompt
    property string behind // the unit

    height: Theme.type(72) + Theme.u(Theme.wide ? 28 : 56)
    border.width: Theme.strongLine
    border.color: root.field.error !== "" ? Theme.seal : Theme.brand
    Accessible.role: Accessible.StaticText
    Accessible.description: root.entry === "" ? (root.field.refused ? root.field.refusal : root.prompt) : root.shown
    Accessible.name: root.field.label + "：" + (root.entry === "" ? qsTr("还没有填") : root.entry + root.behind)

    Row {
        visible: root.entry !== ""
        anchors.centerIn: parent
        spacing: Theme.half
        HeadingText {
            id: digits
            text: root.shown
            // a digit is 0.6 of its height wide
            font.pixelSize: Math.max(Theme.labelSize, Math.min(Theme.type(64), Math.floor((root.width - 2 * Theme.gap - (unit.visible ? unit.width + Theme.half : 0))
                                                                                         / (0.6 * Math.max(1, root.shown.length)))))
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        BodyText {
            id: unit
            visible: text !== ""
            wrapMode: Text.NoWrap
            anchors.baseline: digits.baseline
            text: root.behind
            Accessible.ignored: true
        }
    }
    BodyText {
        visible: root.entry === ""
        anchors.centerIn: parent
        text: root.field.refused ? root.field.refusal : root.prompt
        color: Theme.softInk
        Accessible.ignored: true
    }
}
