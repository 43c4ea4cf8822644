// SPDX-License-Identifier: GPL-3.0-or-later
// Eight digits: year, month, day. The answer is yyyy-MM-dd once all are there, the bare digits until then.
import QtQuick

DigitsField {
    entry: field.refused ? "" : field.value.split("-").join("")
    prompt: qsTr("按年月日，如 20240315")
    maxLength: 8
    groups: [4, 2]
    gap: " - "
    onTyped: text => field.answer(text.length < 8 ? text : text.slice(0, 4) + "-" + text.slice(4, 6) + "-" + text.slice(6))
}
