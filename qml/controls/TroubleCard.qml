// SPDX-License-Identifier: GPL-3.0-or-later
// What happened, what the terminal keeps, what to do next. The button that does it is the page's primary action.
import QtQuick

Rectangle {
    id: root
    required property string title
    required property string body
    required property string kept
    required property string nextStep

    implicitHeight: words.height + 2 * Theme.u(44)
    radius: Theme.u(28)
    color: Theme.warningTint
    border.width: Theme.u(3)
    border.color: Theme.warning
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title
    Accessible.description: body + kept + nextStep

    Icon {
        id: icon
        x: Theme.lead(Theme.u(40), width, root.width)
        y: Theme.u(48)
        sign: "error_outline"
        size: Theme.type(72)
        color: Theme.warning
    }
    Column {
        id: words
        anchors { left: icon.right; leftMargin: Theme.u(36); right: parent.right; rightMargin: Theme.u(40) }
        y: Theme.u(44)
        spacing: Theme.u(20)
        HeadingText {
            width: parent.width
            text: root.title
            color: Theme.warning
        }
        BodyText {
            visible: root.body !== ""
            width: parent.width
            text: root.body
        }
        NoticeLine {
            visible: root.kept !== ""
            width: parent.width
            sign: "verified"
            kind: NoticeLine.Good
            text: root.kept
        }
        NoticeLine {
            visible: root.nextStep !== ""
            width: parent.width
            sign: "arrow_forward"
            text: root.nextStep
        }
    }
}
