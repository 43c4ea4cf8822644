// SPDX-License-Identifier: GPL-3.0-or-later
// A field of a form, drawn by its type. The types are a closed set (DOMAIN: FormSchema); each has a file of its own, loaded
// when it is asked.
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
    required property var choices // list of {value, label, hint, icon}
    required property string unit    // 亩
    required property string text    // what is declared
    required property string warning // the answer may stand and looks mistyped
    required property var rowFields // of a family: list of {key, label, type, choices, refusal, unit}, asked of each person
    required property int maximumRows
    property var rules // of a family: personError(key, question, value), personText(key, person as JSON)
    property var places // of regions: home(), above(code), under(code) → [{code, name, hasMore}], nameOf(code)
    property var phone // of a telephone: phase, secondsLeft, want()
    property string hint // the page's own sentence, for a field that has a place for it
    property int room: 0 // height to live in; 0 = as much as it likes
    property int readFirst: 0 // how much of its top is only read, not touched; of the field that is loaded
    property bool errorElsewhere: false // the page shows what is wrong
    property bool stepping: false // it asks several things one after the other: the page's 下一步 and 上一步 are its own
    property bool writing: type === "text" || type === "creditCode" // letters are asked for now: the page gives them room
    signal answered(string key, string value)
    property string stepError // what is wrong with the answer of the step that stands
    signal stepForward()
    signal stepBack()

    readonly property bool refused: refusal !== "" && displayValue === refusal

    function answer(text: string): void {
        root.answered(root.key, text)
    }
    function fileOf(kind: string): string {
        switch (kind) {
        case "bankAccount": return "BankAccountField.qml"
        case "choice": return "ChoiceField.qml"
        case "creditCode": return "CreditCodeField.qml"
        case "date": return "DateField.qml"
        case "declaration": return "DeclarationField.qml"
        case "family": return "FamilyField.qml"
        case "idNumber": return "IdNumberField.qml"
        case "money": return "MoneyField.qml"
        case "multiChoice": return "MultiChoiceField.qml"
        case "number": return "NumberField.qml"
        case "phoneCode": return "PhoneCodeField.qml"
        case "phone": return "PhoneField.qml"
        case "prefilled": return "PrefilledField.qml"
        case "region": return "RegionField.qml"
        default: return "TextField.qml"
        }
    }

    implicitHeight: loader.item?.implicitHeight ?? 0

    Loader {
        id: loader
        width: parent.width
        Component.onCompleted: setSource(Qt.resolvedUrl(root.fileOf(root.type)), { field: root })
    }
}
