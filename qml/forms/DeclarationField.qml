// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence that one stands for, and one touch that says so.
import QtQuick
import Tongban.Controls

Column {
    id: root
    required property FieldView field
    readonly property bool agreed: field.value === "agreed"
    spacing: Theme.gap

    Panel {
        width: parent.width
        height: words.height + 2 * Theme.gap
        BodyText {
            id: words
            x: Theme.gap
            y: Theme.gap
            width: parent.width - 2 * Theme.gap
            text: root.field.text
        }
    }
    ChoiceCard {
        width: parent.width
        title: qsTr("我看过了，我同意")
        sign: "verified_user"
        checked: root.agreed
        onClicked: root.field.answer(root.agreed ? "" : "agreed")
    }
    NoticeLine {
        visible: root.field.error !== "" && !root.field.errorElsewhere
        width: parent.width
        sign: "error_outline"
        kind: NoticeLine.Warning
        text: root.field.error
    }
}
