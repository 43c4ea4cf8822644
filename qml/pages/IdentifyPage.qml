// SPDX-License-Identifier: GPL-3.0-or-later
// 刷证: the picture shows where the card goes; a card lifted too soon is a hint, not a wall.
import QtQuick
import Tongban.Controls

KioskPage {
    id: root
    coveredByTrouble: false
    property string promise: qsTr("只用来办这件事，离开时清除")
    aside: NoticeLine {
        width: parent.width
        sign: "gpp_good"
        kind: NoticeLine.Good
        text: root.promise
    }

    Column {
        width: root.bodyWidth
        anchors.verticalCenter: parent?.verticalCenter
        spacing: Theme.u(44)
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
            visible: !root.kiosk.trouble.active || root.bodyHeight > Theme.u(900)
            anchors.horizontalCenter: parent.horizontalCenter
            arrived: root.kiosk.holderName !== ""
        }
        Row {
            visible: !root.kiosk.trouble.active
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap
            BusyDots { anchors.verticalCenter: parent.verticalCenter }
            BodyText {
                text: root.kiosk.holderName !== "" ? qsTr("读到了，请稍等") : qsTr("正在等您的身份证")
                wrapMode: Text.NoWrap
            }
        }
    }
}
