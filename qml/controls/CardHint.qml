// SPDX-License-Identifier: GPL-3.0-or-later
// 把身份证平放在读卡区: the reader's field on the machine's desk and a card that comes to lie on it. `arrived`: it lies there.
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: root
    property bool arrived: false

    implicitWidth: Theme.u(760)
    implicitHeight: width * 470 / 760
    Accessible.ignored: true

    function d(n: real): int { // the drawing is 760 wide
        return Math.round(n * root.width / 760)
    }

    Rectangle { // the desk
        x: 0
        y: root.d(60)
        width: root.d(760)
        height: root.d(410)
        radius: root.d(36)
        color: "#DCE6F2"
        border.width: Theme.hairline
        border.color: Theme.strongEdge
    }
    Rectangle { // the reader's field
        x: root.d(130)
        y: root.d(120)
        width: root.d(500)
        height: root.d(290)
        radius: root.d(28)
        color: "#24344F"
        border.width: root.d(6)
        border.color: root.arrived ? "#4FB37A" : "#5E9BE0"
        Icon {
            anchors.centerIn: parent
            sign: "contactless"
            size: root.d(130)
            color: "#FFFFFF"
        }
    }
    Rectangle { // the card, back side's pattern left away: portrait to the right as on the real one
        id: card
        x: root.d(200)
        y: root.arrived ? root.d(150) : root.d(0)
        width: root.d(360)
        height: root.d(226)
        radius: root.d(18)
        color: "#F4FAFD"
        border.width: root.d(3)
        border.color: "#5A7FA8"
        Column {
            x: root.d(30)
            y: root.d(34)
            spacing: root.d(20)
            Repeater {
                model: [120, 90, 170, 150]
                Rectangle {
                    required property int modelData
                    width: root.d(modelData)
                    height: root.d(14)
                    radius: height / 2
                    color: "#9DB4CE"
                }
            }
        }
        Rectangle {
            x: root.d(30)
            y: root.d(180)
            width: root.d(300)
            height: root.d(16)
            radius: height / 2
            color: "#5A7FA8"
        }
        Rectangle {
            x: root.d(230)
            y: root.d(30)
            width: root.d(104)
            height: root.d(130)
            radius: root.d(8)
            color: "#CFE0EF"
            clip: true
            Rectangle { x: root.d(34); y: root.d(26); width: root.d(36); height: width; radius: width / 2; color: "#5A7FA8" }
            Rectangle { x: root.d(18); y: root.d(74); width: root.d(68); height: root.d(80); radius: root.d(30); color: "#5A7FA8" }
        }
        SequentialAnimation on y {
            running: !root.arrived && root.visible
            loops: Animation.Infinite
            NumberAnimation { from: 0; to: root.d(150); duration: 1100; easing.type: Easing.InOutQuad }
            PauseAnimation { duration: 1600 }
        }
    }
}
