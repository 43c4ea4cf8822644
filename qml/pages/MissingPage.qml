// SPDX-License-Identifier: GPL-3.0-or-later
// 没带: what is possible for this material, easiest first. Each way says what it promises.
import QtQuick
import Tongban.Controls
import Tongban.View

KioskPage {
    id: root
    readonly property LeaveController leave: kiosk.leave

    PagedColumn {
        visible: !root.kiosk.busy
        width: root.bodyWidth
        height: root.bodyHeight
        ChoiceCard {
            width: parent.width
            height: root.leave.mayFollow ? implicitHeight : 0
            enabled: root.leave.mayFollow
            further: true
            title: qsTr("先办，以后补交")
            hint: qsTr("%1以前补来。不补，可能办不成").arg(root.leave.untilText)
            sign: "event_available"
            onClicked: root.leave.promise()
        }
        ChoiceCard {
            width: parent.width
            further: true
            enabled: root.leave.mayFetch
            height: root.leave.mayFetch ? implicitHeight : 0
            title: root.leave.person ? qsTr("我去叫人来") : qsTr("我去找材料")
            hint: qsTr("%1 分钟以内回来，刷身份证接着办").arg(Math.round(root.leave.secondsTotal / 60))
            sign: "directions_walk"
            onClicked: root.leave.fetch()
        }
        ChoiceCard {
            width: parent.width
            further: true
            title: root.leave.person ? qsTr("今天不办了，改天一起来") : qsTr("今天不办了，改天带来")
            hint: root.leave.mayFetch ? qsTr("填的存 %1 天，刷同一张身份证接着办").arg(root.leave.keptDays)
                                      : qsTr("填的存 %1 天。没刷本人的证，这里等不了").arg(root.leave.keptDays)
            sign: "today"
            onClicked: root.leave.another()
        }
    }
    Row {
        visible: root.kiosk.busy
        anchors.centerIn: parent
        spacing: Theme.gap
        BusyDots { anchors.verticalCenter: parent.verticalCenter }
        BodyText {
            text: qsTr("正在加密存好")
            wrapMode: Text.NoWrap
        }
    }
}
