// SPDX-License-Identifier: GPL-3.0-or-later
// 大家常办: as many errands as the page has room for; the others are one touch away.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls
import Tongban.View

Item {
    id: root
    required property RowModel items
    required property string notice
    signal chosen(string code)
    signal allAsked()

    readonly property bool broad: items.count <= 3 || width < Theme.u(700)
    readonly property int abreast: broad ? 1 : Theme.elder ? 2 : 3
    readonly property int shown: abreast * Math.max(1, Math.floor((height - grid.y + Theme.gap) / (tallest + Theme.gap)))
    property int tallest: Theme.touch
    readonly property int wanted: grid.y + Math.ceil(Math.min(items.count, 6) / abreast) * (tallest + Theme.gap)

    function measure(): void {
        let height = Theme.touch
        for (let i = 0; i < tiles.count; ++i)
            height = Math.max(height, tiles.itemAt(i)?.implicitHeight ?? 0)
        root.tallest = height
    }

    HeadingText {
        id: head
        anchors.verticalCenter: all.verticalCenter
        text: qsTr("大家常办")
    }
    Pressable {
        id: all
        visible: root.items.count > root.shown
        x: root.width - width + Theme.half
        width: word.width + arrow.width + Theme.gap
        height: Theme.touch
        name: qsTr("全部 %1 项").arg(root.items.count)
        onClicked: root.allAsked()
        BodyText {
            id: word
            x: Theme.half
            anchors.verticalCenter: parent.verticalCenter
            text: all.name
            color: Theme.brand
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Icon {
            id: arrow
            x: word.x + word.width
            anchors.verticalCenter: parent.verticalCenter
            sign: "chevron_right"
            size: Theme.type(44)
            color: Theme.brand
        }
    }
    NoticeLine {
        visible: root.notice !== ""
        y: grid.y
        width: parent.width
        sign: "schedule"
        text: root.notice
    }
    Grid {
        id: grid
        y: all.height + Theme.gap
        columns: root.abreast
        spacing: Theme.gap
        Repeater {
            id: tiles
            model: root.items
            ErrandTile {
                required property int index
                visible: index < root.shown
                width: (root.width - (root.abreast - 1) * Theme.gap) / root.abreast
                height: root.tallest
                broad: root.broad
                onImplicitHeightChanged: root.measure()
                onClicked: root.chosen(code)
            }
        }
    }
    ThreeSteps {
        visible: y > grid.y + grid.height + Theme.half
        y: root.height - height
        width: parent.width
    }
}
