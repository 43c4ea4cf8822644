// SPDX-License-Identifier: GPL-3.0-or-later
// The window: the strip on top, the page of the present step, and what may lie over every page.
import QtQuick
import QtQuick.Window
import Tongban.Controls
import Tongban.Shell
import Tongban.View

Window {
    id: root
    required property Kiosk kiosk

    color: Theme.ground
    title: kiosk.hallName

    ShellView {
        anchors.fill: parent
        kiosk: root.kiosk
        focus: true
    }
}
