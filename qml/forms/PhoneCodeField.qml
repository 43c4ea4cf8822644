// SPDX-License-Identifier: GPL-3.0-or-later
// The six digits of an SMS.
import QtQuick
import Tongban.Controls

DigitsField {
    // Beside what else the page offers, four rows of keys do not fit everywhere in large type.
    squat: field.room > 0 && field.room - others < 4 * Math.max(Theme.touch, Theme.type(78)) + 3 * Theme.gap
    entry: field.value
    prompt: qsTr("请按短信里的6位数字")
    maxLength: 6
    groups: [3]
    onTyped: text => field.answer(text)
}
