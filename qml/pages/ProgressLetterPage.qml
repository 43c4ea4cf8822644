// SPDX-License-Identifier: GPL-3.0-or-later
// What the office wrote: everything that is wanted in one list, numbered, until when; read aloud as well.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls
import Tongban.View

KioskPage {
    id: root
    readonly property ProgressController progress: kiosk.progress

    primarySign: kiosk.trouble.active ? "refresh" : progress.canSupplement ? "document_scanner" : "check"
    backText: qsTr("上一步")
    bodyUsed: list.leaves > 1 ? bodyHeight : list.contentHeight
    aside: [
        NoticeLine {
            width: parent.width
            sign: "location_on"
            text: qsTr("%1 服务窗口，%2").arg(root.kiosk.hallName).arg(root.kiosk.hours)
        },
        NoticeLine {
            width: parent.width
            sign: "call"
            text: root.kiosk.hallPhone
        }
    ]

    PagedColumn {
        id: list
        width: root.bodyWidth
        height: root.bodyHeight
        // How the printing goes stands on the last leaf: it is turned to.
        readonly property string printing: root.progress.letterPrint
        onPrintingChanged: if (printing !== "") turning.start()
        Timer { // once its row stands
            id: turning
            interval: 0
            onTriggered: list.leaf = list.leaves - 1
        }
        HeadingText {
            width: parent?.width ?? 0
            text: root.progress.letterTitle
        }
        Repeater {
            model: root.progress.letter
            Panel {
                id: wanted
                required property int index
                required property string place
                required property string text
                width: parent?.width ?? 0
                height: words.height + 2 * Theme.gap
                Accessible.role: Accessible.StaticText
                Accessible.name: wanted.place !== "" ? qsTr("第 %1 项，%2：%3").arg(wanted.index + 1).arg(wanted.place).arg(wanted.text)
                                                     : qsTr("第 %1 项：%2").arg(wanted.index + 1).arg(wanted.text)
                HeadingText {
                    id: number
                    x: Theme.lead(Theme.u(40), width, wanted.width)
                    y: words.y
                    width: Theme.type(56)
                    text: wanted.index + 1
                    color: Theme.brand
                    Accessible.ignored: true
                }
                Column {
                    id: words
                    readonly property real start: Theme.u(40) + number.width + Theme.half
                    x: Theme.lead(start, width, wanted.width)
                    y: Theme.gap
                    width: wanted.width - start - Theme.u(40)
                    spacing: Theme.half
                    BodyText {
                        visible: wanted.place !== ""
                        width: parent.width
                        text: wanted.place
                        font.weight: Font.Bold
                        Accessible.ignored: true
                    }
                    BodyText {
                        width: parent.width
                        text: wanted.text
                        Accessible.ignored: true
                    }
                }
            }
        }
        SecondaryButton {
            width: parent?.width ?? 0
            height: root.progress.letterPrint === "" ? implicitHeight : 0
            sign: "print"
            text: qsTr("打印这封信")
            onClicked: root.progress.printLetter()
        }
        PrintProgress {
            width: parent?.width ?? 0
            height: root.progress.letterPrint !== "" ? implicitHeight : 0
            paper: qsTr("信")
            phase: root.progress.letterPrint
            room: 0
            onPaperSeen: cameOut => root.progress.paperCameOut(cameOut)
            onAgain: root.progress.printLetter()
        }
    }
}
