// SPDX-License-Identifier: GPL-3.0-or-later
// One answer among a few, as cards. More than fit the room come on the next leaf.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls

PagedColumn {
    id: root
    required property var choices // list of {value, label, hint, icon}
    required property string value
    required property string refusal
    required property bool refused
    signal answered(string value)

    Repeater {
        model: root.choices
        ChoiceCard {
            required property var modelData
            width: root.width
            title: modelData.label
            hint: modelData.hint ?? ""
            sign: modelData.icon ?? ""
            checked: root.value === modelData.value
            onClicked: root.answered(modelData.value)
        }
    }
    ChoiceCard {
        width: root.width
        height: root.refusal === "" ? 0 : implicitHeight
        enabled: root.refusal !== ""
        title: root.refusal
        sign: "do_not_disturb"
        checked: root.refused
        onClicked: root.answered(root.refusal)
    }
}
