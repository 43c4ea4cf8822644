// SPDX-License-Identifier: GPL-3.0-or-later
// 本人没带证: name, then number, written by the helper. What stays closed without the card is said before it is missed.
import QtQuick
import Tongban.Controls

FormPage {
    id: root
    aside: NoticeLine {
        width: parent.width
        sign: "lock"
        kind: NoticeLine.Warning
        text: qsTr("没刷本人的证：能申请，不能查进度，也不能查电子证照库")
    }
}
