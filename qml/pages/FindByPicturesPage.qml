// SPDX-License-Identifier: GPL-3.0-or-later
// 看图找: a question, its answers as pictures; after the last one, the errands that fit.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls
import Tongban.View

KioskPage {
    id: root
    readonly property FindController find: kiosk.find
    readonly property var labels: find.optionLabels
    readonly property int abreast: Theme.elder ? 2 : 3
    readonly property real tileWidth: (bodyWidth - (abreast - 1) * Theme.gap) / abreast

    Row {
        id: ways
        spacing: Theme.gap
        SecondaryButton {
            width: (root.bodyWidth - Theme.gap) / 2
            text: root.find.byIdentity ? qsTr("按事情找") : qsTr("按身份找")
            sign: root.find.byIdentity ? "category" : "people"
            onClicked: root.find.openPictures(!root.find.byIdentity)
        }
        SecondaryButton {
            width: (root.bodyWidth - Theme.gap) / 2
            text: qsTr("按拼音找")
            sign: "keyboard"
            onClicked: root.find.openWords()
        }
    }
    PagedColumn {
        visible: root.labels.length > 0
        y: ways.height + Theme.gap
        width: root.bodyWidth
        height: root.bodyHeight - y
        Repeater {
            model: Math.ceil(root.labels.length / root.abreast)
            Row {
                id: line
                required property int index
                readonly property int first: index * root.abreast
                spacing: Theme.gap
                Repeater {
                    model: Math.min(root.abreast, root.labels.length - line.first)
                    ItemTile {
                        required property int index
                        readonly property int option: line.first + index
                        width: root.tileWidth
                        name: root.labels[option] ?? ""
                        sign: root.find.optionIcons[option] ?? ""
                        reason: ""
                        onClicked: root.find.choose(option)
                    }
                }
            }
        }
    }
    PagedColumn {
        visible: root.labels.length === 0
        y: ways.height + Theme.gap
        width: root.bodyWidth
        height: root.bodyHeight - y
        Repeater {
            model: root.find.results
            ErrandTile {
                width: parent?.width ?? 0
                broad: true
                onClicked: root.kiosk.chooseItem(code)
            }
        }
    }
}
