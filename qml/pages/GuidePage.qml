// SPDX-License-Identifier: GPL-3.0-or-later
// 办事指南: who, what to bring, how, how long; before anybody lays a card down.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls

KioskPage {
    id: root

    bodyUsed: slip.y + slip.height
    aside: [
        NoticeLine {
            width: parent.width
            visible: root.kiosk.guide.closedReason !== ""
            sign: "info"
            kind: NoticeLine.Warning
            text: root.kiosk.guide.closedReason
        },
        NoticeLine {
            width: parent.width
            visible: root.kiosk.guide.limit !== ""
            sign: "schedule"
            text: qsTr("%1受理，%2").arg(root.kiosk.guide.department).arg(root.kiosk.guide.limit)
        }
    ]
    FactSheet {
        id: facts
        width: root.bodyWidth
        height: root.bodyHeight - slip.height - Theme.gap
        Repeater {
            model: root.kiosk.guide.sections
            FactRow {
                required property string title
                required property string text
                required property int index
                width: parent?.width ?? 0
                label: title
                value: text
                last: index === root.kiosk.guide.sections.count - 1
            }
        }
    }
    SecondaryButton { // 一次性告知: for whoever came to ask what to bring
        id: slip
        y: facts.used + Theme.gap
        width: root.bodyWidth
        height: Theme.wide ? Math.max(Theme.touch, leastHeight) : implicitHeight // height is dear there
        sign: "print"
        text: qsTr("打印材料清单")
        onClicked: root.kiosk.printSlip()
    }
}
