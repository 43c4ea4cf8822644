// SPDX-License-Identifier: GPL-3.0-or-later
// All that stands in the window. The page of step X is qrc:/qt/qml/Tongban/Pages/XPage.qml; only the present one is loaded,
// so that the first page is there at once and a page that was left holds nothing of a person.
import QtQuick
import Tongban.Controls
import Tongban.View

FocusScope {
    id: root
    required property Kiosk kiosk
    property bool confirmingStartOver: false
    property bool helping: false

    readonly property bool bare: kiosk.step === "Attract" // no strip: the page has the whole screen
    readonly property bool personal: kiosk.holderName !== ""
    readonly property bool overlaid: idle.active || startOver.active || help.active

    Binding { target: Theme; property: "screenWidth"; value: root.width }
    Binding { target: Theme; property: "screenHeight"; value: root.height }
    Binding { target: Theme; property: "elder"; value: root.kiosk.elder }
    Connections {
        target: root.kiosk
        function onStepChanged(): void {
            root.confirmingStartOver = false
            root.helping = false
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
        holder: root.personal ? root.kiosk.holderName + " " + root.kiosk.holderId : ""
    }
    Loader {
        id: page
        readonly property int stripHeight: root.bare ? 0 : strip.height
        y: stripHeight
        width: root.width
        height: root.height - y
        enabled: !root.overlaid
        visible: !idle.active // nobody reads over a shoulder while the person is away

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
    Loader {
        id: startOver
        anchors.fill: parent
        active: root.confirmingStartOver && !idle.active
        sourceComponent: StartOverSheet {
            submitted: root.kiosk.step === "Receipt" || root.kiosk.step === "Rating"
            onAccepted: root.confirmingStartOver = false
            onRejected: {
                root.confirmingStartOver = false
                root.kiosk.startOver()
            }
        }
    }
    Loader {
        id: help
        anchors.fill: parent
        active: root.helping && !idle.active
        sourceComponent: HelpSheet {
            kiosk: root.kiosk
            onAccepted: root.helping = false
        }
    }
    Loader {
        id: idle
        anchors.fill: parent
        active: root.kiosk.idleWarning
        sourceComponent: IdleOverlay { kiosk: root.kiosk }
    }
}
