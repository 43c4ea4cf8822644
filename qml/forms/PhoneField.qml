// SPDX-License-Identifier: GPL-3.0-or-later
// A telephone number; once it is whole, what can be done to show that it is the person's. Nothing of that has to be done.
import QtQuick

DigitsField {
    id: root
    entry: field.refused ? "" : field.value
    maxLength: 11
    groups: [3, 4]
    offer: field.phone && field.phone.phase !== "" ? checking : null
    onTyped: text => field.answer(text)

    Component {
        id: checking
        PhoneOffer { phone: root.field.phone } // qmllint disable unqualified
    }
}
