// SPDX-License-Identifier: GPL-3.0-or-later
// 看一看扫得清不清楚. The picture is never cached: nothing of it may outlive the page.
import QtQuick
import Tongban.Controls
import Tongban.View

KioskPage {
    id: root
    property int shown: 0
    readonly property PageReviewController pageReview: kiosk.pageReview
    readonly property int pages: pageReview.imageSources.length
    readonly property int toolsHeight: again.height + caption.height + 2 * Theme.gap

    primarySign: "check"

    Panel {
        width: root.bodyWidth
        height: root.bodyHeight - root.toolsHeight
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
        y: root.bodyHeight - root.toolsHeight + Theme.gap
        width: root.bodyWidth
        horizontalAlignment: Text.AlignHCenter
        text: root.pageReview.pageText + "   " + root.pageReview.sizeText
    }
    SecondaryButton {
        id: again
        x: Theme.lead(0, width, root.bodyWidth)
        y: root.bodyHeight - height
        width: root.pages > 1 ? (root.bodyWidth - Theme.gap) / 2 : root.bodyWidth
        height: Math.max(Theme.u(120), leastHeight, other.leastHeight)
        sign: "refresh"
        text: qsTr("重新扫描")
        onClicked: root.kiosk.retakePage()
    }
    SecondaryButton {
        id: other
        visible: root.pages > 1
        x: Theme.lead(again.width + Theme.gap, width, root.bodyWidth)
        y: again.y
        width: again.width
        height: again.height
        sign: "description"
        text: qsTr("看第 %1 页").arg((root.shown + 1) % Math.max(1, root.pages) + 1)
        onClicked: root.shown = (root.shown + 1) % root.pages
    }
}
