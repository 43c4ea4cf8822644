// SPDX-License-Identifier: GPL-3.0-or-later
// 欢迎: seen from across the hall. A touch anywhere begins.
import QtQuick
import Tongban.Controls
import Tongban.View

Rectangle {
    id: root
    required property Kiosk kiosk
    property int stripHeight: 0
    signal startOverAsked()
    signal helpAsked()

    color: Theme.brand

    MouseArea {
        anchors.fill: parent
        onClicked: root.kiosk.touched()
    }
    BodyText {
        id: hall
        x: Theme.margin
        y: Theme.u(56)
        text: root.kiosk.hallName
        color: Theme.brandText
        font.pixelSize: Theme.headingSize
    }
    BodyText {
        anchors { right: parent.right; rightMargin: Theme.margin; verticalCenter: hall.verticalCenter }
        text: root.kiosk.clockText
        color: Theme.brandText
        font.pixelSize: Theme.headingSize
    }
    Column {
        id: greeting
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.wide ? Theme.u(190) : Math.round(root.height * 0.2)
        spacing: Theme.wide ? Theme.u(20) : Theme.u(36)
        SealMark {
            anchors.horizontalCenter: parent.horizontalCenter
            size: Theme.wide ? Theme.u(180) : Theme.u(240)
        }
        TitleText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("办事，自己就能办")
            color: Theme.brandText
            font.pixelSize: Theme.type(92)
        }
        BodyText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("带上身份证，几分钟办好，当场拿回执")
            color: Theme.softBrandText
            font.pixelSize: Theme.type(40)
        }
    }
    ThreeSteps {
        anchors { horizontalCenter: parent.horizontalCenter; bottom: start.top; bottomMargin: Theme.wide ? Theme.u(40) : Theme.u(90) }
        width: Math.min(parent.width - 2 * Theme.margin, Theme.u(1200))
        ink: Theme.brandText
        ground: Theme.brandPressed
    }
    Pressable {
        id: start
        name: qsTr("轻触屏幕，开始办事")
        anchors { horizontalCenter: parent.horizontalCenter; bottom: foot.top; bottomMargin: Theme.wide ? Theme.u(40) : Theme.u(110) }
        width: words.width + Theme.u(160)
        height: Theme.wide ? Theme.u(150) : Theme.u(180)
        onClicked: root.kiosk.touched()
        Rectangle {
            anchors.fill: parent
            radius: height / 2
            color: start.pressed ? Theme.brandTint : Theme.surface
        }
        Row {
            id: words
            anchors.centerIn: parent
            spacing: Theme.gap
            Icon {
                anchors.verticalCenter: label.verticalCenter
                sign: "touch_app"
                size: Theme.type(64)
                color: Theme.brand
            }
            HeadingText {
                id: label
                text: start.name
                color: Theme.brand
                font.pixelSize: Theme.type(54)
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
    LabelText {
        id: foot
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.u(48) }
        width: parent.width - 2 * Theme.margin
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("%1　咨询电话 %2").arg(root.kiosk.hours).arg(root.kiosk.hallPhone)
        color: Theme.softBrandText
    }
}
