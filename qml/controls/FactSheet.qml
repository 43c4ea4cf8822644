// SPDX-License-Identifier: GPL-3.0-or-later
// Facts one below another on one white sheet; more than fit come on the next leaf.
import QtQuick

Item {
    id: root
    default property alias rows: column.rows
    readonly property int used: column.leaves > 1 ? height : sheet.height
    readonly property int inner: Theme.u(40)

    implicitHeight: column.implicitHeight + Theme.gap

    Panel {
        id: sheet
        width: parent.width
        height: column.contentHeight + Theme.gap
    }
    PagedColumn {
        id: column
        x: root.inner
        y: Theme.half
        width: parent.width - 2 * x
        height: parent.height - Theme.gap
        spacing: 0
    }
}
