// SPDX-License-Identifier: GPL-3.0-or-later
// 看一看扫得清不清楚, and whether the pages lie in their order. The picture is never cached: nothing of it may outlive the
// page.
import QtQuick
import Tongban.Controls
import Tongban.View

KioskPage {
    id: root
    property int shown: 0
    readonly property PageReviewController pageReview: kiosk.pageReview
    readonly property int pages: pageReview.imageSources.length
    readonly property bool several: pages > 1
    // A page is upright: landscape has room for the buttons beside it, portrait below.
    readonly property bool beside: several && Theme.wide
    readonly property int row: Math.max(Theme.u(120), again.leastHeight, other.leastHeight, order.leastHeight)
    readonly property int rows: beside ? 3 : several ? 2 : 1
    readonly property int toolsHeight: rows * row + (rows - 1) * Theme.gap
    readonly property int toolsWidth: beside ? Math.round(0.44 * bodyWidth) : bodyWidth
    readonly property int sheetWidth: beside ? bodyWidth - toolsWidth - Theme.gap : bodyWidth
    readonly property int sheetFloor: beside ? bodyHeight : bodyHeight - toolsHeight - Theme.gap

    primarySign: "check"

    // Top of a line of buttons.
    function lineTop(line: int): int {
        return root.bodyHeight - root.toolsHeight + line * (root.row + Theme.gap)
    }

    Panel {
        x: Theme.lead(0, width, root.bodyWidth)
        width: root.sheetWidth
        height: caption.y - Theme.half
        Image {
            anchors { fill: parent; margins: Theme.half }
            source: root.pages > 0 ? Qt.resolvedUrl(root.pageReview.imageSources[root.shown]) : ""
            cache: false
            fillMode: Image.PreserveAspectFit
            sourceSize.width: root.bodyWidth
            mipmap: false
            smooth: true
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("扫描的第 %1 页").arg(root.shown + 1)
        }
    }
    LabelText {
        id: caption
        x: Theme.lead(0, width, root.bodyWidth)
        y: root.sheetFloor - height
        width: root.sheetWidth
        horizontalAlignment: Text.AlignHCenter
        text: root.several ? qsTr("%1，这是第 %2 页").arg(root.pageReview.pageText).arg(root.shown + 1) : root.pageReview.pageText
    }
    SecondaryButton { // page number is paper order
        id: order
        visible: root.several
        readonly property int to: root.shown === 0 ? 1 : root.shown - 1
        x: Theme.lead(root.bodyWidth - width, width, root.bodyWidth)
        y: root.lineTop(0)
        width: root.toolsWidth
        height: root.row
        sign: "swap_vert"
        text: qsTr("放到第 %1 页").arg(to + 1)
        onClicked: {
            const from = root.shown
            root.shown = to
            root.kiosk.movePageUp(Math.max(1, from))
        }
    }
    SecondaryButton {
        id: other
        visible: root.several
        x: Theme.lead(root.bodyWidth - width, width, root.bodyWidth)
        y: root.lineTop(1)
        width: root.beside ? root.toolsWidth : (root.bodyWidth - Theme.gap) / 2
        height: root.row
        sign: "description"
        text: qsTr("看第 %1 页").arg((root.shown + 1) % Math.max(1, root.pages) + 1)
        onClicked: root.shown = (root.shown + 1) % root.pages
    }
    SecondaryButton {
        id: again
        x: Theme.lead(root.beside ? root.bodyWidth - width : 0, width, root.bodyWidth)
        y: root.lineTop(root.rows - 1)
        width: root.beside ? root.toolsWidth : root.several ? (root.bodyWidth - Theme.gap) / 2 : root.bodyWidth
        height: root.row
        sign: "refresh"
        text: qsTr("重新扫描")
        onClicked: root.kiosk.retakePage()
    }
}
