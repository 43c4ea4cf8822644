// SPDX-License-Identifier: GPL-3.0-or-later
// 签名: what one signs for, and a white field to write on.
import QtQuick
import Tongban.Controls
import Tongban.View

KioskPage {
    id: root

    Panel {
        id: paper
        width: root.bodyWidth
        height: Math.min(root.bodyHeight - clear.height - Theme.gap, Theme.u(760))
        border.width: Theme.u(4)
        border.color: Theme.brand
        Rectangle {
            x: Theme.u(60)
            y: Math.round(parent.height * 0.78)
            width: parent.width - 2 * x
            height: Theme.hairline
            color: Theme.strongEdge
        }
        BodyText {
            anchors.centerIn: parent
            visible: root.kiosk.signature.empty
            text: qsTr("用手指在这里写名字")
            color: Theme.softInk
            font.pixelSize: Theme.type(44)
            Accessible.ignored: true
        }
        SignatureItem {
            id: pad
            anchors { fill: parent; margins: Theme.u(6) }
            signature: root.kiosk.signature
            ink: Theme.ink
            Accessible.role: Accessible.Canvas
            Accessible.name: qsTr("签名区")
            Accessible.description: qsTr("用手指写名字，不会写字可以按手印样画押")
        }
    }
    SecondaryButton {
        id: clear
        y: paper.height + Theme.gap
        width: root.bodyWidth
        height: Theme.u(120)
        enabled: !root.kiosk.signature.empty
        sign: "refresh"
        text: qsTr("擦掉重写")
        onClicked: pad.clear()
    }
}
