// SPDX-License-Identifier: GPL-3.0-or-later
// 有一封信给您: it is told of before anything else; what it says stands on its own page.
import QtQuick
import Tongban.Controls

Column {
    id: root
    signal read()
    signal later()

    spacing: Theme.gap
    ChoiceCard {
        width: parent.width
        checkable: false
        title: qsTr("现在看")
        hint: qsTr("会念给您听，也可以打印带走")
        sign: "mail"
        onClicked: root.read()
    }
    ChoiceCard {
        width: parent.width
        checkable: false
        title: qsTr("以后看")
        hint: qsTr("下次刷身份证还会提醒您")
        sign: "schedule"
        onClicked: root.later()
    }
}
