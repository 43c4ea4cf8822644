// SPDX-License-Identifier: GPL-3.0-or-later
// A number, key by key: telephone, ID number (with X), a date as year, month and day, an account, an amount. The refusal ("我没有手机") is an answer as
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
    property var groups: [3, 4]   // how the digits are set apart on the screen; the rest is the last group
    property string behind        // the unit
    property string gap: " "
    property Component offer: null // what can be done with the answer as it stands; takes the place of the refusal
    property bool squat: false // the pad may be lower and wider
    signal typed(string text)

    readonly property bool refusable: field.refusal !== "" && offer === null
    readonly property int below: refusable ? none.height : offer !== null ? offered.height : 0
    readonly property int others: display.height + Theme.gap + problem.height + (below === 0 ? 0 : below + Theme.gap)

    implicitHeight: others + pad.height

    function grouped(text: string): string {
        let rest = text
        const parts = []
        for (const size of root.groups) {
            parts.push(rest.slice(0, size))
            rest = rest.slice(size)
        }
        return [...parts, rest].filter(part => part !== "").join(root.gap)
    }

    Binding { target: root.field; property: "readFirst"; value: pad.y }
    EntrySheet {
        id: display
        width: parent.width
        field: root.field
        entry: root.entry
        shown: root.grouped(root.entry)
        prompt: root.prompt
        behind: root.behind
    }
    NoticeLine {
        id: problem
        y: display.height + Theme.half
        width: parent.width
        readonly property string words: root.field.errorElsewhere ? "" : root.field.error !== "" ? root.field.error : root.field.warning
        height: words === "" ? 0 : implicitHeight + Theme.half
        visible: words !== ""
        sign: "error_outline"
        kind: NoticeLine.Warning
        text: words
    }
    NumberPad {
        id: pad
        y: display.height + problem.height + Theme.gap
        width: parent.width
        squat: root.squat
        keyHeight: root.field.room > 0 ? Math.max(Theme.touch, Math.min(Theme.u(148), (root.field.room - root.others - (pad.rowCount - 1) * Theme.gap) / pad.rowCount))
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
        visible: root.refusable
        enabled: root.refusable
        y: pad.y + pad.height + Theme.gap
        width: parent.width
        implicitHeight: Theme.u(104)
        title: root.field.refusal
        sign: "do_not_disturb"
        checked: root.field.refused
        onClicked: root.typed(root.field.refused ? "" : root.field.refusal)
    }
    Loader {
        id: offered
        active: root.offer !== null
        y: none.y
        width: parent.width
        height: active ? Math.max(none.implicitHeight, item?.implicitHeight ?? 0) : 0
        sourceComponent: root.offer
    }
}
