// SPDX-License-Identifier: GPL-3.0-or-later
// Any number of answers among a few; each touch puts one in or takes it out.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls

PagedColumn {
    id: root
    required property FieldView field
    readonly property var chosen: field.value === "" || field.refused ? [] : field.value.split(",")
    maximumHeight: field.room

    // In the order of the choices, whatever the order of the touches: the same answer reads the same.
    function toggle(value: string): void {
        const wanted = root.chosen.includes(value) ? root.chosen.filter(v => v !== value) : [...root.chosen, value]
        root.field.answer(root.field.choices.map(c => c.value).filter(v => wanted.includes(v)).join(","))
    }

    NoticeLine {
        width: root.width
        height: root.field.error === "" || root.field.errorElsewhere ? 0 : implicitHeight
        sign: "error_outline"
        kind: NoticeLine.Warning
        text: root.field.error
    }
    Repeater {
        model: root.field.choices
        ChoiceCard {
            required property var modelData
            width: root.width
            title: modelData.label
            hint: modelData.hint ?? ""
            sign: modelData.icon ?? ""
            several: true
            checked: root.chosen.includes(modelData.value)
            onClicked: root.toggle(modelData.value)
        }
    }
    ChoiceCard {
        width: root.width
        height: root.field.refusal === "" ? 0 : implicitHeight
        enabled: root.field.refusal !== ""
        title: root.field.refusal
        sign: "do_not_disturb"
        checked: root.field.refused
        onClicked: root.field.answer(root.field.refused ? "" : root.field.refusal)
    }
}
