// SPDX-License-Identifier: GPL-3.0-or-later
// Words, where nothing else works: written above, the letters below; neither covers the other.
import QtQuick
import Tongban.Controls

Item {
    id: root
    required property FieldView field

    readonly property int padRoom: field.room > 0 ? field.room - sheet.height - Theme.gap - others : 0
    readonly property int others: field.refusal === "" ? 0 : none.height + Theme.gap

    implicitHeight: pad.y + pad.height + others

    Binding { target: root.field; property: "readFirst"; value: pad.y }
    Panel {
        id: sheet
        width: parent.width
        height: editor.height + 2 * Theme.half
        border.width: Theme.strongLine
        border.color: root.field.error !== "" ? Theme.seal : Theme.brand

        TextEdit {
            id: editor
            x: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 2 * Theme.gap
            height: Math.max(implicitHeight, Theme.touch)
            verticalAlignment: TextEdit.AlignVCenter
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            font.family: Theme.textFamily
            font.pixelSize: Theme.type(44)
            color: Theme.ink
            selectByMouse: false // nothing to copy, nothing to paste
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
            Accessible.role: Accessible.EditableText
            Accessible.name: root.field.label
            Accessible.description: text
            Component.onCompleted: {
                text = root.field.refused ? "" : root.field.value
                cursorPosition = length
                forceActiveFocus()
            }
            onTextChanged: {
                const line = text.replace(/\n/g, "")
                if (line !== text)
                    text = line
                else if (line !== root.field.value && !(root.field.refused && line === ""))
                    root.field.answer(line)
            }
            Keys.onReturnPressed: event => event.accepted = true
            Keys.onEnterPressed: event => event.accepted = true
        }
        BodyText {
            visible: editor.length === 0 && editor.preeditText === ""
            anchors.centerIn: parent
            text: root.field.refused ? root.field.refusal : qsTr("请按下面的拼音")
            color: Theme.softInk
            Accessible.ignored: true
        }
    }
    PinyinPad {
        id: pad
        y: sheet.height + Theme.gap
        width: parent.width
        room: root.padRoom
        hint: root.field.error !== "" ? root.field.error : root.field.hint
        hintWarns: root.field.error !== ""
        onTouched: editor.forceActiveFocus()
    }
    ChoiceCard {
        id: none
        visible: root.field.refusal !== ""
        enabled: root.field.refusal !== ""
        y: pad.y + pad.height + Theme.gap
        width: parent.width
        implicitHeight: Theme.u(104)
        title: root.field.refusal
        sign: "do_not_disturb"
        checked: root.field.refused
        onClicked: {
            editor.clear()
            root.field.answer(root.field.refused ? "" : root.field.refusal)
        }
    }
}
