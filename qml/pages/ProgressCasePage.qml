// SPDX-License-Identifier: GPL-3.0-or-later
// 办到哪一步: where the case stands in large type, its way with the dates below, newest first; until when the city's word
// is in it, and whether there is a line now.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls
import Tongban.View

KioskPage {
    id: root
    readonly property ProgressController progress: kiosk.progress

    primarySign: "check"
    backText: qsTr("上一步")
    bodyUsed: sheet.y + sheet.used
    aside: [
        NoticeLine {
            width: parent.width
            sign: root.kiosk.online ? "update" : "cloud_off"
            kind: root.kiosk.online ? NoticeLine.Plain : NoticeLine.Warning
            text: root.kiosk.online ? root.progress.asOfText
                                    : qsTr("%1。现在连不上市里，后来的还看不到").arg(root.progress.asOfText)
        }
    ]

    FactSheet {
        id: sheet
        width: root.bodyWidth
        height: root.bodyHeight
        Repeater {
            id: way
            model: root.progress.way
            TimelineRow {
                required property int index
                required date
                required text
                required now
                required letter
                width: parent?.width ?? 0
                height: implicitHeight
                first: index === 0
                last: index === way.count - 1
            }
        }
        FactRow {
            width: parent?.width ?? 0
            height: implicitHeight
            label: qsTr("事项")
            value: root.progress.itemName
        }
        FactRow {
            width: parent?.width ?? 0
            height: implicitHeight
            label: qsTr("预受理编号")
            value: root.progress.localNumber
            last: root.progress.projectNumber === ""
        }
        FactRow {
            width: parent?.width ?? 0
            height: root.progress.projectNumber !== "" ? implicitHeight : 0
            label: qsTr("受理编号")
            value: root.progress.projectNumber
            last: true
        }
    }
}
