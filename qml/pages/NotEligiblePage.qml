// SPDX-License-Identifier: GPL-3.0-or-later
// 条件不符: told before anybody fills in a form. It is advice, not a refusal: only the office may refuse.
import QtQuick
import Tongban.Controls

KioskPage {
    id: root

    Column {
        width: root.bodyWidth
        spacing: Theme.u(36)
        Rectangle {
            width: parent.width
            height: words.height + 2 * Theme.u(44)
            radius: Theme.u(28)
            color: Theme.warningTint
            border.width: Theme.u(3)
            border.color: Theme.warning
            Column {
                id: words
                x: Theme.u(44)
                y: Theme.u(44)
                width: parent.width - 2 * x
                spacing: Theme.u(20)
                HeadingText {
                    width: parent.width
                    text: root.kiosk.eligibility.fact
                    color: Theme.warning
                }
                BodyText {
                    width: parent.width
                    text: root.kiosk.eligibility.clause
                }
            }
        }
        NoticeLine {
            visible: text !== ""
            width: parent.width
            sign: "place"
            text: root.kiosk.eligibility.elsewhere
        }
        NoticeLine {
            visible: !Theme.wide || root.kiosk.eligibility.elsewhere === "" // where height is dear
            width: parent.width
            sign: "support_agent"
            text: qsTr("要是觉得不对，可以点“叫人帮忙”，或打 %1").arg(root.kiosk.hallPhone)
        }
        NoticeLine {
            width: parent.width
            sign: "edit"
            text: qsTr("您也可以仍要申请，由受理部门决定")
        }
    }
}
