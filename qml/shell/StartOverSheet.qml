// SPDX-License-Identifier: GPL-3.0-or-later
// 重新开始: asked once, for it throws away what was filled in.
import QtQuick
import Tongban.Controls

DialogSheet {
    sign: "restart_alt"
    title: qsTr("要重新开始吗？")
    text: qsTr("填的和扫的都会清除，回到首页。")
    primaryText: qsTr("不，继续办")
    secondaryText: qsTr("清除，重新开始")
    destructive: true
}
