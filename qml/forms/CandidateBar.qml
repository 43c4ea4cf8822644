// SPDX-License-Identifier: GPL-3.0-or-later
// What the letters may mean, a row at a time, best first; arrows turn the row. Whole words only: what does not fit stands
// in the next row.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls

Item {
    id: root
    property var candidates: [] // strings
    property string hint // stands here while there are none
    property bool hintWarns: false
    signal chosen(int index)

    property int first: 0 // index of the first one shown
    readonly property int last: {
        let used = 0
        let index = first
        while (index < candidates.length && used + widthOf(candidates[index]) <= free) {
            used += widthOf(candidates[index]) + Theme.gap
            ++index
        }
        return Math.max(index, Math.min(first + 1, candidates.length))
    }
    readonly property bool turns: first > 0 || last < candidates.length
    readonly property real free: width - 2 * (Theme.touch + Theme.gap)
    property list<int> firsts // where the earlier rows began

    height: Math.max(Theme.touch, hintText.height)
    onCandidatesChanged: {
        first = 0
        firsts = []
    }

    function widthOf(word: string): real {
        return Math.max(Theme.touch, word.length * Theme.type(46) + 2 * Theme.half)
    }

    Row {
        spacing: Theme.gap
        Repeater {
            model: root.last - root.first
            PadKey {
                required property int index
                width: Math.min(root.free, root.widthOf(name))
                height: Theme.touch
                name: root.candidates[root.first + index] ?? ""
                onClicked: root.chosen(root.first + index)
            }
        }
    }
    PadKey {
        visible: root.turns
        enabled: root.last < root.candidates.length
        opacity: enabled ? 1 : 0
        x: root.width - width
        width: Theme.touch
        height: Theme.touch
        name: qsTr("后面的字")
        sign: "chevron_right"
        onClicked: {
            root.firsts = [...root.firsts, root.first]
            root.first = root.last
        }
    }
    PadKey {
        visible: root.turns
        enabled: root.first > 0
        opacity: enabled ? 1 : 0
        x: root.width - 2 * width - Theme.gap
        width: Theme.touch
        height: Theme.touch
        name: qsTr("前面的字")
        sign: "chevron_left"
        onClicked: {
            const before = root.firsts[root.firsts.length - 1]
            root.firsts = root.firsts.slice(0, -1)
            root.first = before
        }
    }
    BodyText {
        id: hintText
        visible: root.candidates.length === 0
        width: root.width
        anchors.verticalCenter: parent.verticalCenter
        text: root.hint
        color: root.hintWarns ? Theme.warning : Theme.softInk
    }
}
