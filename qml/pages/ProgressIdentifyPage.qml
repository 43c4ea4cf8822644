// SPDX-License-Identifier: GPL-3.0-or-later
// 查进度, 刷证: only the holder of the card sees the own cases.
import QtQuick

IdentifyPage {
    promise: qsTr("只看您自己的事，离开时清除")
}
