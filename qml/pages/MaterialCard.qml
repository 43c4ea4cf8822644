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
    required property string reason
    required property bool mayScan
    required property bool mayFollow
    property bool picture: false
    signal scan()
    signal missing()

    readonly property bool done: root.state === "done"
    readonly property bool wanted: root.state === "needed"
    // Nothing is wanted of the person: that is good news, and looks it.
    readonly property bool spared: state === "commitment" || state === "library" || state === "deferred" || state === "shared"

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
            sign: root.done ? "check_circle" : root.spared ? "thumb_up" : root.wanted ? "document_scanner" : "info"
            kind: root.done || root.spared ? NoticeLine.Good : NoticeLine.Warning
            text: root.done ? qsTr("已扫描 %1 页").arg(root.pageCount)
                : root.state === "optional" ? qsTr("有就扫描，没有也能办") : root.wanted && !root.mayFollow ? qsTr("还没有扫描") : root.reason
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
            visible: root.picture && root.mayScan && !root.done
            anchors.horizontalCenter: parent.horizontalCenter
        }
        Row {
            id: buttons
            visible: root.mayScan
            width: parent.width
            spacing: Theme.gap
            SecondaryButton {
                id: absent
                visible: root.wanted
                width: visible ? Math.max(implicitWidth, Math.round(buttons.width * 0.3)) : 0
                sign: "help_outline"
                text: qsTr("没带")
                explanation: root.name
                onClicked: root.missing()
            }
            SecondaryButton {
                width: buttons.width - (absent.visible ? absent.width + buttons.spacing : 0)
                sign: root.done ? "refresh" : "document_scanner"
                text: root.done ? qsTr("重新扫描") : qsTr("扫描")
                Accessible.name: root.done ? text + " " + root.name : text // several papers may be in
                explanation: root.name
                inviting: root.wanted
                onClicked: root.scan()
            }
        }
    }
}
