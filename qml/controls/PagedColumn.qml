// SPDX-License-Identifier: GPL-3.0-or-later
// Rows one below another; what does not fit comes on the next leaf, turned by big buttons. No row is ever cut, and nothing
// needs dragging. Its children must not bind `visible` or `y`: both belong to the column.
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: root
    default property alias rows: body.data
    property int spacing: Theme.gap
    property int leaf: 0
    property int leaves: 1
    readonly property int contentHeight: body.used

    implicitHeight: body.wanted
    onHeightChanged: later.restart()
    onWidthChanged: later.restart()
    onLeafChanged: root.arrange()
    Component.onCompleted: root.arrange()

    function arrange(): void {
        const items = []
        let wanted = 0
        for (let i = 0; i < body.children.length; ++i) {
            const row = body.children[i]
            if (row.height > 0) {
                items.push(row)
                wanted += row.height + (items.length > 1 ? root.spacing : 0)
            }
        }
        const oneLeaf = root.height <= 0 || wanted <= root.height + 1
        const room = oneLeaf ? wanted : root.height - pager.height - root.spacing
        let leaf = 0
        let y = 0
        let used = 0
        for (const row of items) {
            if (y > 0 && y + row.height > room + 1) {
                ++leaf
                y = 0
            }
            row.y = y
            row.visible = leaf === root.leaf
            y += row.height + root.spacing
            if (row.visible)
                used = y - root.spacing
        }
        body.wanted = wanted
        body.used = used
        root.leaves = leaf + 1
        if (root.leaf > leaf)
            root.leaf = leaf
    }

    Timer { // once for many changes
        id: later
        interval: 0
        onTriggered: root.arrange()
    }
    Item {
        id: body
        property int wanted: 0
        property int used: 0
        width: root.width
        height: root.height
        onChildrenRectChanged: later.restart()
    }
    Item {
        id: pager
        visible: root.leaves > 1
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Math.max(Theme.touch, back.implicitHeight)
        QuietButton {
            id: back
            anchors { left: parent.left; bottom: parent.bottom }
            width: Theme.type(220)
            enabled: root.leaf > 0
            opacity: enabled ? 1 : 0
            sign: "arrow_back"
            text: qsTr("上一页")
            onClicked: --root.leaf
        }
        LabelText {
            anchors.centerIn: parent
            text: qsTr("%1 / %2 页").arg(root.leaf + 1).arg(root.leaves)
        }
        QuietButton {
            anchors { right: parent.right; bottom: parent.bottom }
            width: Theme.type(220)
            enabled: root.leaf < root.leaves - 1
            opacity: enabled ? 1 : 0
            sign: "arrow_forward"
            text: qsTr("下一页")
            onClicked: ++root.leaf
        }
    }
}
