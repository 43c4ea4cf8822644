// SPDX-License-Identifier: GPL-3.0-or-later
// The bones of a page: where the question stands, where its answers, what is always there. Portrait stacks them; landscape
// puts the question to the left and the answers to the right. Nothing that can be touched lies in the top fifth of a
// portrait screen.
import QtQuick

Rectangle {
    id: root
    required property string title
    property string subtitle
    property bool subtitleWarns: false // it says what is wrong with the answer
    property var stepNames: [] // strings
    property int stepIndex: -1
    property int stripHeight: Theme.u(96)
    property string primaryText
    property string primarySign: "arrow_forward"
    property bool primaryEnabled: true
    property bool canGoBack: false
    property alias backText: bar.backText
    property alias backSign: bar.backSign
    property bool firstPage: false // quiet actions in the bottom bar, no back, no primary
    property bool spread: false    // landscape without the left column: the body has the whole width
    property bool writing: false   // words are written: landscape gives the keys the whole width, the question one line
    property bool behind: false    // a sheet of the page itself lies over it: nothing below takes part
    property bool covered: false   // the cover is shown in place of the body
    property int readFirst: 0      // how much of the body's top is only read: it need not be within reach
    property int bodyUsed: -1      // how much of the body is full; -1: all. Quiet facts follow directly below.

    default property alias body: bodySlot.data
    property alias aside: asideSlot.data // NoticeLines: shown where there is room
    property alias cover: coverSlot.data
    property alias elder: quiet.elder
    property alias otherLanguage: quiet.otherLanguage
    readonly property real bodyWidth: bodySlot.width
    readonly property real bodyHeight: bodySlot.height

    signal primary()
    signal back()
    signal startOver()
    signal again()
    signal help()
    signal modeAsked(bool elder)
    signal languageAsked()

    readonly property bool desk: !Theme.upright && writing
    readonly property bool split: !Theme.upright && !spread && !desk
    readonly property bool quietInBar: firstPage || desk
    readonly property bool hasBar: firstPage || primaryText !== "" || canGoBack
    readonly property int columnWidth: Theme.upright || spread && !desk ? width - 2 * Theme.margin : Math.min(Theme.u(640), Math.round(0.43 * (width - 2 * Theme.margin)))
    readonly property int contentFloor: hasBar ? bar.y : height // where what is always there begins
    // From here on there may be something to touch; who sits finds the question right above.
    readonly property int contentTop: Math.max(0, Theme.reachTop - stripHeight - (Theme.low ? readFirst : 0))
    readonly property int headerTop: Theme.low && Theme.upright ? contentTop - header.height - Theme.u(36) : -1

    color: Theme.ground

    StepBar {
        id: steps
        visible: root.stepIndex >= 0
        readonly property int start: root.desk ? root.width - Theme.margin - root.columnWidth : Theme.upright ? Theme.half : Theme.margin
        x: Theme.lead(start, width, root.width)
        y: root.headerTop >= 0 ? root.headerTop - height - Theme.u(36) : Theme.u(36)
        width: compact ? root.columnWidth : root.width - 2 * Theme.half
        compact: !Theme.upright
        names: root.stepNames
        current: Math.max(root.stepIndex, 0)
    }
    Column {
        id: header
        x: Theme.lead(Theme.margin, width, root.width)
        y: root.headerTop >= 0 ? root.headerTop : root.desk ? Theme.u(24)
         : root.stepIndex >= 0 ? steps.y + steps.height + (Theme.wide ? Theme.u(20) : Theme.u(40))
                         : Theme.wide ? Theme.u(36) : Theme.u(64)
        width: root.desk ? root.width - root.columnWidth - 2 * Theme.margin - Theme.gap : root.columnWidth
        spacing: Theme.u(8)
        TitleText {
            width: parent.width
            text: root.title
            // Writing leaves room for one line.
            wrapMode: root.desk ? Text.NoWrap : Text.Wrap
            fontSizeMode: root.desk ? Text.HorizontalFit : Text.FixedSize
            minimumPixelSize: Theme.bodySize
        }
        BodyText {
            visible: text !== "" && !root.desk
            width: parent.width
            text: root.subtitle
            color: root.subtitleWarns ? Theme.warning : Theme.softInk
        }
    }
    Item {
        id: bodySlot
        enabled: !root.behind
        visible: !root.covered
        readonly property int start: root.split ? Theme.margin + root.columnWidth + Theme.margin : Theme.margin
        x: Theme.lead(start, width, root.width)
        y: root.split ? Math.max(Theme.u(36), root.contentTop) : Math.max(root.contentTop, root.headerTop >= 0 ? 0 : header.y + header.height + Theme.u(36))
        width: root.width - start - Theme.margin
        height: (root.split || root.quietInBar ? root.contentFloor : quiet.y) - Theme.u(Theme.low ? 24 : 36) - y
                - (root.split || asideSlot.height === 0 ? 0 : asideSlot.height + Theme.u(36))
    }
    Item {
        id: coverSlot
        visible: root.covered
        anchors.fill: bodySlot
    }
    Column {
        id: asideSlot
        readonly property int room: quiet.y - Theme.gap - y
        x: Theme.lead(Theme.margin, width, root.width)
        y: root.split ? header.y + header.height + Theme.u(36)
                      : bodySlot.y + (root.bodyUsed < 0 ? bodySlot.height : Math.min(bodySlot.height, root.bodyUsed)) + Theme.u(36)
        width: root.columnWidth
        spacing: Theme.gap
        opacity: !root.covered && !root.desk && (!root.split || height <= room) ? 1 : 0
    }
    QuietRow {
        id: quiet
        enabled: !root.behind
        readonly property int start: root.desk ? bar.backEnd + Theme.gap : Theme.margin
        x: Theme.lead(start, width, root.width)
        y: root.quietInBar ? bar.y + Math.round((bar.height - height) / 2)
                          : root.contentFloor - height - Theme.u(Theme.wide ? 24 : 40)
        width: root.firstPage ? root.width - 2 * Theme.margin : root.columnWidth
        z: 1
        first: root.firstPage
        dense: root.desk && Theme.letters
        onStartOver: root.startOver()
        onAgain: root.again()
        onHelp: root.help()
        onModeAsked: elder => root.modeAsked(elder)
        onLanguageAsked: root.languageAsked()
    }
    BottomBar {
        id: bar
        enabled: !root.behind
        visible: root.hasBar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: root.firstPage ? quiet.height + Theme.u(Theme.wide ? 40 : 60) : implicitHeight
        primaryText: root.firstPage ? "" : root.primaryText
        primarySign: root.primarySign
        primaryEnabled: root.primaryEnabled
        primaryWidth: root.split ? bodySlot.width
                    : root.desk ? root.width - Theme.margin - quiet.start - quiet.width - Theme.gap : 0
        canGoBack: root.canGoBack && !root.firstPage
        onPrimary: root.primary()
        onBack: root.back()
    }
}
