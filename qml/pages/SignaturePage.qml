// SPDX-License-Identifier: GPL-3.0-or-later
// 签名: what one signs for, and a white field to write on.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls
import Tongban.View

KioskPage {
    id: root
    // One text; of several offices, or where height is dear, sentence by sentence, so that it can be turned over.
    readonly property var sentences: {
        const consent = kiosk.signature.consent
        const turns = consent.includes("\n") || Theme.low || Theme.letters
        return turns ? consent.replace(/。|[.] /g, end => end + "\n").split("\n").filter(text => text !== "") : [consent]
    }
    // Nobody signed yet: said above the pad, which a card would hide.
    // Who cannot write says so before anything is written.
    readonly property bool marks: kiosk.helper.mayMark && kiosk.signature.empty
    readonly property bool unsigned: kiosk.trouble.active && kiosk.trouble.actionText === ""

    coveredByTrouble: !unsigned
    subtitle: unsigned ? kiosk.trouble.body : covered ? "" : kiosk.subtitle
    subtitleWarns: unsigned

    Rectangle {
        id: terms
        width: root.bodyWidth
        height: words.height + 2 * Theme.u(28)
        radius: Theme.corner
        color: Theme.brandTint
        PagedColumn { // who signs for several offices reads the second leaf, too: the room to write stays
            id: words
            x: Theme.u(32)
            y: Theme.u(28)
            width: parent.width - 2 * x
            maximumHeight: root.bodyHeight - Theme.u(Theme.low ? 210 : 300) - Theme.gap - 2 * y
            spacing: Theme.u(6)
            Repeater {
                model: root.sentences
                BodyText {
                    required property string modelData
                    width: words.width
                    text: modelData
                    font.pixelSize: Theme.wide && Theme.elder ? Theme.smallSize : Theme.type(34)
                }
            }
        }
    }
    Panel {
        id: paper
        y: terms.height + Theme.gap
        width: root.bodyWidth
        height: Math.min(root.bodyHeight - y, Theme.u(720))
        border.width: Theme.u(4)
        border.color: Theme.brand
        Rectangle {
            x: Theme.u(60)
            y: Math.round(parent.height * 0.72)
            width: parent.width - 2 * x
            height: Theme.hairline
            visible: !root.marks
            color: Theme.strongEdge
        }
        Column {
            x: Theme.gap
            y: Math.round(((root.marks ? mark.y - paper.y : parent.height) - height) / 2)
            visible: root.kiosk.signature.empty
            width: parent.width - 2 * Theme.gap
            BodyText {
                width: parent.width
                text: qsTr("用手指在这里写名字")
                color: Theme.softInk
                font.pixelSize: Theme.type(42)
                horizontalAlignment: Text.AlignHCenter
            }
            LabelText { // closed, and why
                visible: root.kiosk.helper.applicantSigns && !root.kiosk.helper.mayMark
                width: parent.width
                text: qsTr("不会写字，可以画押。按手印要有人帮办")
                horizontalAlignment: Text.AlignHCenter
            }
        }
        SignatureItem { // below the button that wipes it
            id: pad
            anchors { fill: parent; margins: Theme.u(6) }
            signature: root.kiosk.signature
            ink: Theme.ink
            Accessible.role: Accessible.Canvas
            Accessible.name: qsTr("签名区")
            Accessible.description: qsTr("用手指写名字，不会写字可以画押")
        }
    }
    SecondaryButton {
        id: mark
        x: Math.round((paper.width - width) / 2)
        y: paper.y + paper.height - height - Theme.half
        width: Math.min(implicitWidth, paper.width - 2 * Theme.half)
        height: Math.max(Theme.touch, leastHeight)
        visible: root.marks
        sign: "fingerprint"
        text: qsTr("不会写字，按手印")
        onClicked: root.kiosk.helper.cannotWrite()
    }
    SecondaryButton {
        id: clear
        x: Theme.lead(paper.width - width - Theme.half, width, paper.width)
        y: paper.y + paper.height - height - Theme.half
        width: Math.max(Theme.u(230), implicitWidth)
        height: Theme.touch
        visible: !root.kiosk.signature.empty
        sign: "refresh"
        text: qsTr("擦掉")
        onClicked: pad.clear()
    }
}
