// SPDX-License-Identifier: GPL-3.0-or-later
// A field of a form, drawn by its type. The types are a closed set (DOMAIN: FormSchema).
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: root
    required property string key
    required property string label
    required property string type
    required property string value
    required property string displayValue
    required property string error
    required property string refusal
    required property var choices
    property int room: 0 // height to live in; 0 = as much as it likes
    signal answered(string key, string value)

    readonly property bool refused: refusal !== "" && displayValue === refusal

    implicitHeight: loader.item?.implicitHeight ?? 0
    height: room > 0 ? Math.min(implicitHeight, room) : implicitHeight

    Loader {
        id: loader
        anchors.fill: parent
        sourceComponent: {
            switch (root.type) {
            case "choice": return choice
            case "phone": return phone
            case "prefilled": return prefilled
            default: return text
            }
        }
    }
    Component {
        id: choice
        ChoiceField {
            choices: root.choices
            value: root.value
            refusal: root.refusal
            refused: root.refused
            onAnswered: value => root.answered(root.key, value)
        }
    }
    Component {
        id: phone
        PhoneField {
            label: root.label
            value: root.value
            error: root.error
            refusal: root.refusal
            refused: root.refused
            room: root.room
            onAnswered: value => root.answered(root.key, value)
        }
    }
    Component {
        id: prefilled
        PrefilledField {
            label: root.label
            displayValue: root.displayValue
        }
    }
    Component {
        id: text
        TextField {
            label: root.label
            displayValue: root.displayValue
        }
    }
}
