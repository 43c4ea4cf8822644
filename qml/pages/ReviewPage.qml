// SPDX-License-Identifier: GPL-3.0-or-later
// 核对: everything that goes out, once more, in the words of the form.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls

KioskPage {
    id: root
    primarySign: "send"
    bodyUsed: facts.used
    aside: NoticeLine {
        width: parent.width
        visible: !root.kiosk.online
        sign: "cloud_off"
        kind: NoticeLine.Warning
        text: qsTr("网络暂时不通：照常办理，通了自动送出")
    }

    FactSheet {
        id: facts
        width: root.bodyWidth
        height: root.bodyHeight
        Repeater {
            id: rows
            model: root.kiosk.review.rows
            ReviewRow {
                required property int index
                width: parent?.width ?? 0
                opensSection: index === 0 || (rows.itemAt(index - 1) as ReviewRow)?.section !== section
                last: index === rows.count - 1
            }
        }
    }
}
