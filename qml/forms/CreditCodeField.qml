// SPDX-License-Identifier: GPL-3.0-or-later
// 统一社会信用代码: the 31 signs that GB 32100 knows, no others.
import QtQuick
import Tongban.Controls

Item {
    id: root
    required property FieldView field
    readonly property int length: 18
    readonly property bool full: field.value.length === length && !field.refused // what is said of it needs the letters' room

    implicitHeight: keys.y + keys.height

    Binding { target: root.field; property: "readFirst"; value: keys.y }
    EntrySheet {
        id: sheet
        width: parent.width
        field: root.field
        entry: root.field.refused ? "" : root.field.value
        shown: entry.slice(0, 8) + (entry.length > 8 ? " " : "") + entry.slice(8)
        prompt: qsTr("营业执照上有，一共 18 位")
        behind: entry === "" || entry.length === root.length ? "" : qsTr("还差 %1 位").arg(root.length - entry.length)
    }
    NoticeLine {
        id: problem
        readonly property string words: root.full ? root.field.warning : root.field.errorElsewhere ? "" : root.field.error
        y: sheet.height + Theme.half
        width: parent.width
        height: words === "" ? 0 : implicitHeight + Theme.half
        visible: words !== ""
        sign: "error_outline"
        kind: NoticeLine.Warning
        text: words
    }
    KeyGrid {
        id: keys
        y: sheet.height + problem.height + Theme.gap
        width: parent.width
        room: root.field.room > 0 ? root.field.room - y : 0
        keys: root.full && problem.words !== "" && Theme.wide ? [] : "0123456789ABCDEFGHJKLMNPQRTUWXY".split("")
        onPressed: key => {
            if (root.field.value.length < root.length)
                root.field.answer(root.field.value + key)
        }
        onBackPressed: root.field.answer(root.field.value.slice(0, -1))
    }
}
