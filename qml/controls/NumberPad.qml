// SPDX-License-Identifier: GPL-3.0-or-later
// Twelve keys in telephone order. It changes no text itself: it says which key was pressed.
pragma ComponentBehavior: Bound
import QtQuick

Grid {
    id: root
    property string extraKey // takes the place of "clear"
    property int keyHeight: Theme.u(120)
    property bool squat: false // height is dear, width less so
    signal digit(string key)
    signal backspace()
    signal clear()

    // Where height is dear: as many abreast as there is room for.
    columns: squat && !Theme.low ? 4 : !Theme.low ? 3 : width >= 6 * Theme.touch + 5 * columnSpacing ? 6 : 4
    LayoutMirroring.enabled: false // digits stand alike in every language
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap
    readonly property int rowCount: 12 / columns
    readonly property real keyWidth: (width - (columns - 1) * columnSpacing) / columns

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", root.extraKey === "" ? "clear" : root.extraKey, "0", "back"]
        Pressable {
            id: key
            required property string modelData
            readonly property bool isDigit: modelData.length === 1
            width: root.keyWidth
            height: root.keyHeight
            name: isDigit ? modelData : modelData === "back" ? qsTr("退一格") : qsTr("清空")
            onClicked: isDigit ? root.digit(modelData) : modelData === "back" ? root.backspace() : root.clear()
            Panel {
                anchors.fill: parent
                color: key.pressed ? Theme.brandTint : key.isDigit ? Theme.surface : Theme.ground
                border.width: key.activeFocus || key.pressed ? Theme.strongLine : Theme.hairline
                border.color: key.activeFocus || key.pressed ? Theme.brand : Theme.strongEdge
            }
            HeadingText {
                anchors.centerIn: parent
                visible: key.isDigit
                text: key.modelData
                font.pixelSize: Theme.type(52)
                Accessible.ignored: true
            }
            Row {
                anchors.centerIn: parent
                visible: !key.isDigit
                spacing: Theme.half
                Icon {
                    visible: word.implicitWidth + width + Theme.gap < key.width
                    anchors.verticalCenter: word.verticalCenter
                    sign: key.modelData === "back" ? "backspace" : "close"
                    size: Theme.type(42)
                }
                LabelText {
                    id: word
                    text: key.name
                    color: Theme.ink
                    font.pixelSize: root.squat ? Theme.u(32) : Theme.labelSize
                    Accessible.ignored: true
                }
            }
        }
    }
}
