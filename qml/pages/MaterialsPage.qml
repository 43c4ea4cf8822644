// SPDX-License-Identifier: GPL-3.0-or-later
// 材料清单: what is needed, how to lay it, what is already in.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls

KioskPage {
    id: root
    bodyUsed: list.contentHeight
    aside: NoticeLine {
        width: parent.width
        sign: "gpp_good"
        kind: NoticeLine.Good
        text: qsTr("扫描件加密存放，原件您带走")
    }

    PagedColumn {
        id: list
        width: root.bodyWidth
        height: root.bodyHeight
        LibraryPanel {
            width: root.bodyWidth
            phase: root.kiosk.materials.library
            consent: root.kiosk.materials.libraryConsent
            onAgreed: root.kiosk.materials.askLibrary()
        }
        Repeater {
            model: root.kiosk.materials.list
            MaterialCard {
                width: root.bodyWidth
                picture: root.kiosk.materials.list.count === 1 && root.bodyHeight > Theme.u(900)
                onScan: root.kiosk.materials.scan(key)
                onMissing: root.kiosk.materials.tellMissing(key)
            }
        }
    }
}
