// SPDX-License-Identifier: GPL-3.0-or-later
// 材料清单 on paper: how the printing goes, and where to go with it. Nobody has logged in; nothing is lost with the paper.
import QtQuick
import Tongban.Controls

KioskPage {
    id: root
    readonly property bool trouble: kiosk.trouble.active

    coveredByTrouble: false
    leavesForLater: trouble
    canGoBack: trouble
    backText: qsTr("不打了")
    backSign: "close"
    primarySign: trouble ? "refresh" : "check"
    subtitle: trouble ? "" : kiosk.subtitle
    bodyUsed: content.height
    aside: [
        NoticeLine {
            width: parent.width
            sign: "schedule"
            text: qsTr("%1：%2").arg(root.kiosk.hallName).arg(root.kiosk.hours)
        },
        NoticeLine {
            width: parent.width
            sign: "call"
            text: root.kiosk.hallPhone
        }
    ]

    Column {
        id: content
        width: root.bodyWidth
        spacing: Theme.u(28)
        HeadingText {
            id: item
            width: parent.width
            text: root.kiosk.itemName
        }
        TroubleCard {
            visible: root.trouble
            width: parent.width
            title: root.kiosk.trouble.title
            body: root.kiosk.trouble.body
            kept: root.kiosk.trouble.kept
            nextStep: root.kiosk.trouble.nextStep
        }
        PrintProgress {
            visible: !root.trouble
            width: parent.width
            paper: qsTr("清单")
            phase: root.kiosk.receipt.phase
            room: root.bodyHeight - item.height - content.spacing
            onPaperSeen: cameOut => root.kiosk.paperCameOut(cameOut)
            onAgain: root.kiosk.tryAgain()
        }
    }
}
