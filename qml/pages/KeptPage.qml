// SPDX-License-Identifier: GPL-3.0-or-later
// 改天再来: put away; what to bring next time, and until when.
import QtQuick
import Tongban.Controls

KioskPage {
    id: root
    primarySign: "check"

    Column {
        width: root.bodyWidth
        anchors.verticalCenter: parent?.verticalCenter
        spacing: Theme.u(40)
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.u(Theme.wide ? 180 : 240)
            height: width
            radius: width / 2
            color: Theme.successTint
            Icon {
                anchors.centerIn: parent
                sign: "lock"
                size: Theme.u(Theme.wide ? 96 : 130)
                color: Theme.success
            }
        }
        Panel {
            width: parent.width
            height: words.height + 2 * Theme.u(40)
            Column {
                id: words
                x: Theme.u(40)
                y: Theme.u(40)
                width: parent.width - 2 * x
                spacing: Theme.gap
                NoticeLine {
                    width: parent.width
                    sign: "badge"
                    text: qsTr("下次带上身份证，没带的、没来的都带来")
                }
                NoticeLine {
                    width: parent.width
                    sign: "verified"
                    kind: NoticeLine.Good
                    text: qsTr("填的、扫的都在，不用重来")
                }
                NoticeLine {
                    width: parent.width
                    sign: "verified_user"
                    kind: NoticeLine.Good
                    text: qsTr("只有刷您的身份证才打得开")
                }
            }
        }
    }
}
