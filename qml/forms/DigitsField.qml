// SPDX-License-Identifier: GPL-3.0-or-later
// A number, key by key: telephone, ID number (with X), a date as year, month and day. The refusal ("我没有手机") is an answer as
// good as any.
import QtQuick
import Tongban.Controls

Item {
    id: root
    required property string label
    required property string value   // as typed so far
    required property string error
    required property string refusal // label; empty = none
    required property bool refused
    property string prompt: qsTr("请按下面的数字")
    property string extraKey      // "X" on the pad of ID numbers
    property int maxLength: 11
    property int firstGroup: 3    // how the digits are set apart on the screen
    property int secondGroup: 4
    property string gap: " "
    property int room: 0 // height to live in; 0 = as much as it likes
    signal answered(string value)

    readonly property string entry: refused ? "" : value
    readonly property int others: display.height + Theme.gap + problem.height + (refusal === "" ? 0 : none.height + Theme.gap)

    implicitHeight: others + pad.height
    height: implicitHeight

    function grouped(text: string): string {
        const end = root.firstGroup + root.secondGroup
        return text.slice(0, root.firstGroup) + (text.length > root.firstGroup ? root.gap : "")
             + text.slice(root.firstGroup, end) + (text.length > end ? root.gap : "") + text.slice(end)
    }

    Panel {
        id: display
        width: parent.width
        height: Theme.type(72) + Theme.u(56)
        border.width: Theme.strongLine
        border.color: root.error !== "" ? Theme.seal : Theme.brand
        Accessible.role: Accessible.StaticText
        Accessible.name: root.label + "：" + (root.entry === "" ? qsTr("还没有填") : root.entry)
        HeadingText {
            visible: root.entry !== ""
            anchors.centerIn: parent
            text: root.grouped(root.entry)
            font.pixelSize: Theme.type(64)
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        BodyText {
            visible: root.entry === ""
            anchors.centerIn: parent
            text: root.refused ? root.refusal : root.prompt
            color: Theme.softInk
            Accessible.ignored: true
        }
    }
    NoticeLine {
        id: problem
        y: display.height + Theme.half
        width: parent.width
        height: root.error === "" ? 0 : implicitHeight + Theme.half
        visible: root.error !== ""
        sign: "error_outline"
        kind: NoticeLine.Warning
        text: root.error
    }
    NumberPad {
        id: pad
        y: display.height + problem.height + Theme.gap
        width: parent.width
        keyHeight: root.room > 0 ? Math.max(Theme.touch, Math.min(Theme.u(148), (root.room - root.others - 3 * Theme.gap) / 4))
                                 : Theme.u(120)
        extraKey: root.extraKey
        onDigit: key => {
            if (root.entry.length < root.maxLength)
                root.answered(root.entry + key)
        }
        onBackspace: root.answered(root.entry.slice(0, -1))
        onClear: root.answered("")
    }
    ChoiceCard {
        id: none
        visible: root.refusal !== ""
        enabled: visible
        y: pad.y + pad.height + Theme.gap
        width: parent.width
        implicitHeight: Theme.u(120)
        title: root.refusal
        sign: "do_not_disturb"
        checked: root.refused
        onClicked: root.answered(root.refused ? "" : root.refusal)
    }
}
