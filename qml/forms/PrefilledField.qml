// SPDX-License-Identifier: GPL-3.0-or-later
// What the card said: shown, not asked.
import QtQuick
import Tongban.Controls

FactRow {
    required property string displayValue
    value: displayValue
    verified: true
}
