// SPDX-License-Identifier: GPL-3.0-or-later
// One small honest mark of the top strip.
import QtQuick

Row {
    id: root
    required property string sign
    required property string text
    required property string spoken // the whole of it, where there is room for a word only, or for none
    required property bool good
    property color tone: good ? Theme.success : Theme.warning

    spacing: Theme.u(8)
    Accessible.role: Accessible.Indicator
    Accessible.name: text !== "" ? text : spoken
    Accessible.description: text !== "" && text !== spoken ? spoken : ""

    Icon {
        anchors { verticalCenter: parent.verticalCenter; verticalCenterOffset: Theme.type(2) } // hanzi stand low in their line
        sign: root.sign
        size: Theme.type(36)
        color: root.tone
    }
    LabelText {
        visible: root.text !== ""
        text: root.text
        color: root.good ? Theme.softInk : root.tone
        font.pixelSize: Theme.type(30)
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
