// SPDX-License-Identifier: GPL-3.0-or-later
// 把身份证平放在读卡区: the reader's field on the machine's desk and a card that comes to lie on it. `arrived`: it lies there.
import QtQuick

Item {
    id: root
    property bool arrived: false

    implicitWidth: Theme.u(760)
    implicitHeight: Theme.u(470)
    Accessible.ignored: true

    Rectangle { // the desk
        x: 0
        y: Theme.u(60)
        width: Theme.u(760)
        height: Theme.u(410)
        radius: Theme.u(36)
        color: "#DCE6F2"
        border.width: Theme.hairline
        border.color: Theme.strongEdge
    }
    Rectangle { // the reader's field
        x: Theme.u(130)
        y: Theme.u(120)
        width: Theme.u(500)
        height: Theme.u(290)
        radius: Theme.u(28)
        color: "#24344F"
        border.width: Theme.u(6)
        border.color: root.arrived ? "#4FB37A" : "#5E9BE0"
        Icon {
            anchors.centerIn: parent
            sign: "contactless"
            size: Theme.u(130)
            color: "#FFFFFF"
        }
    }
    Rectangle { // the card, back side's pattern left away: portrait to the right as on the real one
        id: card
        x: Theme.u(200)
        y: root.arrived ? Theme.u(150) : Theme.u(0)
        width: Theme.u(360)
        height: Theme.u(226)
        radius: Theme.u(18)
        color: "#F4FAFD"
        border.width: Theme.u(3)
        border.color: "#5A7FA8"
        Column {
            x: Theme.u(30)
            y: Theme.u(34)
            spacing: Theme.u(20)
            Repeater {
                model: [120, 90, 170, 150]
                Rectangle {
                    required property int modelData
                    width: Theme.u(modelData)
                    height: Theme.u(14)
                    radius: height / 2
                    color: "#9DB4CE"
                }
            }
        }
        Rectangle {
            x: Theme.u(30)
            y: Theme.u(180)
            width: Theme.u(300)
            height: Theme.u(16)
            radius: height / 2
            color: "#5A7FA8"
        }
        Rectangle {
            x: Theme.u(230)
            y: Theme.u(30)
            width: Theme.u(104)
            height: Theme.u(130)
            radius: Theme.u(8)
            color: "#CFE0EF"
            clip: true
            Rectangle { x: Theme.u(34); y: Theme.u(26); width: Theme.u(36); height: width; radius: width / 2; color: "#5A7FA8" }
            Rectangle { x: Theme.u(18); y: Theme.u(74); width: Theme.u(68); height: Theme.u(80); radius: Theme.u(30); color: "#5A7FA8" }
        }
        SequentialAnimation on y {
            running: !root.arrived && root.visible
            loops: Animation.Infinite
            NumberAnimation { from: 0; to: Theme.u(150); duration: 1100; easing.type: Easing.InOutQuad }
            PauseAnimation { duration: 1600 }
        }
    }
}
