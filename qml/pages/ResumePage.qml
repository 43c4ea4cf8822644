// SPDX-License-Identifier: GPL-3.0-or-later
// 有一封信给您, first; then 上次没办完: go on, begin anew, or get the receipt that never came out.
import QtQuick
import Tongban.Controls

KioskPage {
    id: root
    primaryText: retry ? kiosk.trouble.actionText : ""

    LetterChoice {
        visible: root.kiosk.resume.hasLetter
        width: root.bodyWidth
        onRead: root.kiosk.readLetter()
        onLater: root.kiosk.leaveLetter()
    }
    PagedColumn {
        visible: !root.kiosk.resume.hasLetter
        width: root.bodyWidth
        height: root.bodyHeight
        ChoiceCard {
            width: parent.width
            height: root.kiosk.resume.hasDraft ? implicitHeight : 0
            enabled: root.kiosk.resume.hasDraft
            checkable: false
            title: qsTr("接着办：%1").arg(root.kiosk.resume.itemName)
            hint: qsTr("%1 填到一半，都还在").arg(root.kiosk.resume.startedText)
            sign: "history"
            onClicked: root.kiosk.continueDraft()
        }
        ChoiceCard {
            width: parent.width
            height: root.kiosk.resume.hasReceipt ? implicitHeight : 0
            enabled: root.kiosk.resume.hasReceipt
            checkable: false
            title: qsTr("打印回执：%1").arg(root.kiosk.resume.itemName)
            hint: qsTr("已经提交，回执可能没有打出来")
            sign: "receipt_long"
            onClicked: root.kiosk.wantReceipt()
        }
        ChoiceCard {
            width: parent.width
            checkable: false
            title: qsTr("重新填一份")
            hint: root.kiosk.resume.hasDraft && !root.kiosk.resume.isSupplement ? qsTr("上次填的会删掉") : qsTr("另外再办一件")
            sign: "edit"
            onClicked: root.kiosk.abandonDraft()
        }
    }
}
