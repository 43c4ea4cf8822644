// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

DigitsField {
    entry: field.refused ? "" : field.value
    extraKey: "X"
    maxLength: 18
    groups: [6, 8]
    onTyped: text => field.answer(text)
}
