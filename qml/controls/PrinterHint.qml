// SPDX-License-Identifier: GPL-3.0-or-later
// 回执从出纸口出来: the slot and the strip of paper growing out of it. `printed`: it is out.
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: root
    property bool printed: false
    property bool stopped: false // nothing moves: the printer waits for staff

    implicitWidth: Theme.u(760)
    implicitHeight: width * 420 / 760
    Accessible.ignored: true

    function d(n: real): int { // the drawing is 760 wide
        return Math.round(n * root.width / 760)
    }

    Rectangle { // the machine's face
        width: root.d(760)
        height: root.d(170)
        radius: root.d(36)
        color: "#24344F"
        Rectangle {
            x: root.d(60)
            y: root.d(40)
            width: root.d(24)
            height: width
            radius: width / 2
            color: root.stopped ? "#F2B705" : "#4FB37A"
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            y: root.d(110)
            width: root.d(420)
            height: root.d(24)
            radius: height / 2
            color: "#0A1226"
        }
    }
    Item {
        x: root.d(200)
        y: root.d(122)
        width: root.d(360)
        height: root.d(298)
        clip: true
        Rectangle {
            id: paper
            y: root.printed ? 0 : root.stopped ? root.d(-210) : root.d(-250)
            width: parent.width
            height: root.d(290)
            color: "#FFFFFF"
            border.width: Theme.hairline
            border.color: "#8190A8"
            Column {
                anchors.horizontalCenter: parent.horizontalCenter
                y: root.d(30)
                spacing: root.d(20)
                Repeater {
                    model: [260, 300, 220, 300]
                    Rectangle {
                        required property int modelData
                        anchors.horizontalCenter: parent?.horizontalCenter
                        width: root.d(modelData)
                        height: root.d(12)
                        radius: height / 2
                        color: "#B9C4D4"
                    }
                }
                Rectangle {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: root.d(200)
                    height: root.d(44)
                    radius: root.d(6)
                    color: "#14213D"
                }
                Rectangle {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: root.d(280)
                    height: root.d(12)
                    radius: height / 2
                    color: "#B9C4D4"
                }
            }
            SequentialAnimation on y {
                running: !root.printed && !root.stopped && root.visible
                loops: Animation.Infinite
                NumberAnimation { from: root.d(-250); to: 0; duration: 2200 }
                PauseAnimation { duration: 900 }
            }
        }
    }
}
