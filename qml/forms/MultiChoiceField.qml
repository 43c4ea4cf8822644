// SPDX-License-Identifier: GPL-3.0-or-later
// Several answers among a few, as cards; another touch takes one away. The answer joins their values by commas.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls

PagedColumn {
    id: root
    required property FieldView field
    readonly property var picked: field.value === "" ? [] : field.value.split(",")
    maximumHeight: field.room

    Repeater {
        model: root.field.choices
        ChoiceCard {
            required property var modelData
            width: root.width
            title: modelData.label
            hint: modelData.hint ?? ""
            sign: modelData.icon ?? ""
            checked: root.picked.includes(modelData.value)
            onClicked: root.field.answer((checked ? root.picked.filter(one => one !== modelData.value)
                                                  : root.picked.concat(modelData.value)).join(","))
        }
    }
}
