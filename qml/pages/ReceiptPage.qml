// SPDX-License-Identifier: GPL-3.0-or-later
// 回执: the number, how the printing goes, and what comes next. Nobody is told that paper came out before it did.
import QtQuick
import Tongban.Controls
import Tongban.View

KioskPage {
    id: root
    readonly property ReceiptController receipt: kiosk.receipt
    readonly property bool asking: receipt.phase === "asking"
    readonly property bool confirmed: receipt.phase === "confirmed"

    coveredByTrouble: false

    Column {
        id: content
        width: root.bodyWidth
        spacing: Theme.u(28)
        NumberPanel {
            width: parent.width
            label: qsTr("预受理编号")
            number: root.receipt.localNumber
            projectNumber: root.receipt.projectNumber
        }
        TroubleCard {
            visible: root.kiosk.trouble.active
            width: parent.width
            title: root.kiosk.trouble.title
            body: root.kiosk.trouble.body
            kept: root.kiosk.trouble.kept
            nextStep: root.kiosk.trouble.nextStep
        }
        PrintProgress {
            visible: !root.kiosk.trouble.active
            width: parent.width
            phase: root.receipt.phase
            room: root.bodyHeight - y - (advice.visible ? advice.height + content.spacing : 0)
            onPaperSeen: cameOut => root.kiosk.paperCameOut(cameOut)
        }
        Column {
            id: advice
            visible: !root.asking && !root.kiosk.trouble.active
            width: parent.width
            spacing: Theme.half
            NoticeLine {
                width: parent.width
                sign: "event"
                text: root.receipt.whenToReturn
            }
            NoticeLine {
                width: parent.width
                sign: "call"
                text: root.receipt.whomToCall
            }
        }
    }
}
