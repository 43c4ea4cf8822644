// SPDX-License-Identifier: GPL-3.0-or-later
// A row of the review; the first of a section carries its name.
import QtQuick
import Tongban.Controls

Item {
    id: root
    required property string section
    required property string label
    required property string value
    property bool opensSection: false
    property bool last: false

    readonly property int headHeight: opensSection ? head.height : 0

    implicitHeight: headHeight + row.height

    LabelText {
        id: head
        visible: root.opensSection
        topPadding: Theme.gap
        text: root.section
        color: Theme.brand
        font.weight: Font.Bold
    }
    FactRow {
        id: row
        y: root.headHeight
        width: parent.width
        height: implicitHeight
        label: root.label
        value: root.value
        last: root.last
    }
}
