// SPDX-License-Identifier: GPL-3.0-or-later
// 已清除您的信息: said after the wipe, not before.
import QtQuick
import Tongban.Controls
import Tongban.View

Rectangle {
    id: root
    required property Kiosk kiosk
    property int stripHeight: 0
    signal startOverAsked()
    signal helpAsked()

    color: Theme.ground

    Column {
        x: Theme.margin
        y: Math.round((again.y - height) / 2)
        width: parent.width - 2 * Theme.margin
        spacing: Theme.u(Theme.wide ? 16 : 48)
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.u(Theme.wide ? 150 : 260)
            height: width
            radius: width / 2
            color: Theme.successTint
            Icon {
                anchors.centerIn: parent
                sign: "verified_user"
                size: Theme.u(Theme.wide ? 90 : 150)
                color: Theme.success
            }
        }
        TitleText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.kiosk.title
            font.pixelSize: Theme.type(Theme.wide ? 64 : 72)
        }
        BodyText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.kiosk.subtitle
            color: Theme.softInk
            font.pixelSize: Theme.type(40)
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap
            Repeater {
                model: [{ sign: "badge", word: qsTr("身份证") }, { sign: "menu_book", word: qsTr("材料原件") },
                        { sign: "receipt_long", word: qsTr("回执") }]
                Panel {
                    id: card
                    required property var modelData
                    width: Theme.u(304)
                    height: Theme.u(126) + word.height
                    Icon {
                        anchors.horizontalCenter: parent.horizontalCenter
                        y: Theme.u(30)
                        sign: card.modelData.sign
                        size: Theme.u(80)
                        color: Theme.brand
                    }
                    BodyText {
                        id: word
                        anchors.horizontalCenter: parent.horizontalCenter
                        y: Theme.u(114)
                        text: card.modelData.word
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
        BodyText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("别忘了带走这三样")
            color: Theme.warning
        }
    }
    Pressable {
        id: again
        name: qsTr("再办一件")
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.u(Theme.wide ? 28 : 120) }
        width: Theme.u(520)
        height: Theme.u(120)
        onClicked: root.kiosk.touched()
        Panel {
            anchors.fill: parent
            border.color: Theme.ink
            border.width: Theme.u(3)
            color: again.pressed ? Theme.brandTint : Theme.surface
        }
        BodyText {
            anchors.centerIn: parent
            text: again.name
            Accessible.ignored: true
        }
    }
}
