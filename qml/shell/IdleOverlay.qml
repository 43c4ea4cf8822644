// SPDX-License-Identifier: GPL-3.0-or-later
// 您还在吗: covers the page whole, for the next person may already stand there.
import QtQuick
import Tongban.Controls
import Tongban.View

Rectangle {
    id: root
    required property Kiosk kiosk

    color: Theme.ground
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("您还在吗？")

    MouseArea {
        anchors.fill: parent
        onClicked: root.kiosk.stillHere()
    }
    Column {
        id: question
        readonly property int start: Theme.wide ? ring.width + 4 * Theme.margin : Theme.margin
        x: Theme.lead(start, width, root.width)
        y: Theme.wide ? Math.round((root.height - height) / 2) : Theme.u(180)
        width: root.width - start - Theme.margin
        spacing: Theme.gap
        TitleText {
            width: parent.width
            horizontalAlignment: Theme.wide ? Text.AlignLeft : Text.AlignHCenter
            text: qsTr("您还在吗？")
            font.pixelSize: Theme.type(84)
        }
        BodyText {
            width: parent.width
            horizontalAlignment: Theme.wide ? Text.AlignLeft : Text.AlignHCenter
            text: qsTr("时间到了，会清除屏幕上的信息")
            font.pixelSize: Theme.type(40)
            color: Theme.softInk
        }
        NoticeLine {
            visible: root.kiosk.holderName !== ""
            width: Math.min(parent.width, Theme.type(660))
            x: Theme.wide ? Theme.lead(0, width, parent.width) : Math.round((parent.width - width) / 2)
            sign: "verified"
            kind: NoticeLine.Good
            text: qsTr("填的会加密存好，下次刷同一张身份证接着办")
        }
    }
    CountdownRing {
        id: ring
        x: Theme.wide ? Theme.lead(2 * Theme.margin, width, root.width) : Math.round((root.width - width) / 2)
        y: Theme.wide ? Math.round((root.height - height) / 2) - Theme.u(60) : Math.round(root.height * 0.4)
        seconds: root.kiosk.idleSecondsLeft
        total: root.kiosk.idleTotal
    }
    PrimaryButton {
        x: Math.round((root.width - width) / 2)
        y: root.height - height - (Theme.wide ? Theme.u(60) : Theme.u(200))
        width: Math.min(parent.width - 2 * Theme.margin, Theme.u(860))
        height: Theme.u(150)
        sign: ""
        text: qsTr("我还在，接着办")
        onClicked: root.kiosk.stillHere()
    }
}
