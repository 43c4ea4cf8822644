// SPDX-License-Identifier: GPL-3.0-or-later
// 叫人帮忙: who can be reached, when and where. What was filled in stays.
import QtQuick
import Tongban.Controls
import Tongban.View

DialogSheet {
    id: root
    required property Kiosk kiosk
    signal closed()
    signal comfortAsked()

    sign: "support_agent"
    title: qsTr("工作人员可以帮您")
    text: root.kiosk.helpText // the same words that are spoken
    primaryText: qsTr("回去接着办")
    onAccepted: closed()

    HeadingText {
        width: parent.width
        text: root.kiosk.hallPhone
        color: Theme.brand
        font.pixelSize: Theme.type(72)
    }
    NoticeLine {
        width: parent.width
        sign: "schedule"
        text: root.kiosk.hours
    }
    NoticeLine {
        width: parent.width
        visible: text !== ""
        sign: "place"
        text: root.kiosk.hallAddress
    }
    NoticeLine {
        width: parent.width
        sign: "verified"
        kind: NoticeLine.Good
        text: qsTr("您填的都还在，不会丢")
    }
    SecondaryButton {
        width: parent.width
        height: Theme.u(108)
        sign: "tune"
        text: qsTr("看不清、够不着、听不清？")
        onClicked: root.comfortAsked()
    }
}
