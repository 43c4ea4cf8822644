// SPDX-License-Identifier: GPL-3.0-or-later
// 刷证: the picture shows where the card goes; a card lifted too soon is a hint, not a wall.
import QtQuick
import Tongban.Controls

KioskPage {
    id: root
    coveredByTrouble: false
    property string promise: qsTr("只用来办这件事，离开时清除")
    readonly property bool mayBeHelped: kiosk.step === "Identify" && kiosk.holderName === "" // progress and helpers: by card
    aside: [
        NoticeLine {
            width: parent.width
            visible: !root.kiosk.trouble.active
            sign: "gpp_good"
            kind: NoticeLine.Good
            text: root.promise
        },
        NoticeLine {
            width: parent.width
            visible: root.kiosk.helper.who !== "" && !root.kiosk.trouble.active
            sign: "people"
            text: qsTr("帮忙的人：%1").arg(root.kiosk.helper.who)
        }
    ]

    Column {
        width: root.bodyWidth
        anchors.verticalCenter: parent?.verticalCenter
        spacing: root.mayBeHelped && root.bodyHeight < Theme.u(900) ? Theme.gap : Theme.u(44)
        TroubleCard {
            id: told
            visible: root.kiosk.trouble.active
            width: parent.width
            title: root.kiosk.trouble.title
            body: root.kiosk.trouble.body
            kept: root.kiosk.trouble.kept
            nextStep: root.kiosk.trouble.nextStep
        }
        CardHint {
            // Smaller rather than gone: what is left beside the words and the two ways.
            readonly property int room: root.bodyHeight - (waiting.visible ? waiting.height : told.height)
                                        - (ways.visible ? ways.height + parent.spacing : 0) - parent.spacing
            width: Math.min(parent.width, implicitWidth, Math.floor(room * 760 / 470))
            height: Math.round(width * 470 / 760)
            visible: width >= Theme.u(300)
            anchors.horizontalCenter: parent.horizontalCenter
            arrived: root.kiosk.holderName !== ""
        }
        Row {
            id: waiting
            visible: !root.kiosk.trouble.active
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap
            BusyDots { anchors.verticalCenter: parent.verticalCenter }
            BodyText {
                text: root.kiosk.holderName !== "" ? qsTr("读到了，请稍等") : qsTr("正在等您的身份证")
                wrapMode: Text.NoWrap
            }
        }
        Row {
            id: ways
            // In trouble, where there is no room, behind 再读一次.
            visible: root.mayBeHelped && (!told.visible || root.bodyHeight >= told.height + Theme.u(44 + 132))
            width: parent.width
            spacing: Theme.gap
            SecondaryButton {
                visible: root.kiosk.helper.who === ""
                width: visible ? (parent.width - Theme.gap) / 2 : 0
                height: parent.tallest
                sign: "people"
                text: qsTr("有人帮我办")
                onClicked: root.kiosk.helper.want()
            }
            SecondaryButton {
                width: root.kiosk.helper.who === "" ? (parent.width - Theme.gap) / 2 : parent.width
                height: parent.tallest
                sign: "help_outline"
                text: qsTr("没带身份证")
                onClicked: root.kiosk.helper.wantWithoutCard()
            }
            readonly property int tallest: Math.max(children[0].implicitHeight, children[1].implicitHeight)
        }
    }
}
