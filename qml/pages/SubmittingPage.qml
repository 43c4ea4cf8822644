// SPDX-License-Identifier: GPL-3.0-or-later
// 正在提交: no success before the store confirmed it.
import QtQuick
import Tongban.Controls

KioskPage {
    id: root

    Column {
        anchors.centerIn: parent
        width: root.bodyWidth
        spacing: Theme.u(60)
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            sign: "save"
            size: Theme.u(200)
            color: Theme.brand
        }
        BusyDots {
            anchors.horizontalCenter: parent.horizontalCenter
            running: root.kiosk.busy
        }
        BodyText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("正在存好您填的和扫的，请不要离开")
        }
    }
}
