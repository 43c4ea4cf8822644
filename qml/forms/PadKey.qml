// SPDX-License-Identifier: GPL-3.0-or-later
// One key of a pad for words. It takes no focus: that stays where the writing is.
import QtQuick
import Tongban.Controls

Pressable {
    id: root
    property string sign         // an icon in place of the name
    property bool small: false   // a word, not a letter

    activeFocusOnTab: false

    Panel {
        anchors.fill: parent
        color: root.pressed ? Theme.brandTint : root.sign === "" && !root.small ? Theme.surface : Theme.ground
        border.width: root.pressed ? Theme.strongLine : Theme.hairline
        border.color: root.pressed ? Theme.brand : Theme.strongEdge
    }
    HeadingText {
        visible: root.sign === ""
        anchors.centerIn: parent
        text: root.name
        width: root.small && root.width > 0 ? root.width - Theme.half : implicitWidth
        horizontalAlignment: Text.AlignHCenter
        fontSizeMode: root.small && root.width > 0 ? Text.HorizontalFit : Text.FixedSize
        minimumPixelSize: Theme.u(28)
        font.pixelSize: root.small ? Theme.labelSize : Theme.type(46)
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    Icon {
        visible: root.sign !== ""
        anchors.centerIn: parent
        sign: root.sign
        size: Theme.type(42)
    }
}
