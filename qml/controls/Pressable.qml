// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever can be touched: one set of manners for finger, mouse, keyboard and accessibility tools. A press may last as
// long as it likes (slow hands); it counts when it ends inside.
import QtQuick

Item {
    id: root
    required property string name    // what a screen reader calls it
    property string explanation      // and says after that
    property bool checkable: false   // one of several answers
    property bool several: false     // of which several may be given
    property bool checked: false
    property bool ignoreSecondTap: false // a trembling finger must not turn two pages
    readonly property alias pressed: area.pressed
    signal clicked()

    activeFocusOnTab: enabled
    Keys.onSpacePressed: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    Accessible.role: !checkable ? Accessible.Button : several ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.name: name
    Accessible.description: explanation
    Accessible.focusable: enabled
    Accessible.checkable: checkable
    Accessible.checked: checked
    Accessible.pressed: pressed
    Accessible.onPressAction: root.press()
    Accessible.onToggleAction: root.press()

    function press(): void {
        if (root.enabled)
            root.clicked()
    }

    MouseArea {
        id: area
        anchors.fill: parent
        onClicked: root.clicked()
        onDoubleClicked: {
            if (!root.ignoreSecondTap)
                root.clicked()
        }
    }
}
