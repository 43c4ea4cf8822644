// SPDX-License-Identifier: GPL-3.0-or-later
// Many small keys in as many columns as are wide enough, two places at the end for keys of another kind.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls

Grid {
    id: root
    required property var keys // strings, one key each
    required property int room // height to live in; 0 = as much as it likes
    property string lastButOne // a word key before "one back"; empty = none
    property bool lastButOneEnabled: true
    signal pressed(string key)
    signal wordPressed()
    signal backPressed()

    readonly property int count: keys.length + (lastButOne === "" ? 1 : 2)
    readonly property int fitting: Math.floor((width + Theme.gap) / (Theme.touch + Theme.gap))
    // The same number of rows with fewer columns: wider keys, and no row with one key only.
    readonly property int rowCount: Math.ceil(count / Math.max(1, fitting))
    readonly property real keyWidth: (width - (columns - 1) * Theme.gap) / columns
    readonly property real keyHeight: room <= 0 ? Theme.u(108)
        : Math.max(Theme.touch, Math.min(Theme.u(132), (room - (rowCount - 1) * Theme.gap) / rowCount))

    columns: Math.max(1, Math.ceil(count / rowCount))
    spacing: Theme.gap

    Repeater {
        model: root.keys
        PadKey {
            required property string modelData
            width: root.keyWidth
            height: root.keyHeight
            name: modelData
            onClicked: root.pressed(modelData)
        }
    }
    PadKey {
        visible: root.lastButOne !== ""
        enabled: visible && root.lastButOneEnabled
        width: root.keyWidth
        height: root.keyHeight
        name: root.lastButOne
        small: true
        onClicked: root.wordPressed()
    }
    PadKey {
        width: root.keyWidth
        height: root.keyHeight
        name: qsTr("退一格")
        sign: "backspace"
        onClicked: root.backPressed()
    }
}
