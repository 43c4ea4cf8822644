// SPDX-License-Identifier: GPL-3.0-or-later
// 查进度, 刷证: only the holder of the card sees the own cases.
import QtQuick

IdentifyPage {
    promise: kiosk.progress.codes ? qsTr("回执只看得到办到哪一步；通知要刷身份证看") : qsTr("只看您自己的事，离开时清除")
}
