// SPDX-License-Identifier: GPL-3.0-or-later
// A question or a piece of news over the page. Nothing below can be touched meanwhile.
import QtQuick

Rectangle {
    id: root
    required property string title
    property string text
    property string sign: "help"
    property string primaryText: qsTr("知道了")
    property string secondaryText
    property bool destructive: false // the secondary action throws something away
    default property alias extra: slot.data
    // In the low arrangement: how high `extra` may be, for all of it to be within reach. The question is only read.
    readonly property int lowRoom: root.height - Theme.reachTop - Theme.half - Theme.margin - Theme.half - 2 * Theme.gap
                                   - accept.implicitHeight
    signal accepted()
    signal rejected()

    color: Theme.scrim
    onVisibleChanged: root.takeFocus()
    Component.onCompleted: root.takeFocus()
    Accessible.role: Accessible.Dialog
    Accessible.name: title
    Accessible.description: text

    function takeFocus(): void { // who has no finger begins at the way out
        if (root.visible)
            accept.forceActiveFocus()
    }

    MouseArea { anchors.fill: parent } // the page below is out of reach

    Rectangle {
        id: sheet
        x: Math.round((root.width - width) / 2)
        y: Theme.low ? root.height - height - Theme.half
         : Theme.wide ? Math.round((root.height - height) / 2) : root.height - height - Theme.u(200)
        width: Math.min(root.width - 2 * Theme.margin, Theme.u(1100))
        height: content.height + 2 * Theme.margin
        radius: Theme.u(28)
        color: Theme.surface
        Column {
            id: content
            x: Theme.margin
            y: Theme.margin
            width: parent.width - 2 * x
            spacing: Theme.gap
            Row {
                width: parent.width
                spacing: Theme.gap
                Icon {
                    id: mark
                    y: Theme.type(8)
                    sign: root.sign
                    size: Theme.type(64)
                    color: Theme.brand
                }
                TitleText {
                    width: parent.width - mark.width - parent.spacing
                    text: root.title
                    font.pixelSize: Theme.type(52)
                }
            }
            BodyText {
                visible: root.text !== ""
                width: parent.width
                text: root.text
            }
            Column {
                id: slot
                width: parent.width
                spacing: Theme.gap
            }
            Item { width: 1; height: Theme.half }
            Item {
                width: parent.width
                height: accept.implicitHeight
                SecondaryButton {
                    visible: root.secondaryText !== ""
                    anchors.left: parent.left
                    width: (parent.width - Theme.gap) / 2
                    height: parent.height
                    text: root.secondaryText
                    destructive: root.destructive
                    onClicked: root.rejected()
                }
                PrimaryButton {
                    id: accept
                    anchors.right: parent.right
                    width: root.secondaryText !== "" ? (parent.width - Theme.gap) / 2 : parent.width
                    height: parent.height
                    sign: ""
                    text: root.primaryText
                    onClicked: root.accepted()
                }
            }
        }
    }
}
