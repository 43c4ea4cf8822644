// SPDX-License-Identifier: GPL-3.0-or-later
// One material of the list, with the button that begins its scan.
import QtQuick
import Tongban.Controls

Panel {
    id: root
    required property string key
    required property string name
    required property string hint
    required property string state
    required property int pageCount
    property bool picture: false
    signal scan()

    readonly property bool done: root.state === "done"

    implicitHeight: words.height + 2 * Theme.u(40)
    border.color: done ? Theme.success : Theme.line
    border.width: done ? Theme.u(4) : Theme.hairline

    Column {
        id: words
        x: Theme.u(40)
        y: Theme.u(40)
        width: parent.width - 2 * x
        spacing: Theme.gap
        HeadingText {
            width: parent.width
            text: root.name
        }
        NoticeLine {
            width: parent.width
            sign: root.done ? "check_circle" : root.state === "optional" ? "info" : "document_scanner"
            kind: root.done ? NoticeLine.Good : NoticeLine.Warning
            text: root.done ? qsTr("已扫描 %1 页").arg(root.pageCount)
                : root.state === "optional" ? qsTr("有就扫描，没有也能办") : qsTr("还没有扫描")
        }
        BodyText {
            visible: !root.done && text !== ""
            width: parent.width
            text: root.hint
            color: Theme.softInk
        }
        SheetHint {
            width: Math.min(parent.width, implicitWidth)
            height: implicitHeight
            visible: root.picture && !root.done
            anchors.horizontalCenter: parent.horizontalCenter
        }
        SecondaryButton {
            width: parent.width
            sign: root.done ? "refresh" : "document_scanner"
            text: root.done ? qsTr("重新扫描") : qsTr("扫描")
            explanation: root.name
            inviting: !root.done
            onClicked: root.scan()
        }
    }
}
