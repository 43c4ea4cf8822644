// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

DigitsField {
    entry: field.refused ? "" : field.value
    maxLength: 11
    groups: [3, 4]
    onTyped: text => field.answer(text)
}
