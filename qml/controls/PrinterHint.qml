// SPDX-License-Identifier: GPL-3.0-or-later
// 回执从出纸口出来: the slot and the strip of paper growing out of it. `printed`: it is out.
import QtQuick

Item {
    id: root
    property bool printed: false
    property bool stopped: false // nothing moves: the printer waits for staff

    implicitWidth: Theme.u(760)
    implicitHeight: Theme.u(420)
    Accessible.ignored: true

    Rectangle { // the machine's face
        width: Theme.u(760)
        height: Theme.u(170)
        radius: Theme.u(36)
        color: "#24344F"
        Rectangle {
            x: Theme.u(60)
            y: Theme.u(40)
            width: Theme.u(24)
            height: width
            radius: width / 2
            color: root.stopped ? "#F2B705" : "#4FB37A"
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.u(110)
            width: Theme.u(420)
            height: Theme.u(24)
            radius: height / 2
            color: "#0A1226"
        }
    }
    Item {
        x: Theme.u(200)
        y: Theme.u(122)
        width: Theme.u(360)
        height: Theme.u(298)
        clip: true
        Rectangle {
            id: paper
            y: root.printed ? 0 : root.stopped ? Theme.u(-210) : Theme.u(-250)
            width: parent.width
            height: Theme.u(290)
            color: "#FFFFFF"
            border.width: Theme.hairline
            border.color: "#8190A8"
            Column {
                anchors.horizontalCenter: parent.horizontalCenter
                y: Theme.u(30)
                spacing: Theme.u(20)
                Repeater {
                    model: [260, 300, 220, 300]
                    Rectangle {
                        required property int modelData
                        anchors.horizontalCenter: parent?.horizontalCenter
                        width: Theme.u(modelData)
                        height: Theme.u(12)
                        radius: height / 2
                        color: "#B9C4D4"
                    }
                }
                Rectangle {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Theme.u(200)
                    height: Theme.u(44)
                    radius: Theme.u(6)
                    color: "#14213D"
                }
                Rectangle {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Theme.u(280)
                    height: Theme.u(12)
                    radius: height / 2
                    color: "#B9C4D4"
                }
            }
            SequentialAnimation on y {
                running: !root.printed && !root.stopped && root.visible
                loops: Animation.Infinite
                NumberAnimation { from: Theme.u(-250); to: 0; duration: 2200 }
                PauseAnimation { duration: 900 }
            }
        }
    }
}
