// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

DigitsField {
    entry: field.refused ? "" : field.value
    maxLength: 11
    firstGroup: 3
    secondGroup: 4
    onTyped: text => field.answer(text)
}
