// SPDX-License-Identifier: GPL-3.0-or-later
// A free text. This terminal has no keyboard: what stands there is shown, and a gap is filled at the counter.
import QtQuick
import Tongban.Controls

Column {
    id: root
    required property FieldView field
    spacing: Theme.half

    FactRow {
        width: parent.width
        label: root.field.label
        value: root.field.displayValue === "" ? qsTr("还没有填") : root.field.displayValue
        last: true
    }
    NoticeLine {
        visible: root.field.displayValue === ""
        width: parent.width
        sign: "support_agent"
        kind: NoticeLine.Warning
        text: qsTr("这一项要打字，这台机器上填不了，请到服务窗口办")
    }
}
