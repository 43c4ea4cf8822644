// SPDX-License-Identifier: GPL-3.0-or-later
// A place, from the township of this hall outwards: most people live near by. Up to the county, the province, and down
// again; what has nothing below it is the answer.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls

Item {
    id: root
    required property FieldView field
    // Under which region the list stands; empty: the provinces.
    property string at: field.value === "" || field.refused ? field.places.home() : field.places.above(field.value)
    readonly property var list: field.places.under(at)

    readonly property int abreast: width < Theme.type(640) ? 1 : 2
    readonly property int listRoom: field.room > 0 ? field.room - where.height - Theme.gap : 0

    implicitHeight: where.height + Theme.gap + names.implicitHeight

    Panel {
        id: where
        width: parent.width
        height: Math.max(wayUp.height, words.height) + 2 * Theme.half
        color: Theme.ground
        BodyText {
            id: words
            x: Theme.gap
            width: wayUp.x - x - Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            text: root.field.value !== "" && !root.field.refused ? root.field.displayValue
                : root.at === "" ? qsTr("全国") : root.field.places.nameOf(root.at)
        }
        QuietButton {
            id: wayUp
            visible: root.at !== ""
            enabled: visible
            x: parent.width - width - Theme.half
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.type(230)
            sign: "arrow_upward"
            text: qsTr("别的地方")
            onClicked: {
                root.at = root.field.places.above(root.at)
                root.field.answer("")
            }
        }
    }
    PagedColumn {
        id: names
        y: where.height + Theme.gap
        width: parent.width
        maximumHeight: root.listRoom
        NoticeLine {
            width: root.width
            height: root.field.error === "" || root.field.errorElsewhere ? 0 : implicitHeight
            sign: "error_outline"
            kind: NoticeLine.Warning
            text: root.field.error
        }
        Repeater {
            model: Math.ceil(root.list.length / root.abreast)
            Row {
                id: line
                required property int index
                width: names.width
                height: Math.max(...Array.from(children, child => child.implicitHeight ?? 0), 0)
                spacing: Theme.gap
                Repeater {
                    model: root.list.slice(line.index * root.abreast, (line.index + 1) * root.abreast)
                    ChoiceCard {
                        required property var modelData
                        width: (line.width - (root.abreast - 1) * Theme.gap) / root.abreast
                        title: modelData.name
                        further: modelData.hasMore
                        checked: root.field.value === modelData.code
                        onClicked: {
                            if (modelData.hasMore)
                                root.at = modelData.code
                            else
                                root.field.answer(modelData.code)
                        }
                    }
                }
            }
        }
        ChoiceCard {
            width: root.width
            height: root.field.refusal === "" ? 0 : implicitHeight
            enabled: root.field.refusal !== ""
            title: root.field.refusal
            sign: "do_not_disturb"
            checked: root.field.refused
            onClicked: root.field.answer(root.field.refused ? "" : root.field.refusal)
        }
    }
}
