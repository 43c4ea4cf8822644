// SPDX-License-Identifier: GPL-3.0-or-later
// 暂停服务: why, what to do instead, whom to call. Stands in place of the first page while nothing can be kept here.
import QtQuick
import Tongban.Controls

KioskPage {
    id: root
    firstPage: true
    coveredByTrouble: false
    bodyUsed: facts.used
    aside: LabelText { // small print: nobody else needs it
        width: parent.width
        visible: text !== ""
        text: root.kiosk.technicianNote
        color: Theme.softInk
    }

    FactSheet {
        id: facts
        width: root.bodyWidth
        height: root.bodyHeight
        FactRow {
            width: parent?.width ?? 0
            height: implicitHeight
            label: qsTr("到哪里办")
            value: root.kiosk.hallAddress !== "" ? qsTr("%1 服务窗口，%2").arg(root.kiosk.hallName).arg(root.kiosk.hallAddress)
                 : root.kiosk.hallName !== "" ? qsTr("%1 服务窗口").arg(root.kiosk.hallName) : qsTr("大厅的服务窗口")
        }
        FactRow {
            width: parent?.width ?? 0
            height: root.kiosk.hours !== "" ? implicitHeight : 0
            label: qsTr("什么时候")
            value: root.kiosk.hours
        }
        FactRow {
            width: parent?.width ?? 0
            height: root.kiosk.hallPhone !== "" ? implicitHeight : 0
            label: qsTr("打电话问")
            value: root.kiosk.hallPhone
        }
        FactRow {
            width: parent?.width ?? 0
            height: implicitHeight
            label: qsTr("以前办的")
            value: qsTr("请拿着回执问工作人员。修好以后，这里会自己恢复。")
            last: true
        }
    }
    TapHandler {
        onTapped: root.kiosk.touched()
    }
}
