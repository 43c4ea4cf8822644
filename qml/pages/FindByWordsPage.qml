// SPDX-License-Identifier: GPL-3.0-or-later
// 按拼音找: letters below, what they may mean above, from the first letter on. Characters may be chosen and need not be.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls
import Tongban.Forms
import Tongban.View

KioskPage {
    id: root
    readonly property FindController find: kiosk.find
    // Beside each other: seven letters abreast, or no row of keys would fit the height of a small screen.
    readonly property real padWidth: desk ? Math.max((bodyWidth - Theme.gap) / 2, 7 * Theme.touch + 6 * Theme.gap + 1) : bodyWidth

    // Who sits low has room for the letters or for what they found.
    readonly property bool oneAtATime: Theme.low && Theme.upright
    property bool listing: false

    writing: true
    readFirst: sheet.height + Theme.gap

    Panel {
        id: sheet
        x: Theme.lead(0, width, root.bodyWidth)
        width: root.desk ? root.bodyWidth - Theme.gap - root.padWidth : root.bodyWidth
        height: Theme.touch + Theme.gap
        border.width: Theme.strongLine
        border.color: Theme.brand
        TextEdit {
            id: editor
            x: Theme.gap
            width: parent.width - 2 * Theme.gap
            height: parent.height
            clip: true
            verticalAlignment: TextEdit.AlignVCenter
            textFormat: TextEdit.PlainText
            font.family: Theme.textFamily
            font.pixelSize: Theme.type(44)
            color: Theme.ink
            selectByMouse: false
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
            Accessible.role: Accessible.EditableText
            Accessible.name: root.title
            Accessible.description: text
            Component.onCompleted: forceActiveFocus()
            onTextChanged: root.find.ask(text + preeditText)
            onPreeditTextChanged: root.find.ask(text + preeditText)
            Keys.onReturnPressed: event => event.accepted = true
            Keys.onEnterPressed: event => event.accepted = true
        }
    }
    PagedColumn {
        id: list
        x: sheet.x
        visible: !root.oneAtATime || root.listing
        y: root.readFirst + (root.oneAtATime ? turn.height + Theme.gap : 0)
        width: sheet.width
        height: (root.desk || root.oneAtATime ? root.bodyHeight : pad.y - Theme.gap) - y
        NoticeLine {
            height: root.find.note === "" ? 0 : implicitHeight
            width: list.width
            sign: "search"
            text: root.find.note
        }
        Repeater {
            model: root.find.results
            ErrandTile {
                width: list.width
                broad: true
                onClicked: root.kiosk.chooseItem(code)
            }
        }
    }
    SecondaryButton {
        id: turn
        visible: root.oneAtATime
        enabled: visible && (root.listing || root.find.results.count > 0)
        y: root.readFirst
        width: root.bodyWidth
        height: Theme.touch
        text: root.listing ? qsTr("接着按拼音") : qsTr("看找到的 %1 项").arg(root.find.results.count)
        sign: root.listing ? "keyboard" : "search"
        onClicked: root.listing = !root.listing
    }
    PinyinPad {
        id: pad
        visible: !root.oneAtATime || !root.listing
        bare: Theme.low
        x: Theme.lead(root.bodyWidth - width, width, root.bodyWidth)
        y: root.desk && !Theme.low ? 0 : root.bodyHeight - height
        width: root.padWidth
        room: Theme.low ? root.bodyHeight - root.readFirst - (root.oneAtATime ? turn.height + Theme.gap : 0) : root.desk ? root.bodyHeight : Theme.elder ? Math.round(0.4 * root.bodyHeight) : 0
        onTouched: editor.forceActiveFocus()
    }
}
