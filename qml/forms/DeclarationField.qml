// SPDX-License-Identifier: GPL-3.0-or-later
// A text to read, and one card that agrees to it. Nothing is agreed to beforehand.
import QtQuick
import Tongban.Controls

Column {
    id: root
    required property FieldView field
    spacing: Theme.gap

    Panel {
        width: parent.width
        height: words.height + 2 * Theme.u(40)
        BodyText {
            id: words
            x: Theme.u(40)
            y: Theme.u(40)
            width: parent.width - 2 * x
            text: root.field.text
        }
    }
    ChoiceCard {
        width: parent.width
        title: qsTr("我看过了，我同意")
        sign: "verified_user"
        checked: root.field.value === "agreed"
        onClicked: root.field.answer(checked ? "" : "agreed")
    }
}
