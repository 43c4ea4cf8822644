// SPDX-License-Identifier: GPL-3.0-or-later
// 回执: the number, how the printing goes, and what comes next. Nobody is told that paper came out before it did.
import QtQuick
import Tongban.Controls
import Tongban.View

KioskPage {
    id: root
    readonly property ReceiptController receipt: kiosk.receipt
    readonly property bool trouble: kiosk.trouble.active
    readonly property bool together: receipt.cases.count > 0 // several cases of one form

    coveredByTrouble: false
    // Nobody must wait for a printer: the card prints the receipt another day.
    leavesForLater: trouble
    canGoBack: trouble
    backText: qsTr("改天再打")
    backSign: "schedule"
    subtitle: trouble ? "" : kiosk.subtitle
    bodyUsed: content.height
    aside: [
        TogetherPanel {
            visible: root.trouble && Theme.wide && root.together
            width: parent.width
            cases: root.receipt.cases
            brief: true
        },
        NumberPanel {
            visible: root.trouble && Theme.wide && !root.together
            width: parent.width
            label: root.receipt.supplement ? qsTr("补正编号") : qsTr("预受理编号")
            number: root.receipt.localNumber
            projectNumber: ""
            brief: true
        },
        NoticeLine {
            visible: !root.trouble && text !== ""
            width: parent.width
            sign: "event"
            text: root.together ? qsTr("每件什么时候办好、找谁问，都印在它的回执上。") : root.receipt.whenToReturn
        },
        NoticeLine {
            visible: !root.trouble && !root.together && text !== ""
            width: parent.width
            sign: "call"
            text: root.receipt.whomToCall
        }
    ]

    Column {
        id: content
        width: root.bodyWidth
        spacing: Theme.u(28)
        TogetherPanel {
            id: all
            visible: root.together && (!root.trouble || !Theme.wide)
            width: parent.width
            cases: root.receipt.cases
            brief: Theme.wide
        }
        NumberPanel {
            id: panel
            width: parent.width
            label: root.receipt.supplement ? qsTr("补正编号") : qsTr("预受理编号")
            number: root.receipt.localNumber
            projectNumber: root.receipt.projectNumber
            waiting: root.receipt.supplement ? qsTr("已经存好，会自己送到市里") : qsTr("已经存好，等受理部门给受理编号")
            visible: !root.together && (!root.trouble || !Theme.wide)
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
            paper: root.receipt.spare ? qsTr("副本") : qsTr("回执")
            phase: root.receipt.phase
            room: root.bodyHeight - (root.together ? all.height : panel.height) - content.spacing
                  - (another.visible ? another.height + content.spacing : 0)
            onPaperSeen: cameOut => root.kiosk.paperCameOut(cameOut)
            onAgain: root.kiosk.tryAgain()
        }
        SecondaryButton {
            id: another
            visible: !root.trouble && root.receipt.phase === "confirmed"
            width: parent.width
            sign: "content_copy"
            text: root.together ? (root.receipt.spare ? qsTr("每件再打一张副本") : qsTr("每件再打一张，给家里人"))
                : root.receipt.spare ? qsTr("再打一张副本") : qsTr("再打一张，给家里人")
            onClicked: root.kiosk.wantSpare()
        }
    }
}
