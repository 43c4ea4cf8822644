// SPDX-License-Identifier: GPL-3.0-or-later
// How many: digits, with a point where a fraction is an answer; the unit stands behind.
import QtQuick

DigitsField {
    property bool fractions: true
    entry: field.refused ? "" : field.value
    prompt: field.unit === "" ? qsTr("请按下面的数字") : qsTr("请填有多少%1").arg(field.unit)
    extraKey: fractions ? "." : ""
    maxLength: 10
    groups: []
    behind: entry === "" ? "" : field.unit
    onTyped: text => {
        if (/^\d*(\.\d{0,2})?$/.test(text))
            field.answer(text)
    }
}
