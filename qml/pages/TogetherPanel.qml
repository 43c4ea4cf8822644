// SPDX-License-Identifier: GPL-3.0-or-later
// 一件事: the cases that one form made, each with its number, and how far their receipts are.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls

Rectangle {
    id: root
    required property var cases // rows of ReceiptController.cases
    property bool brief: false  // room is short

    readonly property int inset: Theme.u(brief ? 16 : 28)

    height: rows.height + 2 * inset
    radius: Theme.u(28)
    color: Theme.successTint
    border.width: Theme.u(3)
    border.color: Theme.success

    Column {
        id: rows
        x: Theme.u(root.brief ? 20 : 40)
        y: root.inset
        width: parent.width - 2 * x
        spacing: Theme.u(root.brief ? 12 : 24)
        Repeater {
            model: root.cases
            Item {
                id: one
                required property string name
                required property string number
                required property string state // "out" | "printing" | "asked" | "failed" | "waiting"
                readonly property string told: state === "out" ? qsTr("打印好了")
                    : state === "printing" ? qsTr("正在打印")
                    : state === "asked" ? qsTr("请看一看出纸的地方") : qsTr("还没打印")

                width: rows.width
                height: words.height
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("%1，预受理编号%2，回执%3").arg(name).arg(number).arg(told)
                Column {
                    id: words
                    width: parent.width
                    Item {
                        width: parent.width
                        height: Math.max(named.height, mark.height)
                        LabelText {
                            id: named
                            x: Theme.lead(0, width, parent.width)
                            anchors.verticalCenter: parent.verticalCenter
                            width: parent.width - mark.width - Theme.half
                            text: one.name
                            color: Theme.success
                            font.weight: Font.Bold
                            Accessible.ignored: true
                        }
                        Icon {
                            id: mark
                            x: Theme.lead(parent.width - width, width, parent.width)
                            anchors.verticalCenter: parent.verticalCenter
                            sign: one.state === "out" ? "check_circle" : one.state === "printing" ? "print"
                                : one.state === "asked" ? "help_outline" : "schedule"
                            size: Theme.type(root.brief ? 42 : 56)
                            color: Theme.success
                        }
                    }
                    HeadingText {
                        text: one.number
                        color: Theme.success
                        font.pixelSize: Math.min(Theme.type(52), Math.floor(100 * rows.width / Math.max(1, measured.advanceWidth + 8)))
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                }
                TextMetrics {
                    id: measured
                    font.family: Theme.textFamily
                    font.weight: Font.Bold
                    font.pixelSize: 100
                    text: one.number
                }
            }
        }
    }
}
