// SPDX-License-Identifier: GPL-3.0-or-later
// 按手印的单子: how the printing goes, and what to do with the sheet.
import QtQuick
import Tongban.Controls

KioskPage {
    id: root
    readonly property bool trouble: kiosk.trouble.active
    readonly property bool out: kiosk.receipt.phase === "confirmed"

    coveredByTrouble: false
    backText: trouble ? qsTr("不打了") : qsTr("上一步")
    primarySign: trouble ? "refresh" : "document_scanner"
    subtitle: trouble ? "" : kiosk.subtitle
    bodyUsed: content.height
    aside: NoticeLine {
        width: parent.width
        visible: root.kiosk.helper.who !== ""
        sign: "people"
        text: qsTr("见证人：%1").arg(root.kiosk.helper.who)
    }

    Column {
        id: content
        width: root.bodyWidth
        spacing: Theme.u(28)
        TroubleCard {
            visible: root.trouble
            width: parent.width
            title: root.kiosk.trouble.title
            body: root.kiosk.trouble.body
            kept: root.kiosk.trouble.kept
            nextStep: root.kiosk.trouble.nextStep
        }
        PrintProgress {
            visible: !root.trouble && !root.out
            width: parent.width
            paper: qsTr("单子")
            phase: root.kiosk.receipt.phase
            room: root.bodyHeight
            onPaperSeen: cameOut => root.kiosk.paperCameOut(cameOut)
            onAgain: root.kiosk.tryAgain()
        }
        SheetHint {
            visible: root.out && height <= root.bodyHeight
            width: Math.min(parent.width, implicitWidth)
            height: implicitHeight
            anchors.horizontalCenter: parent.horizontalCenter
        }
    }
}
