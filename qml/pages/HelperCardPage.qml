// SPDX-License-Identifier: GPL-3.0-or-later
// 请帮忙的人刷身份证: the helper's own card, before the applicant's.
IdentifyPage {
    promise: qsTr("只记下是谁帮的忙，离开时从屏幕清除")
}
