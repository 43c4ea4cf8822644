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
            case "date": return date
            case "idNumber": return idNumber
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
        DigitsField {
            label: root.label
            value: root.value
            error: root.error
            refusal: root.refusal
            refused: root.refused
            room: root.room
            onAnswered: value => root.answered(root.key, value)
        }
    }
    Component { // yyyy-MM-dd once all eight digits are there, the bare digits until then
        id: date
        DigitsField {
            label: root.label
            value: root.value.split("-").join("")
            error: root.error
            refusal: root.refusal
            refused: root.refused
            room: root.room
            prompt: qsTr("先按年，再按月和日，如 20240315")
            maxLength: 8
            firstGroup: 4
            secondGroup: 2
            gap: " - "
            onAnswered: value => root.answered(root.key, value.length < 8 ? value
                : value.slice(0, 4) + "-" + value.slice(4, 6) + "-" + value.slice(6))
        }
    }
    Component {
        id: idNumber
        DigitsField {
            label: root.label
            value: root.value
            error: root.error
            refusal: root.refusal
            refused: root.refused
            room: root.room
            extraKey: "X"
            maxLength: 18
            firstGroup: 6
            secondGroup: 8
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
