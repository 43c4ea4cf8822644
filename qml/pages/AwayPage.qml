// SPDX-License-Identifier: GPL-3.0-or-later
// 我去找材料: a cover for the time that somebody is away. It says nothing of who or for what; the same card lifts it, and
// anybody else may use the terminal.
import QtQuick
import Tongban.Controls
import Tongban.View

KioskPage {
    id: root
    readonly property LeaveController leave: kiosk.leave

    coveredByTrouble: false
    backText: qsTr("我要办别的事")
    backSign: "person"
    aside: NoticeLine {
        width: parent.width
        sign: "gpp_good"
        kind: NoticeLine.Good
        text: qsTr("填的已经加密存好，屏幕上没有留下")
    }

    Grid {
        id: body
        readonly property bool abreast: root.bodyWidth > Theme.u(1000) || root.bodyHeight < Theme.u(1000)
        visible: !root.kiosk.trouble.active
        anchors.centerIn: parent
        columns: abreast ? 2 : 1
        spacing: Theme.u(48)
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter
        CountdownRing {
            width: Math.min(implicitWidth, body.abreast ? (root.bodyWidth - Theme.u(48)) / 2 : root.bodyWidth)
            height: width
            seconds: root.leave.secondsLeft
            total: root.leave.secondsTotal
        }
        CardHint {
            width: body.abreast ? Math.min(implicitWidth, (root.bodyWidth - Theme.u(48)) / 2) : Math.min(implicitWidth, root.bodyWidth)
            height: implicitHeight
        }
    }
    TroubleCard {
        visible: root.kiosk.trouble.active
        width: root.bodyWidth
        title: root.kiosk.trouble.title
        body: root.kiosk.trouble.body
        kept: root.kiosk.trouble.kept
        nextStep: root.kiosk.trouble.nextStep
    }
}
