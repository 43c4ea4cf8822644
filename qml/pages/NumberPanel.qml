// SPDX-License-Identifier: GPL-3.0-or-later
// The number that a person will say on the telephone, as large as the page allows.
import QtQuick
import Tongban.Controls

Rectangle {
    id: root
    required property string label
    required property string number
    property bool brief: false // room is short
    property string waiting // what is said until then
    required property string projectNumber // of the office; empty until it exists

    height: words.height + 2 * Theme.u(32)
    radius: Theme.u(28)
    color: Theme.successTint
    border.width: Theme.u(3)
    border.color: Theme.success

    TextMetrics {
        id: measured
        font.family: Theme.textFamily
        font.weight: Font.Bold
        font.pixelSize: 100
        text: root.number
    }
    Column {
        id: words
        x: Theme.u(root.brief ? 20 : 40)
        y: Theme.u(32)
        width: parent.width - 2 * x
        LabelText {
            text: root.label
            color: Theme.success
            font.weight: Font.Bold
        }
        TitleText {
            text: root.number
            color: Theme.success
            font.pixelSize: Math.min(Theme.numberSize, Math.floor(100 * words.width / Math.max(1, measured.advanceWidth + 8)))
            wrapMode: Text.NoWrap
        }
        LabelText {
            visible: !root.brief
            width: parent.width
            text: root.projectNumber !== "" ? qsTr("受理编号 %1").arg(root.projectNumber) : root.waiting
            color: Theme.ink
        }
    }
}
