// SPDX-License-Identifier: GPL-3.0-or-later
// 首页: four verbs and the errands that people come for. What is not open here says why, and where to go.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls

KioskPage {
    id: root
    property int closedVerb: -1 // whose reason is being read
    readonly property var verbs: [qsTr("办事申请"), qsTr("查询进度"), qsTr("缴费"), qsTr("取号预约")]
    property bool listOpen: false
    readonly property string elsewhere: qsTr("请到服务窗口办，或拨打 %1 问一问。%2").arg(kiosk.hallPhone).arg(kiosk.hours)

    firstPage: true
    behind: listOpen || closedVerb >= 0
    spread: true

    NoticeLine { // what everybody here should know first
        id: note
        readonly property real below: text !== "" ? height + Theme.gap : 0
        visible: text !== ""
        x: Theme.wide ? errands.x : 0
        width: root.bodyWidth - x
        height: text !== "" ? implicitHeight : 0
        sign: "info"
        kind: NoticeLine.Warning
        text: root.kiosk.home.authorNote !== "" ? root.kiosk.home.authorNote : root.kiosk.cityWord.message
    }
    Grid {
        id: verbs
        readonly property real tileHeight: Theme.wide ? (root.bodyHeight - y - rowSpacing) / 2 : Theme.u(Theme.elder ? 330 : 300)
        x: Theme.lead(0, width, root.bodyWidth)
        y: Theme.wide ? 0 : note.below
        width: Theme.wide ? Math.round((root.bodyWidth - Theme.margin) * 0.53) : root.bodyWidth
        columns: 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        VerbTile {
            width: (verbs.width - Theme.gap) / 2
            height: verbs.tileHeight
            title: root.verbs[0]
            caption: root.kiosk.home.notice !== "" ? root.kiosk.home.notice : qsTr("补贴、津贴、登记")
            sign: "assignment"
            tone: Theme.brand
            tint: Theme.brandTint
            open: root.kiosk.home.notice === ""
            onClicked: open ? root.listOpen = true : root.closedVerb = 0
        }
        Repeater {
            model: [{ sign: "manage_search", tone: Theme.teal, tint: Theme.tealTint },
                    { sign: "payments", tone: Theme.warning, tint: Theme.warningTint },
                    { sign: "confirmation_number", tone: Theme.plum, tint: Theme.plumTint }]
            VerbTile {
                required property var modelData
                required property int index
                width: (verbs.width - Theme.gap) / 2
                height: verbs.tileHeight
                title: root.verbs[index + 1]
                caption: open ? qsTr("办到哪一步了") : qsTr("未开通，请到窗口")
                sign: modelData.sign
                tone: modelData.tone
                tint: modelData.tint
                open: index === 0
                onClicked: open ? root.kiosk.progress.open() : root.closedVerb = index + 1
            }
        }
    }
    Errands {
        id: errands
        readonly property int start: Theme.wide ? verbs.width + Theme.margin : 0
        x: Theme.lead(start, width, root.bodyWidth)
        y: Theme.wide ? note.below - Theme.u(Theme.low ? 0 : 20) : verbs.y + verbs.height + Theme.gap
        width: root.bodyWidth - start
        height: root.bodyHeight - y
        items: root.kiosk.home.offered
        total: root.kiosk.home.items.count
        notice: root.kiosk.home.notice
        onChosen: code => root.kiosk.chooseItem(code)
        onAllAsked: root.listOpen = true
    }
    DialogSheet {
        id: everything
        parent: root
        visible: root.listOpen
        y: -root.stripHeight
        width: root.width
        height: root.height + root.stripHeight
        z: 10
        sign: "assignment"
        title: qsTr("要办哪一件事？")
        primaryText: qsTr("返回首页")
        onAccepted: root.listOpen = false
        Row {
            id: ways
            visible: root.kiosk.find.ready
            spacing: Theme.gap
            SecondaryButton {
                width: ((ways.parent?.width ?? 0) - Theme.gap) / 2
                text: qsTr("看图找")
                sign: "category"
                onClicked: root.kiosk.find.openPictures(false)
            }
            SecondaryButton {
                width: ((ways.parent?.width ?? 0) - Theme.gap) / 2
                text: qsTr("按拼音找")
                sign: "keyboard"
                onClicked: root.kiosk.find.openWords()
            }
        }
        PagedColumn {
            width: parent.width
            maximumHeight: (Theme.low ? everything.lowRoom : Theme.wide ? Theme.screenHeight - Theme.u(420) - Theme.type(140) : Math.round(Theme.screenHeight * 0.5))
                           - (ways.visible ? ways.height + Theme.gap : 0)
            Repeater {
                model: root.listOpen ? root.kiosk.home.items : null
                ErrandTile {
                    width: parent?.width ?? 0
                    broad: true
                    onClicked: {
                        root.listOpen = false
                        root.kiosk.chooseItem(code)
                    }
                }
            }
        }
    }
    DialogSheet {
        parent: root
        visible: root.closedVerb >= 0
        y: -root.stripHeight
        width: root.width
        height: root.height + root.stripHeight
        z: 10
        sign: "info"
        title: qsTr("“%1”在这台机器上还没有开通").arg(root.verbs[root.closedVerb] ?? "")
        text: root.elsewhere
        onAccepted: root.closedVerb = -1
    }
}
