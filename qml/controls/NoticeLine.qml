// SPDX-License-Identifier: GPL-3.0-or-later
// One quiet fact beside the question: sign and sentence.
import QtQuick

Item {
    id: root
    enum Kind { Good, Warning, Plain }
    required property string text
    required property string sign
    property int kind: NoticeLine.Plain

    readonly property color ink: kind === NoticeLine.Good ? Theme.success
                               : kind === NoticeLine.Warning ? Theme.warning : Theme.softInk

    implicitHeight: words.height
    Icon {
        id: icon
        anchors.left: parent.left
        y: Theme.type(5)
        sign: root.sign
        size: Theme.type(42)
        color: root.ink
    }
    LabelText {
        id: words
        anchors { left: icon.right; leftMargin: Theme.u(18); right: parent.right }
        text: root.text
        color: root.ink
        topPadding: Theme.type(2)
    }
}
