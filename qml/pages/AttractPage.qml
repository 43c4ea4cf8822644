// SPDX-License-Identifier: GPL-3.0-or-later
// 欢迎: seen from across the hall. A touch anywhere begins.
import QtQuick
import Tongban.Controls
import Tongban.View

Rectangle {
    id: root
    required property Kiosk kiosk
    property int stripHeight: 0
    readonly property bool closed: kiosk.cityWord.closedText !== ""
    signal startOverAsked()
    signal helpAsked()

    color: Theme.hero

    MouseArea {
        anchors.fill: parent
        onClicked: root.kiosk.touched()
    }
    BodyText {
        id: hall
        x: Theme.lead(Theme.margin, width, root.width)
        y: Theme.u(48)
        text: root.kiosk.hallName
        color: Theme.heroText
        font.pixelSize: Theme.type(40)
    }
    BodyText {
        x: Theme.lead(root.width - width - Theme.margin, width, root.width)
        y: hall.y
        text: root.kiosk.clockText
        color: Theme.heroText
        font.pixelSize: Theme.type(40)
    }
    Column {
        id: greeting
        x: Math.round((root.width - width) / 2)
        y: Theme.wide ? Theme.u(132) : Math.min(Math.round(root.height * 0.19), wishes.y - height - Theme.gap)
        width: root.width - 2 * Theme.margin
        spacing: Theme.wide ? Theme.u(10) : Theme.u(36)
        SealMark {
            anchors.horizontalCenter: parent.horizontalCenter
            size: Theme.wide ? Theme.u(110) : Theme.u(240)
        }
        TitleText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.kiosk.title
            color: Theme.heroText
            font.pixelSize: Theme.type(78)
        }
        BodyText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.kiosk.subtitle
            color: Theme.softHeroText
            font.pixelSize: Theme.type(40)
        }
    }
    Rectangle { // what the city has to say
        visible: word.text !== ""
        x: Math.round((root.width - width) / 2)
        y: (root.closed ? foot.y : start.y) - height - (Theme.wide ? Theme.u(36) : Theme.u(90))
        width: Math.min(parent.width - 2 * Theme.margin, Theme.u(1200))
        height: word.height + 2 * Theme.gap
        radius: Theme.corner
        color: Theme.surface
        BodyText {
            id: word
            x: Theme.gap
            y: Theme.gap
            width: parent.width - 2 * Theme.gap
            horizontalAlignment: Text.AlignHCenter
            text: root.closed ? qsTr("暂停受理：%1").arg(root.kiosk.cityWord.closedText) : root.kiosk.cityWord.message
        }
    }
    ThreeSteps {
        id: steps
        visible: word.text === "" && !(Theme.wide && Theme.elder)
        x: Math.round((root.width - width) / 2)
        y: start.y - height - (Theme.wide ? Theme.u(36) : Theme.u(90))
        width: Math.min(parent.width - 2 * Theme.margin, Theme.u(1200))
        ink: Theme.heroText
        ground: Theme.heroDeep
    }
    Wishes {
        id: wishes
        kiosk: root.kiosk
        visible: word.text === ""
        flat: Theme.wide
        x: steps.x
        y: (steps.visible ? steps.y : start.y) - height - (Theme.wide ? Theme.u(28) : Theme.u(48))
        width: steps.width
    }
    Pressable {
        id: start
        visible: !root.closed
        name: qsTr("轻触屏幕，开始办事")
        x: Math.round((root.width - width) / 2)
        y: foot.y - height - (Theme.wide ? Theme.u(36) : Theme.u(110))
        width: words.width + Theme.u(140)
        height: Theme.wide ? Theme.u(140) : Theme.u(180)
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
        x: Theme.margin
        y: root.height - height - Theme.u(Theme.wide ? 28 : 48)
        width: parent.width - 2 * Theme.margin
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("%1　咨询电话 %2").arg(root.kiosk.hours).arg(root.kiosk.hallPhone)
        color: Theme.softHeroText
    }
}
