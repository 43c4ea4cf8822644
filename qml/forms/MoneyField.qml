// SPDX-License-Identifier: GPL-3.0-or-later
// A sum in whole yuan, which is what people know of their money; the answer is in fen.
import QtQuick

DigitsField {
    entry: field.refused ? "" : field.value.slice(0, -2)
    prompt: qsTr("请填多少元")
    maxLength: 9
    firstGroup: 9
    secondGroup: 0
    suffix: qsTr("元")
    onTyped: text => field.answer(text === "" || field.refusal === text ? text : Number(text) === 0 ? "0" : Number(text) + "00")
}
