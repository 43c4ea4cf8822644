// SPDX-License-Identifier: GPL-3.0-or-later
// Back at the bottom left, the one primary action at the bottom right: on every page at the same place.
import QtQuick

Rectangle {
    id: root
    property string primaryText // empty: the page has none
    property string primarySign: "arrow_forward"
    property bool primaryEnabled: true
    property string backText: qsTr("上一步")
    property string backSign: "arrow_back"
    property bool canGoBack: true
    property real primaryWidth: 0 // 0: all that is left
    readonly property real backEnd: backButton.visible ? Theme.margin + backButton.width : Theme.margin - Theme.gap
    signal primary()
    signal back()

    implicitHeight: Theme.wide ? Theme.u(156) : Theme.u(228)
    color: Theme.surface

    SecondaryButton {
        id: backButton
        visible: root.canGoBack
        anchors { left: parent.left; leftMargin: Theme.margin; verticalCenter: parent.verticalCenter }
        width: Math.max(Theme.u(300), implicitWidth)
        height: Theme.wide ? Theme.u(108) : Theme.u(140)
        sign: root.backSign
        text: root.backText
        onClicked: root.back()
    }
    PrimaryButton {
        visible: root.primaryText !== ""
        anchors { right: parent.right; rightMargin: Theme.margin; verticalCenter: parent.verticalCenter }
        width: root.primaryWidth > 0 ? root.primaryWidth
             : root.width - 2 * Theme.margin - (root.canGoBack ? backButton.width + Theme.gap : 0)
        height: backButton.height
        enabled: root.primaryEnabled
        ignoreSecondTap: true
        text: root.primaryText
        sign: root.primarySign
        onClicked: root.primary()
    }
}
