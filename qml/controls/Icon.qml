// SPDX-License-Identifier: GPL-3.0-or-later
// One sign of Material Icons, by its ligature name (Debian: fonts-material-design-icons-iconfont). Never alone: the word
// stands beside it and is what a screen reader says.
import QtQuick

Text {
    id: root
    required property string sign
    required property int size

    readonly property var turned: ({ arrow_forward: "arrow_back", arrow_back: "arrow_forward", chevron_right: "chevron_left",
                                     chevron_left: "chevron_right" })

    text: Theme.mirrored ? turned[sign] ?? sign : sign
    width: size
    height: size
    font.family: Theme.iconFamily
    font.pixelSize: size
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    color: Theme.ink
    Accessible.ignored: true
}
