// SPDX-License-Identifier: GPL-3.0-or-later
// 请%1刷身份证: another person of the case lays down their own card.
import QtQuick
import Tongban.Controls

KioskPage {
    id: root
    coveredByTrouble: false
    aside: NoticeLine {
        width: parent.width
        sign: "gpp_good"
        kind: NoticeLine.Good
        text: qsTr("只用来办这件事，离开时清除")
    }

    Column {
        width: root.bodyWidth
        anchors.verticalCenter: parent?.verticalCenter
        spacing: Theme.gap
        TroubleCard {
            visible: root.kiosk.trouble.active
            width: parent.width
            title: root.kiosk.trouble.title
            body: root.kiosk.trouble.body
            kept: root.kiosk.trouble.kept
            nextStep: root.kiosk.trouble.nextStep
        }
        CardHint {
            width: Math.min(parent.width, implicitWidth)
            height: implicitHeight
            visible: !root.kiosk.trouble.active
            anchors.horizontalCenter: parent.horizontalCenter
        }
        SecondaryButton {
            width: parent.width
            sign: "person_off"
            text: qsTr("没来，或者没带证")
            onClicked: root.kiosk.leave.absent()
        }
    }
}
