// SPDX-License-Identifier: GPL-3.0-or-later
// Seconds left, as a number and as a ring of strokes: one goes out at a time.
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: root
    required property int seconds // left
    required property int total

    implicitWidth: Theme.u(420)
    implicitHeight: implicitWidth
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("还剩 %1 秒").arg(seconds)

    Repeater {
        model: 60
        Item {
            id: spoke
            required property int index
            anchors.fill: parent
            rotation: index * 6
            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Theme.u(10)
                height: Theme.u(40)
                radius: width / 2
                antialiasing: true
                color: spoke.index * root.total < root.seconds * 60 ? Theme.brand : Theme.line
            }
        }
    }
    Column {
        anchors.centerIn: parent
        TitleText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.seconds
            font.pixelSize: Theme.numberSize
            Accessible.ignored: true
        }
        BodyText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("秒")
            color: Theme.softInk
            Accessible.ignored: true
        }
    }
}
