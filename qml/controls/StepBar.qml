// SPDX-License-Identifier: GPL-3.0-or-later
// Where one stands: 第 n 步，共 m 步. The count never changes on the way. Two arrangements: a row of numbered stations in
// portrait, one line with a bar of segments where height is dear.
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: root
    required property var names // strings
    required property int current // 0-based
    property bool compact: false

    readonly property string sentence: qsTr("第 %1 步，共 %2 步").arg(current + 1).arg(names.length)

    implicitHeight: compact ? line.height + Theme.u(24) : Theme.u(60) + Theme.type(52)
    Accessible.role: Accessible.Indicator
    Accessible.description: compact ? line.text : names.join(" ")
    Accessible.name: qsTr("%1：%2").arg(sentence).arg(names[current] ?? "")

    LabelText {
        id: line
        anchors.left: parent.left
        visible: root.compact
        text: root.sentence + " · " + (root.names[root.current] ?? "")
        color: Theme.brand
        font.weight: Font.Bold
        Accessible.ignored: true
    }
    Row {
        visible: root.compact
        anchors.left: parent.left
        y: line.height + Theme.u(8)
        spacing: Theme.u(8)
        Repeater {
            model: root.compact ? root.names.length : 0
            Rectangle {
                required property int index
                width: (root.width - (root.names.length - 1) * Theme.u(8)) / root.names.length
                height: Theme.u(12)
                radius: height / 2
                color: index <= root.current ? Theme.brand : Theme.line
            }
        }
    }
    Repeater {
        model: root.compact ? 0 : root.names.length
        Item {
            id: station
            required property int index
            readonly property bool done: index < root.current
            readonly property bool here: index === root.current
            x: Theme.lead(index * width, width, root.width)
            width: root.width / root.names.length
            height: root.height
            Rectangle { // the way to the next station
                visible: station.index < root.names.length - 1
                x: Theme.lead(parent.width / 2 + Theme.u(28), width, parent.width)
                y: Theme.u(26)
                width: parent.width - Theme.u(56)
                height: Theme.u(6)
                color: station.done ? Theme.brand : Theme.line
            }
            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Theme.u(58)
                height: width
                radius: width / 2
                color: station.done || station.here ? Theme.brand : Theme.surface
                border.width: Theme.u(4)
                border.color: station.done || station.here ? Theme.brand : Theme.line
                Icon {
                    visible: station.done
                    anchors.centerIn: parent
                    sign: "check"
                    size: Theme.u(38)
                    color: Theme.brandText
                }
                LabelText {
                    visible: !station.done
                    anchors.centerIn: parent
                    text: station.index + 1
                    font.pixelSize: Theme.u(32)
                    font.weight: Font.Bold
                    color: station.here ? Theme.brandText : Theme.softInk
                    Accessible.ignored: true
                }
            }
            LabelText {
                anchors.horizontalCenter: parent.horizontalCenter
                y: Theme.u(64)
                text: root.names[station.index]
                font.weight: station.here ? Font.Bold : Font.Normal
                color: station.done || station.here ? Theme.ink : Theme.softInk
                Accessible.ignored: true
            }
        }
    }
}
