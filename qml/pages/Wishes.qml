// SPDX-License-Identifier: GPL-3.0-or-later
// How somebody wants the terminal, chosen by picture before anything begins. A touch takes the wish and begins.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls
import Tongban.View

Row {
    id: root
    required property Kiosk kiosk
    property bool flat: false
    readonly property real part: Math.floor((width - 3 * spacing) / 4)
    readonly property int tallest: Math.max(large.implicitHeight, low.implicitHeight, dark.implicitHeight, tongue.implicitHeight)

    spacing: Theme.gap

    component Wish: PictureTile {
        width: root.part
        height: root.tallest
        flat: root.flat
        checkable: false
        ink: Theme.heroText
        ground: pressed ? Theme.hero : Theme.heroDeep
        edge: Theme.softHeroText
    }
    Wish {
        id: large
        sign: "text_increase"
        text: qsTr("关爱模式")
        explanation: qsTr("字更大，时间更长")
        onClicked: {
            root.kiosk.elder = true
            root.kiosk.touched()
        }
    }
    Wish {
        id: low
        sign: "accessible"
        text: qsTr("按钮放低")
        explanation: qsTr("坐着也够得着")
        onClicked: {
            root.kiosk.comfort.low = true
            root.kiosk.touched()
        }
    }
    Wish {
        id: dark
        sign: "contrast"
        text: qsTr("深色屏幕")
        explanation: qsTr("黑底亮字，不晃眼")
        onClicked: {
            root.kiosk.comfort.dark = true
            root.kiosk.touched()
        }
    }
    Wish {
        id: tongue
        sign: "translate"
        text: root.kiosk.comfort.otherLanguage
        onClicked: {
            root.kiosk.comfort.switchLanguage()
            root.kiosk.touched()
        }
    }
}
