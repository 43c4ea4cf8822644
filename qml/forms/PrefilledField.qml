// SPDX-License-Identifier: GPL-3.0-or-later
// What the card said: shown, not asked.
import QtQuick
import Tongban.Controls

FactRow {
    required property FieldView field
    label: field.label
    value: field.displayValue
    verified: true
    last: true
}
