// SPDX-License-Identifier: GPL-3.0-or-later
// How it goes, in three pictures.
pragma ComponentBehavior: Bound
import QtQuick

Rectangle {
    id: root
    property color ink: Theme.brand
    property color ground: Theme.brandTint

    implicitHeight: Theme.u(112) + Theme.type(48) + Theme.u(36)
    radius: Theme.u(28)
    color: ground

    Repeater {
        model: [{ sign: "badge", word: qsTr("刷身份证") }, { sign: "document_scanner", word: qsTr("扫描材料") },
                { sign: "receipt_long", word: qsTr("签名拿回执") }]
        Item {
            id: part
            required property var modelData
            required property int index
            x: Theme.lead(index * width, width, root.width)
            width: root.width / 3
            height: root.height
            Icon {
                id: icon
                anchors.horizontalCenter: parent.horizontalCenter
                y: Theme.u(30)
                sign: part.modelData.sign
                size: Theme.u(76)
                color: root.ink
            }
            LabelText {
                x: Theme.half
                y: Theme.u(112)
                width: parent.width - 2 * x
                height: parent.height - y
                fontSizeMode: height > 0 && width > 0 ? Text.Fit : Text.FixedSize // long words in a narrow place
                minimumPixelSize: Theme.u(28)
                text: (part.index + 1) + " " + part.modelData.word
                color: root.ink
                horizontalAlignment: Text.AlignHCenter
            }
            Icon {
                visible: part.index < 2
                x: Theme.lead(parent.width - width / 2, width, parent.width)
                anchors.verticalCenter: icon.verticalCenter
                sign: "arrow_forward"
                size: Theme.u(44)
                color: root.ink
            }
        }
    }
}
