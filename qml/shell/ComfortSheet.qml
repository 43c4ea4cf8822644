// SPDX-License-Identifier: GPL-3.0-or-later
// 看不清、够不着、听不清: everything that can be changed about the screen and the voice, at any page. Nothing of it
// outlives the person.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls
import Tongban.View

DialogSheet {
    id: root
    required property Kiosk kiosk
    readonly property ComfortController comfort: kiosk.comfort
    signal closed()

    sign: "tune"
    title: qsTr("怎么看、怎么听更方便？")
    text: qsTr("点一下就改，离开时变回原样。")
    primaryText: qsTr("改好了，接着办")
    onAccepted: closed()

    readonly property var signs: ["text_increase", "contrast", "accessible", "translate", "volume_up", "volume_down", "fast_forward",
                                  "slow_motion_video"]
    readonly property var texts: [qsTr("关爱模式"), qsTr("深色屏幕"), qsTr("按钮放低"), comfort.otherLanguage, qsTr("大声点"),
                                  qsTr("小声点"), qsTr("说快点"), qsTr("说慢点")]
    readonly property var chosen: [kiosk.elder, comfort.dark, comfort.low]
    readonly property var possible: [true, true, true, true, comfort.canLouder, comfort.canSofter, comfort.canFaster,
                                     comfort.canSlower]

    Grid {
        id: grid
        property int tall: 0
        readonly property real part: Math.floor(((parent?.width ?? 0) - 3 * spacing) / 4)
        columns: 4
        spacing: Theme.gap
        Repeater {
            id: tiles
            model: root.signs
            PictureTile {
                required property string modelData
                required property int index
                width: grid.part
                height: grid.tall
                sign: modelData
                text: root.texts[index]
                enabled: root.possible[index]
                opacity: enabled ? 1 : 0.3
                checkable: index < root.chosen.length
                checked: root.chosen[index] ?? false
                onImplicitHeightChanged: grid.measure()
                Component.onCompleted: grid.measure()
                onClicked: root.change(index)
            }
        }
        function measure(): void { // as high as the tallest of them
            let most = 0
            for (let i = 0; i < tiles.count; ++i)
                most = Math.max(most, tiles.itemAt(i)?.implicitHeight ?? 0)
            grid.tall = most
        }
    }

    function change(index: int): void {
        switch (index) {
        case 0: kiosk.elder = !kiosk.elder; break
        case 1: comfort.dark = !comfort.dark; break
        case 2: comfort.low = !comfort.low; break
        case 3: comfort.switchLanguage(); break
        case 4: comfort.louder(1); break
        case 5: comfort.louder(-1); break
        case 6: comfort.faster(1); break
        case 7: comfort.faster(-1); break
        }
        if (index >= 4)
            kiosk.repeatSpeech() // how it sounds now
    }
}
