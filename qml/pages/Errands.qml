// SPDX-License-Identifier: GPL-3.0-or-later
// 大家常办: as many errands as the page has room for; the others are one touch away.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls
import Tongban.View

Item {
    id: root
    required property RowModel items
    required property int total // of which `items` are the first
    required property string notice
    signal chosen(string code)
    signal allAsked()

    readonly property bool broad: items.count <= 3 || width < Theme.u(700)
    readonly property int abreast: broad ? 1 : Theme.elder ? 2 : 3
    property int shown: 0       // how many errands have room, whole rows
    property var rowHeights: [] // a row is as high as its tallest tile: one with a reason on it needs more

    onHeightChanged: root.measure()
    onAbreastChanged: root.measure()

    function measure(): void {
        const heights = []
        let room = root.height - grid.y
        let fitting = 0
        for (let i = 0; i < tiles.count; i += root.abreast) {
            let tallest = Theme.touch
            for (let j = i; j < Math.min(i + root.abreast, tiles.count); ++j)
                tallest = Math.max(tallest, tiles.itemAt(j)?.implicitHeight ?? 0)
            heights.push(tallest)
            if (tallest <= room)
                fitting = i + root.abreast
            room -= tallest + Theme.gap
        }
        root.rowHeights = heights
        root.shown = Math.max(root.abreast, fitting)
    }

    HeadingText {
        id: head
        anchors.left: parent.left
        anchors.verticalCenter: all.verticalCenter
        width: all.visible ? parent.width - all.width : parent.width
        fontSizeMode: width > 0 ? Text.HorizontalFit : Text.FixedSize
        minimumPixelSize: Theme.u(32)
        wrapMode: Text.NoWrap
        text: qsTr("大家常办")
    }
    Pressable {
        id: all
        visible: root.total > root.shown
        x: Theme.lead(root.width - width + Theme.half, width, root.width)
        width: word.width + arrow.width + Theme.gap
        height: Theme.touch
        name: qsTr("全部 %1 项").arg(root.total)
        onClicked: root.allAsked()
        BodyText {
            id: word
            x: Theme.lead(Theme.half, width, all.width)
            anchors.verticalCenter: parent.verticalCenter
            text: all.name
            color: Theme.brand
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Icon {
            id: arrow
            x: Theme.lead(Theme.half + word.width, width, all.width)
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
            onCountChanged: root.measure()
            model: root.items
            ErrandTile {
                required property int index
                visible: index < root.shown
                width: (root.width - (root.abreast - 1) * Theme.gap) / root.abreast
                height: root.rowHeights[Math.floor(index / root.abreast)] ?? Theme.touch
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
