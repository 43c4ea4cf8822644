// SPDX-License-Identifier: GPL-3.0-or-later
// What no page of this terminal asks for yet and the item can do without: what is known is shown, a gap is filled at the
// counter.
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
        text: qsTr("这一项在窗口填，可以先往下办")
    }
}
