// SPDX-License-Identifier: GPL-3.0-or-later
// 重新开始: asked once, for it throws away what was filled in.
import QtQuick
import Tongban.Controls
import Tongban.View

DialogSheet {
    id: root
    required property Kiosk kiosk
    readonly property bool submitted: kiosk.step === "Receipt" || kiosk.step === "Rating" // stored as a case already
    readonly property bool putAway: kiosk.step === "Away" || kiosk.step === "Kept" // a draft that nobody may throw away here
    signal closed()

    sign: "restart_alt"
    title: qsTr("要重新开始吗？")
    text: putAway ? qsTr("存好的还在，不会丢。屏幕回到首页。") : submitted ? qsTr("您的申请已经存好，不会丢。屏幕上的信息会清除。")
                    : qsTr("填的和扫的都会清除，回到首页。")
    primaryText: qsTr("不，继续办")
    secondaryText: putAway ? qsTr("回到首页") : submitted ? qsTr("清除，结束") : qsTr("清除，重新开始")
    destructive: !submitted && !putAway
    onAccepted: closed()
    onRejected: {
        closed()
        kiosk.startOver()
    }
}
