// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

DigitsField {
    entry: field.refused ? "" : field.value
    prompt: qsTr("请按卡上的号码")
    maxLength: 19
    groups: [4, 4, 4, 4]
    onTyped: text => field.answer(text)
}
