// SPDX-License-Identifier: GPL-3.0-or-later
// A number, key by key: telephone, ID number (with X), a date as year, month and day. The refusal ("我没有手机") is an answer as
// good as any.
import QtQuick
import Tongban.Controls

Item {
    id: root
    required property FieldView field
    required property string entry // digits typed so far
    property string prompt: qsTr("请按下面的数字")
    property string extraKey      // "X" on the pad of ID numbers
    property int maxLength: 11
    property int firstGroup: 3    // how the digits are set apart on the screen
    property int secondGroup: 4
    property string gap: " "
    property string suffix        // 元, 亩: stands behind the number
    signal typed(string text)

    readonly property int others: display.height + Theme.gap + problem.height + (field.refusal === "" ? 0 : none.height + Theme.gap)

    implicitHeight: others + pad.height

    function grouped(text: string): string {
        if (text.length > 11 && root.secondGroup === root.firstGroup) // a long number without a rhythm of its own
            return (text.match(new RegExp(".{1," + root.firstGroup + "}", "g")) ?? []).join(root.gap)
        const end = root.firstGroup + root.secondGroup
        return text.slice(0, root.firstGroup) + (text.length > root.firstGroup ? root.gap : "")
             + text.slice(root.firstGroup, end) + (text.length > end ? root.gap : "") + text.slice(end)
    }

    Panel {
        id: display
        width: parent.width
        height: Theme.type(72) + Theme.u(Theme.wide ? 28 : 56)
        border.width: Theme.strongLine
        border.color: root.field.error !== "" ? Theme.seal : Theme.brand
        Accessible.role: Accessible.StaticText
        Accessible.name: root.field.label + "：" + (root.entry === "" ? qsTr("还没有填") : root.entry)
        HeadingText {
            visible: root.entry !== ""
            anchors.centerIn: parent
            text: root.grouped(root.entry) + (root.suffix === "" ? "" : " " + root.suffix)
            font.pixelSize: Theme.type(64)
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        BodyText {
            visible: root.entry === ""
            anchors.centerIn: parent
            text: root.field.refused ? root.field.refusal : root.prompt
            color: Theme.softInk
            Accessible.ignored: true
        }
    }
    NoticeLine {
        id: problem
        y: display.height + Theme.half
        width: parent.width
        height: told ? implicitHeight + Theme.half : 0
        visible: told
        readonly property bool told: text !== "" && !root.field.errorElsewhere
        sign: "error_outline"
        kind: NoticeLine.Warning
        text: root.field.error !== "" ? root.field.error : root.field.warning
    }
    NumberPad {
        id: pad
        y: display.height + problem.height + Theme.gap
        width: parent.width
        keyHeight: root.field.room > 0 ? Math.max(Theme.touch, Math.min(Theme.u(148), (root.field.room - root.others - 3 * Theme.gap) / 4))
                                 : Theme.u(120)
        extraKey: root.extraKey
        onDigit: key => {
            if (root.entry.length < root.maxLength)
                root.typed(root.entry + key)
        }
        onBackspace: root.typed(root.entry.slice(0, -1))
        onClear: root.typed("")
    }
    ChoiceCard {
        id: none
        visible: root.field.refusal !== ""
        enabled: root.field.refusal !== ""
        y: pad.y + pad.height + Theme.gap
        width: parent.width
        implicitHeight: Theme.u(104)
        title: root.field.refusal
        sign: "do_not_disturb"
        checked: root.field.refused
        onClicked: root.typed(root.field.refused ? "" : root.field.refusal)
    }
}
