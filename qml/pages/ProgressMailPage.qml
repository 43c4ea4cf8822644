// SPDX-License-Identifier: GPL-3.0-or-later
// 查进度: a letter that nobody has opened goes before the list.
import QtQuick
import Tongban.Controls

KioskPage {
    id: root
    bodyUsed: choice.height
    aside: NoticeLine {
        width: parent.width
        sign: "call"
        text: qsTr("问进度，也可以打大厅电话：%1").arg(root.kiosk.hallPhone)
    }

    LetterChoice {
        id: choice
        width: root.bodyWidth
        onRead: root.kiosk.progress.read()
        onLater: root.kiosk.progress.readLater()
    }
}
