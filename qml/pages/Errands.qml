// SPDX-License-Identifier: GPL-3.0-or-later
// 大家常办: up to three errands as broad rows, more as tiles three abreast.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls
import Tongban.View

Item {
    id: root
    required property RowModel items
    required property string notice
    signal chosen(string code)

    readonly property bool few: items.count <= 3
    readonly property int abreast: few ? 1 : Theme.wide || Theme.elder ? 2 : 3

    implicitHeight: grid.y + grid.height + Theme.gap + steps.implicitHeight

    HeadingText {
        id: head
        text: qsTr("大家常办")
    }
    NoticeLine {
        visible: root.notice !== ""
        y: head.height + Theme.gap
        width: parent.width
        sign: "schedule"
        text: root.notice
    }
    Grid {
        id: grid
        y: head.height + Theme.u(20)
        columns: root.abreast
        spacing: Theme.gap
        Repeater {
            model: root.items
            ErrandTile {
                width: (root.width - (root.abreast - 1) * Theme.gap) / root.abreast
                broad: root.few
                onClicked: root.chosen(code)
            }
        }
    }
    ThreeSteps {
        id: steps
        visible: root.height - grid.y - grid.height - Theme.gap >= implicitHeight
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
