// SPDX-License-Identifier: GPL-3.0-or-later
// A number with its unit; up to two decimals.
import QtQuick

DigitsField {
    entry: field.refused ? "" : field.value
    prompt: field.unit === "" ? qsTr("请按下面的数字") : qsTr("请填有多少%1").arg(field.unit)
    extraKey: "."
    maxLength: 15
    firstGroup: 15
    secondGroup: 0
    suffix: field.unit
    onTyped: text => field.answer(text)
}
