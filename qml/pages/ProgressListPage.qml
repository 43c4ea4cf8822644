// SPDX-License-Identifier: GPL-3.0-or-later
// 您办的事: one card a case, newest first. What wants the person says so by sign and word, not by colour alone.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls
import Tongban.View

KioskPage {
    id: root
    readonly property ProgressController progress: kiosk.progress
    readonly property bool empty: progress.cases.count === 0

    primarySign: "check"
    backText: qsTr("返回首页")
    bodyUsed: empty ? 0 : cases.contentHeight
    aside: NoticeLine {
        width: parent.width
        sign: "call"
        text: qsTr("问进度，也可以打大厅电话：%1").arg(root.kiosk.hallPhone)
    }

    PagedColumn {
        id: cases
        width: root.bodyWidth
        height: root.bodyHeight
        Repeater {
            model: root.progress.cases
            ChoiceCard {
                required property string caseId
                required property string name
                required property string date
                required property string state
                required property bool wanted
                width: parent?.width ?? 0
                further: true
                title: name
                hint: qsTr("%1申请，现在：%2").arg(date).arg(state)
                sign: wanted ? "priority_high" : "assignment"
                onClicked: root.progress.choose(caseId)
            }
        }
    }
}
