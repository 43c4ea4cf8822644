// SPDX-License-Identifier: GPL-3.0-or-later
// One moment of a case: a dot on a line, what happened, when. Where it stands now the dot is full and the words are strong.
import QtQuick
import Tongban.Controls

Item {
    id: root
    required property string date
    required property string text
    property bool now: false
    property bool letter: false // the office wrote
    property bool first: false
    property bool last: false

    readonly property int rail: Theme.type(64) // where the words begin

    implicitHeight: words.height + 2 * Theme.u(18)
    Accessible.role: Accessible.StaticText
    Accessible.name: root.now ? qsTr("现在：%1，%2").arg(text).arg(date) : qsTr("%1，%2").arg(text).arg(date)

    Rectangle { // the line, from dot to dot
        x: Theme.lead(dot.span / 2 - width / 2, width, root.width)
        y: root.first ? root.height / 2 : 0
        width: Theme.strongLine
        height: root.height - y - (root.last ? root.height / 2 : 0)
        color: Theme.line
    }
    Rectangle {
        id: dot
        readonly property int span: Theme.type(40)
        x: Theme.lead((span - width) / 2, width, root.width)
        anchors.verticalCenter: parent.verticalCenter
        width: root.now ? span : Theme.type(24)
        height: width
        radius: width / 2
        color: root.now ? Theme.brand : Theme.surface
        border.width: Theme.strongLine
        border.color: root.now ? Theme.brand : Theme.strongEdge
        Icon {
            visible: root.now
            anchors.centerIn: parent
            sign: root.letter ? "mail" : "check"
            size: Theme.type(30)
            color: Theme.brandText
        }
    }
    Column {
        id: words
        x: Theme.lead(root.rail, width, root.width)
        width: root.width - root.rail
        anchors.verticalCenter: parent.verticalCenter
        BodyText {
            width: parent.width
            text: root.text
            font.weight: root.now ? Font.Bold : Font.Normal
            Accessible.ignored: true
        }
        LabelText {
            width: parent.width
            text: root.date
            Accessible.ignored: true
        }
    }
}
