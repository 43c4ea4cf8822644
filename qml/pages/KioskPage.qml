// SPDX-License-Identifier: GPL-3.0-or-later
// What every page of the journey has in common: the frame, tied to the kiosk. While something is wrong the trouble stands
// where the page's body was, and the primary action is the way out of it.
import QtQuick
import Tongban.Controls
import Tongban.View

PageFrame {
    id: root
    required property Kiosk kiosk
    property bool coveredByTrouble: true // false: the page shows troubles itself
    property Item troublePicture // shows the next thing to do, where there is room for it
    property bool leavesForLater: false // the way out at the left goes on without what went wrong, not back
    property bool stepping: false // the page has steps of its own, which 下一步 and 上一步 turn first
    signal stepForward()
    signal stepBack()
    signal startOverAsked()
    signal helpAsked()

    readonly property bool retry: kiosk.trouble.active && kiosk.trouble.actionText !== ""

    title: kiosk.title
    subtitle: covered ? "" : kiosk.subtitle
    stepNames: kiosk.stepNames
    stepIndex: kiosk.stepIndex
    elder: kiosk.elder
    otherLanguage: kiosk.comfort.otherLanguage
    canGoBack: kiosk.canGoBack
    primaryText: retry ? kiosk.trouble.actionText : kiosk.primaryText
    primaryEnabled: retry || kiosk.canGoForward
    covered: coveredByTrouble && kiosk.trouble.active
    cover: TroubleCard {
        id: card
        width: root.bodyWidth
        title: root.kiosk.trouble.title
        body: root.kiosk.trouble.body
        kept: root.kiosk.trouble.kept
        nextStep: root.kiosk.trouble.nextStep
    }
    Binding {
        target: root.troublePicture
        when: root.troublePicture !== null
        property: "y"
        value: card.height + Theme.u(60)
    }
    onPrimary: retry ? kiosk.tryAgain() : stepping ? stepForward() : kiosk.forward()
    onBack: leavesForLater ? kiosk.forward() : stepping ? stepBack() : kiosk.backward()
    onStartOver: startOverAsked()
    onAgain: kiosk.repeatSpeech()
    onHelp: helpAsked()
    onModeAsked: elder => kiosk.elder = elder
    onLanguageAsked: kiosk.comfort.switchLanguage()
}
