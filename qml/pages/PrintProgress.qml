// SPDX-License-Identifier: GPL-3.0-or-later
// How the printing goes; when the printer's answer was lost only the person can know.
import QtQuick
import Tongban.Controls

Column {
    id: root
    property string paper: qsTr("回执") // what is being printed, in one word
    required property string phase // "printing" | "confirmed" | "asking" | "failed"
    required property int room     // height to live in
    signal paperSeen(bool cameOut)
    signal again()

    readonly property bool asking: phase === "asking"
    readonly property bool failed: phase === "failed"

    spacing: Theme.u(28)

    PrinterHint {
        width: Math.min(parent.width, implicitWidth)
        height: implicitHeight
        visible: root.room >= line.height + height + root.spacing + (root.asking || root.failed ? answers.height + root.spacing : 0)
        anchors.horizontalCenter: parent.horizontalCenter
        printed: root.phase === "confirmed"
        stopped: root.failed || root.asking
    }
    Row {
        id: line
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.gap
        BusyDots {
            visible: root.phase === "printing"
            anchors.verticalCenter: parent.verticalCenter
        }
        Icon {
            visible: root.phase === "confirmed"
            anchors.verticalCenter: parent.verticalCenter
            sign: "check_circle"
            size: Theme.type(56)
            color: Theme.success
        }
        HeadingText {
            text: root.phase === "confirmed" ? qsTr("打印好了，请取走")
                : root.phase === "printing" ? qsTr("正在打印%1").arg(root.paper)
                : root.asking ? qsTr("%1出来了吗？").arg(root.paper) : qsTr("%1还没打印").arg(root.paper)
            wrapMode: Text.NoWrap
        }
    }
    Row {
        id: answers
        visible: root.asking
        width: parent.width
        spacing: Theme.gap
        SecondaryButton {
            width: (parent.width - Theme.gap) / 2
            sign: "close"
            text: qsTr("没出来")
            onClicked: root.paperSeen(false)
        }
        SecondaryButton {
            width: (parent.width - Theme.gap) / 2
            sign: "check"
            text: qsTr("出来了")
            onClicked: root.paperSeen(true)
        }
    }
    SecondaryButton {
        visible: root.failed
        width: parent.width
        sign: "refresh"
        text: qsTr("再打一次")
        onClicked: root.again()
    }
}
