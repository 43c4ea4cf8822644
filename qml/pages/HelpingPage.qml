// SPDX-License-Identifier: GPL-3.0-or-later
// 谁帮您办: four pictures. Who may answer for somebody without a card says so on the tile.
import QtQuick
import Tongban.Controls
import Tongban.View

KioskPage {
    id: root
    readonly property HelperController helper: kiosk.helper

    PagedColumn {
        width: root.bodyWidth
        height: root.bodyHeight
        ChoiceCard {
            width: parent.width
            further: true
            title: qsTr("家里人、亲戚")
            hint: root.helper.cardless ? qsTr("带上户口簿或委托书，在这里扫描") : ""
            sign: "people"
            onClicked: root.helper.choose("relative")
        }
        ChoiceCard {
            width: parent.width
            further: true
            title: qsTr("村干部")
            hint: root.helper.cardless ? qsTr("能替没带证的人证明身份") : ""
            sign: "badge"
            onClicked: root.helper.choose("cadre")
        }
        ChoiceCard {
            width: parent.width
            further: true
            title: qsTr("大厅工作人员")
            hint: root.helper.cardless ? qsTr("能替没带证的人证明身份") : ""
            sign: "support_agent"
            onClicked: root.helper.choose("staff")
        }
        ChoiceCard {
            width: parent.width
            further: true
            title: qsTr("志愿者")
            hint: root.helper.cardless ? qsTr("只能帮着操作，不能证明身份") : ""
            sign: "favorite"
            onClicked: root.helper.choose("volunteer")
        }
    }
}
