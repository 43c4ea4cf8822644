// SPDX-License-Identifier: GPL-3.0-or-later
// A free text. This terminal has no keyboard: what stands there is shown, and a gap is filled at the counter.
import QtQuick
import Tongban.Controls

Column {
    id: root
    required property string label
    required property string displayValue
    spacing: Theme.half

    FactRow {
        width: parent.width
        label: root.label
        value: root.displayValue === "" ? qsTr("还没有填") : root.displayValue
        last: true
    }
    NoticeLine {
        visible: root.displayValue === ""
        width: parent.width
        sign: "support_agent"
        kind: NoticeLine.Warning
        text: qsTr("这一项请点“叫人帮忙”，工作人员帮您填")
    }
}
