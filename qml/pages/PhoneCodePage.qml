// SPDX-License-Identifier: GPL-3.0-or-later
// 输入验证码: what the person reads in the SMS. Whoever has no telephone at hand, or gets no message, goes on without.
import QtQuick
import Tongban.Controls
import Tongban.Forms
import Tongban.View

KioskPage {
    id: root
    readonly property PhoneController phone: kiosk.phone

    readFirst: code.readFirst
    subtitleWarns: phone.warns
    FieldView {
        id: code
        width: root.bodyWidth
        room: root.bodyHeight - ways.height - Theme.gap
        key: "code"
        label: qsTr("验证码")
        type: "phoneCode"
        value: root.phone.code
        displayValue: value
        error: ""
        refusal: ""
        choices: []
        unit: ""
        text: ""
        warning: ""
        rowFields: []
        maximumRows: 0
        errorElsewhere: true
        onAnswered: (key, value) => root.phone.type(value)
    }
    Row {
        id: ways
        y: code.height + Theme.gap
        width: root.bodyWidth
        spacing: Theme.gap
        readonly property int part: Math.floor((width - spacing) / 2)
        readonly property int tallest: Math.max(again.leastHeight, later.leastHeight, Theme.u(104))
        SecondaryButton {
            id: again
            width: ways.part
            height: ways.tallest
            enabled: root.phone.mayAsk
            text: root.phone.sending ? qsTr("正在发送") : root.phone.secondsLeft > 0 ? qsTr("没收到？等%1秒").arg(root.phone.secondsLeft) : qsTr("没收到，再发")
            onClicked: root.phone.want()
        }
        SecondaryButton {
            id: later
            width: ways.part
            height: ways.tallest
            text: qsTr("以后再核")
            onClicked: root.phone.later()
        }
    }
}
