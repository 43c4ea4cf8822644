// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the number above has been shown to be the person's: offered, under way, done, or left to the city.
import QtQuick
import Tongban.Controls

Item {
    id: root
    required property var phone // phase, secondsLeft, want()
    readonly property bool pressable: phone.phase === "offer" || phone.phase === "sent" || phone.phase === "waiting"

    implicitHeight: pressable ? ask.implicitHeight : Math.max(Theme.u(104), fact.visible ? fact.height : 0)

    SecondaryButton {
        id: ask
        visible: root.pressable
        enabled: root.phone.phase !== "waiting"
        anchors.fill: parent
        implicitHeight: Math.max(Theme.u(104), leastHeight)
        sign: "sms"
        text: root.phone.phase === "sent" ? qsTr("输入验证码")
            : root.phone.phase === "waiting" ? qsTr("%1秒后可以再发验证码").arg(root.phone.secondsLeft)
            : qsTr("发送验证码，核对号码")
        onClicked: root.phone.want()
    }
    NoticeLine {
        id: fact
        visible: root.phone.phase === "confirmed" || root.phone.phase === "kept"
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        sign: root.phone.phase === "confirmed" ? "verified" : "cloud_off"
        kind: root.phone.phase === "confirmed" ? NoticeLine.Good : NoticeLine.Plain
        text: root.phone.phase === "confirmed" ? qsTr("这个号码核对好了") : qsTr("号码记下了，以后由市里核对")
    }
    Row {
        visible: root.phone.phase === "sending"
        anchors.centerIn: parent
        spacing: Theme.gap
        BusyDots { anchors.verticalCenter: parent.verticalCenter }
        BodyText {
            text: qsTr("正在请市里发验证码")
            wrapMode: Text.NoWrap
        }
    }
}
