// SPDX-License-Identifier: GPL-3.0-or-later
// All that stands in the window. The page of step X is qrc:/qt/qml/Tongban/Pages/XPage.qml; only the present one is loaded,
// so that the first page is there at once and a page that was left holds nothing of a person.
import QtQuick
import QtQuick.Window
import Tongban.Controls
import Tongban.View

FocusScope {
    id: root
    required property Kiosk kiosk
    property bool confirmingStartOver: false
    property bool helping: false
    property bool adjusting: false // how it looks and sounds

    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true

    readonly property bool bare: kiosk.step === "Attract" // no strip: the page has the whole screen
    readonly property bool personal: kiosk.holderName !== ""
    // Arrows go where Tab goes: there are keyboards with four keys and an Enter.
    Keys.onDownPressed: root.step(true)
    Keys.onRightPressed: root.step(!Theme.mirrored)
    Keys.onUpPressed: root.step(false)
    Keys.onLeftPressed: root.step(Theme.mirrored)

    function step(forward: bool): void {
        const from = root.Window.activeFocusItem ?? root
        from.nextItemInFocusChain(forward).forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason)
    }

    readonly property bool overlaid: overlay.wanted !== ""

    Binding { target: Theme; property: "screenWidth"; value: root.width }
    Binding { target: Theme; property: "screenHeight"; value: root.height }
    Binding { target: Theme; property: "elder"; value: root.kiosk.elder && !root.kiosk.comfort.low }
    Binding { target: Theme; property: "letters"; value: root.kiosk.comfort.language !== "zh" }
    Binding { target: Theme; property: "low"; value: root.kiosk.comfort.low }
    Binding { target: Theme; property: "dark"; value: root.kiosk.comfort.dark }
    Connections {
        target: root.kiosk
        function onStepChanged(): void {
            root.confirmingStartOver = false
            root.helping = false
            root.adjusting = false
            page.show(root.kiosk.step)
        }
    }
    TopStrip {
        id: strip
        visible: !root.bare
        enabled: !root.overlaid
        width: root.width
        text: root.personal && root.kiosk.itemName !== "" ? root.kiosk.itemName : root.kiosk.hallName
        clockText: root.kiosk.clockText
        online: root.kiosk.online
        devicesOk: root.kiosk.devicesOk
        deviceNote: root.kiosk.deviceNote
        otherLanguage: root.kiosk.comfort.otherLanguage
        onLanguageAsked: root.kiosk.comfort.switchLanguage()
        holder: root.personal ? root.kiosk.holderName + " " + root.kiosk.holderId : ""
        helper: root.personal ? root.kiosk.helper.name : ""
        helperSpoken: root.kiosk.helper.who
    }
    Loader {
        id: page
        readonly property int stripHeight: root.bare ? 0 : strip.height
        y: stripHeight
        width: root.width
        height: root.height - y
        enabled: !root.overlaid
        visible: !root.kiosk.idleWarning // nobody reads over a shoulder while the person is away

        function show(step: string): void {
            setSource("qrc:/qt/qml/Tongban/Pages/" + step + "Page.qml", { kiosk: root.kiosk, stripHeight: stripHeight })
        }
        Component.onCompleted: show(root.kiosk.step)
    }
    Binding {
        target: page.item
        property: "stripHeight"
        value: page.stripHeight
        when: page.item !== null
    }
    Connections {
        target: page.item
        ignoreUnknownSignals: true
        function onStartOverAsked(): void { root.confirmingStartOver = true }
        function onHelpAsked(): void {
            root.helping = true
            root.kiosk.callHelp()
        }
    }
    Loader { // at most one thing lies over the page; the idle warning goes before all
        id: overlay
        readonly property string wanted: root.kiosk.idleWarning ? "IdleOverlay"
                                       : root.adjusting ? "ComfortSheet" : root.helping ? "HelpSheet" : root.confirmingStartOver ? "StartOverSheet" : ""
        anchors.fill: parent
        onWantedChanged: {
            if (wanted === "")
                source = ""
            else
                setSource(Qt.resolvedUrl(wanted + ".qml"), { kiosk: root.kiosk })
        }
    }
    Connections {
        target: overlay.item
        ignoreUnknownSignals: true
        function onClosed(): void {
            root.confirmingStartOver = false
            root.helping = false
            root.adjusting = false
        }
        function onComfortAsked(): void {
            root.adjusting = true
        }
    }
}
