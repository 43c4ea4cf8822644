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

    implicitHeight: head.height + row.height

    LabelText {
        id: head
        visible: root.opensSection
        height: visible ? implicitHeight : 0
        topPadding: Theme.gap
        text: root.section
        color: Theme.brand
        font.weight: Font.Bold
    }
    FactRow {
        id: row
        y: head.height
        width: parent.width
        height: implicitHeight
        label: root.label
        value: root.value
        last: root.last
    }
}
