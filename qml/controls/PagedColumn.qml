// SPDX-License-Identifier: GPL-3.0-or-later
// Rows one below another; what does not fit comes on the next leaf, turned by big buttons. No row is ever cut, and nothing
// needs dragging. Its children must not bind `visible` or `y`: both belong to the column.
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: root
    default property alias rows: body.data
    property int spacing: Theme.gap
    property int maximumHeight: 0 // for a column that takes what its rows need; 0: it has the height it was given
    property int leaf: 0
    property int leaves: 1
    readonly property int contentHeight: body.used

    implicitHeight: maximumHeight > 0 ? Math.min(body.wanted, maximumHeight) : body.wanted
    onMaximumHeightChanged: root.arrange()
    onHeightChanged: root.arrange()
    onWidthChanged: root.arrange()
    onLeafChanged: root.arrange()
    Component.onCompleted: root.arrange()

    // Rows that change while they are laid out ask again: a few rounds, then it stands.
    function arrange(): void {
        if (body.rounds > 0) {
            body.again = true
            return
        }
        do {
            body.again = false
            ++body.rounds
            root.layOut()
        } while (body.again && body.rounds < 5)
        body.rounds = 0
    }
    function layOut(): void {
        let wanted = -root.spacing
        for (let i = 0; i < body.children.length; ++i)
            if (body.children[i].height > 0)
                wanted += body.children[i].height + root.spacing
        const limit = root.maximumHeight > 0 ? root.maximumHeight : root.height
        const oneLeaf = limit <= 0 || wanted <= limit + 1
        const room = oneLeaf ? wanted : limit - pager.height - root.spacing
        let leaf = 0
        let y = 0
        let used = 0
        for (let i = 0; i < body.children.length; ++i) {
            const row = body.children[i]
            if (!body.watched.includes(row)) {
                body.watched.push(row)
                row.heightChanged.connect(root.arrange)
            }
            if (row.height > 0 && y > 0 && y + row.height > room + 1) {
                ++leaf
                y = 0
            }
            row.y = y
            const shown = row.height > 0 && leaf === root.leaf
            row.visible = shown
            if (row.height > 0)
                y += row.height + root.spacing
            if (shown)
                used = y - root.spacing
        }
        body.wanted = Math.max(0, wanted)
        body.used = used
        root.leaves = leaf + 1
        if (root.leaf > leaf)
            root.leaf = leaf
    }

    Item {
        id: body
        property int wanted: 0
        property int used: 0
        width: root.width
        height: root.height
        property int rounds: 0
        property bool again: false
        property var watched: [] // rows that tell of their height
        onChildrenRectChanged: root.arrange()
        onChildrenChanged: root.arrange() // a row that came to lie over another changes no rectangle
    }
    Item {
        id: pager
        visible: root.leaves > 1
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Math.max(Theme.touch, back.implicitHeight)
        readonly property bool narrow: root.width < 2 * Theme.type(230) + Theme.type(90)
        QuietButton {
            id: back
            dense: pager.narrow
            anchors { left: parent.left; bottom: parent.bottom }
            width: pager.narrow ? lineWidth : Math.max(Theme.type(186), lineWidth)
            enabled: root.leaf > 0
            opacity: enabled ? 1 : 0
            sign: "arrow_back"
            text: qsTr("上一页")
            onClicked: --root.leaf
        }
        LabelText {
            anchors.centerIn: parent
            text: (root.leaf + 1) + "/" + root.leaves
            font.pixelSize: Theme.smallSize
            Accessible.name: qsTr("第 %1 页，共 %2 页").arg(root.leaf + 1).arg(root.leaves)
            Accessible.description: text
        }
        QuietButton {
            dense: pager.narrow
            anchors { right: parent.right; bottom: parent.bottom }
            width: pager.narrow ? lineWidth : Math.max(Theme.type(186), lineWidth)
            enabled: root.leaf < root.leaves - 1
            opacity: enabled ? 1 : 0
            sign: "arrow_forward"
            text: qsTr("下一页")
            onClicked: ++root.leaf
        }
    }
}
