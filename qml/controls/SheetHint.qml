// SPDX-License-Identifier: GPL-3.0-or-later
// 有字的一面朝下，放到扫描台: a sheet that comes to lie on the glass, corner to the mark. `scanning`: the lamp runs along it.
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: root
    property bool scanning: false

    implicitWidth: Theme.u(760)
    implicitHeight: width * 470 / 760
    Accessible.ignored: true

    function d(n: real): int { // the drawing is 760 wide
        return Math.round(n * root.width / 760)
    }

    Rectangle { // the scanner's body
        y: root.d(40)
        width: root.d(760)
        height: root.d(430)
        radius: root.d(36)
        color: "#24344F"
    }
    Rectangle { // the glass
        x: root.d(60)
        y: root.d(90)
        width: root.d(640)
        height: root.d(330)
        radius: root.d(10)
        color: "#CFE3F4"
    }
    Rectangle { x: root.d(60); y: root.d(90); width: root.d(70); height: root.d(14); color: "#F2B705" }
    Rectangle { x: root.d(60); y: root.d(90); width: root.d(14); height: root.d(70); color: "#F2B705" }
    Rectangle { // the sheet
        id: sheet
        x: root.d(80)
        y: root.scanning ? root.d(110) : 0
        width: root.d(420)
        height: root.d(290)
        radius: root.d(4)
        color: "#FFFFFF"
        border.width: Theme.hairline
        border.color: "#8190A8"
        Column {
            x: root.d(36)
            y: root.d(36)
            spacing: root.d(24)
            Repeater {
                model: [180, 340, 340, 260, 340, 120]
                Rectangle {
                    required property int modelData
                    required property int index
                    width: root.d(modelData)
                    height: root.d(index === 0 ? 18 : 12)
                    radius: height / 2
                    color: index === 0 ? "#952712" : "#B9C4D4"
                }
            }
        }
        SequentialAnimation on y {
            running: !root.scanning && root.visible
            loops: Animation.Infinite
            NumberAnimation { from: 0; to: root.d(110); duration: 1100; easing.type: Easing.InOutQuad }
            PauseAnimation { duration: 1600 }
        }
    }
    Rectangle { // the lamp
        visible: root.scanning
        x: root.d(60)
        y: root.d(90)
        width: root.d(16)
        height: root.d(330)
        color: "#39A0FF"
        NumberAnimation on x {
            running: root.scanning && root.visible
            loops: Animation.Infinite
            from: root.d(60)
            to: root.d(684)
            duration: 2200
        }
    }
}
