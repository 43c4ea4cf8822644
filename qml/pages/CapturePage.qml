// SPDX-License-Identifier: GPL-3.0-or-later
// 正在扫描.
import QtQuick
import Tongban.Controls

KioskPage {
    id: root
    troublePicture: SheetHint {
        width: Math.min(root.bodyWidth, implicitWidth)
        height: implicitHeight
    }

    Column {
        width: root.bodyWidth
        anchors.verticalCenter: parent?.verticalCenter
        spacing: Theme.u(48)
        SheetHint {
            width: Math.min(parent.width, implicitWidth)
            height: implicitHeight
            anchors.horizontalCenter: parent.horizontalCenter
            scanning: true
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap
            BusyDots { anchors.verticalCenter: parent.verticalCenter }
            BodyText {
                readonly property string progress: root.kiosk.capture.progressText
                text: progress === "" ? qsTr("请不要翻动，大约十秒") : progress
                width: Math.min(implicitWidth, root.bodyWidth - Theme.u(132) - Theme.gap)
            }
        }
    }
}
