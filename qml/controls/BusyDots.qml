// SPDX-License-Identifier: GPL-3.0-or-later
// "The terminal is at work": three dots, one after another darker. Small, flat, cheap.
pragma ComponentBehavior: Bound
import QtQuick

Row {
    id: root
    property bool running: true
    property int beat: 0
    spacing: Theme.u(24)
    Accessible.ignored: true

    Repeater {
        model: 3
        Rectangle {
            required property int index
            width: Theme.u(28)
            height: width
            radius: width / 2
            color: index === root.beat ? Theme.brand : Theme.line
        }
    }
    Timer {
        interval: 400
        repeat: true
        running: root.running && root.visible
        onTriggered: root.beat = (root.beat + 1) % 3
    }
}
