// SPDX-License-Identifier: GPL-3.0-or-later
// One answer among a few, as cards. More than fit the room come on the next leaf.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls

PagedColumn {
    id: root
    required property FieldView field
    maximumHeight: field.room

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
            hint: modelData.closed ?? modelData.hint ?? ""
            enabled: !modelData.closed
            sign: modelData.icon ?? ""
            checked: root.field.value === modelData.value
            onClicked: root.field.answer(modelData.value)
        }
    }
    ChoiceCard {
        width: root.width
        height: root.field.refusal === "" ? 0 : implicitHeight
        enabled: root.field.refusal !== ""
        title: root.field.refusal
        sign: "do_not_disturb"
        checked: root.field.refused
        onClicked: root.field.answer(root.field.refusal)
    }
}
