// SPDX-License-Identifier: GPL-3.0-or-later
// 有字的一面朝下，放到扫描台: a sheet that comes to lie on the glass, corner to the mark. `scanning`: the lamp runs along it.
import QtQuick

Item {
    id: root
    property bool scanning: false

    implicitWidth: Theme.u(760)
    implicitHeight: Theme.u(470)
    Accessible.ignored: true

    Rectangle { // the scanner's body
        y: Theme.u(40)
        width: Theme.u(760)
        height: Theme.u(430)
        radius: Theme.u(36)
        color: "#24344F"
    }
    Rectangle { // the glass
        x: Theme.u(60)
        y: Theme.u(90)
        width: Theme.u(640)
        height: Theme.u(330)
        radius: Theme.u(10)
        color: "#CFE3F4"
    }
    Rectangle { x: Theme.u(60); y: Theme.u(90); width: Theme.u(70); height: Theme.u(14); color: "#F2B705" }
    Rectangle { x: Theme.u(60); y: Theme.u(90); width: Theme.u(14); height: Theme.u(70); color: "#F2B705" }
    Rectangle { // the sheet
        id: sheet
        x: Theme.u(80)
        y: root.scanning ? Theme.u(110) : 0
        width: Theme.u(420)
        height: Theme.u(290)
        radius: Theme.u(4)
        color: "#FFFFFF"
        border.width: Theme.hairline
        border.color: "#8190A8"
        Column {
            x: Theme.u(36)
            y: Theme.u(36)
            spacing: Theme.u(24)
            Repeater {
                model: [180, 340, 340, 260, 340, 120]
                Rectangle {
                    required property int modelData
                    required property int index
                    width: Theme.u(modelData)
                    height: Theme.u(index === 0 ? 18 : 12)
                    radius: height / 2
                    color: index === 0 ? "#952712" : "#B9C4D4"
                }
            }
        }
        SequentialAnimation on y {
            running: !root.scanning && root.visible
            loops: Animation.Infinite
            NumberAnimation { from: 0; to: Theme.u(110); duration: 1100; easing.type: Easing.InOutQuad }
            PauseAnimation { duration: 1600 }
        }
    }
    Rectangle { // the lamp
        visible: root.scanning
        x: Theme.u(60)
        y: Theme.u(90)
        width: Theme.u(16)
        height: Theme.u(330)
        color: "#39A0FF"
        NumberAnimation on x {
            running: root.scanning && root.visible
            loops: Animation.Infinite
            from: Theme.u(60)
            to: Theme.u(684)
            duration: 2200
        }
    }
}
