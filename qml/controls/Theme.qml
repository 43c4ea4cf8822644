// SPDX-License-Identifier: GPL-3.0-or-later
// Every measure and colour of the house. A unit is 1/1080 of the shorter side of the screen, so one set of components
// serves all four sizes; in elder mode (关爱模式) type grows by 1.35 and the inks darken. `dark`: light on dark, for eyes that
// are dazzled or see little. All ink / ground pairs that pages use are at least 7:1 (WCAG 2.1 AAA); tests/qml asserts that.
// Fills of controls are brand, their words brandText: in the dark that is dark on light.
pragma Singleton
import QtQuick

QtObject {
    // Set by the shell.
    property real screenWidth: 1080
    property real screenHeight: 1920
    property bool elder: false
    property bool dark: false
    property bool low: false     // all that is touched, and what it is about, within reach of who sits
    property bool letters: false // a script of letters: legible smaller than hanzi, and two to three times as wide

    // the translator's word
    readonly property bool mirrored: Qt.application.layoutDirection === Qt.RightToLeft // qmllint disable
    readonly property bool upright: screenHeight > screenWidth
    readonly property bool wide: !upright || low // height is dear
    // From where on there may be something to touch, from the top of the screen. A landscape screen is not half as high as
    // a portrait one of its width: its lower two thirds are within the same reach.
    readonly property int reachTop: low ? Math.ceil(screenHeight * (upright ? 1 / 2 : 1 / 3)) : upright ? Math.ceil(screenHeight / 5) : 0
    readonly property real unit: Math.min(screenWidth, screenHeight) / 1080
    readonly property real typeScale: elder ? 1.35 : 1

    readonly property string textFamily: "Noto Sans CJK SC"
    readonly property string iconFamily: "Material Icons"

    readonly property int numberSize: type(96)
    readonly property int titleSize: type(60)
    readonly property int headingSize: type(44)
    readonly property int bodySize: type(36)
    readonly property int labelSize: type(32)
    readonly property int smallSize: type(29)

    readonly property int margin: u(48)
    readonly property int gap: u(24)
    readonly property int half: u(12)
    readonly property int corner: u(20)
    readonly property int hairline: Math.max(1, u(2))
    readonly property int strongLine: Math.max(2, u(5))
    readonly property int touch: Math.ceil(96 * unit)

    readonly property int fade: 160 // ms

    readonly property color ground: dark ? "#0B111C" : "#F6F8FB"
    readonly property color surface: dark ? "#141D2D" : "#FFFFFF"
    readonly property color ink: dark ? "#FFFFFF" : elder ? "#0A1226" : "#14213D"
    readonly property color softInk: dark ? "#D9E2F0" : elder ? "#25304A" : "#3F4B64"
    readonly property color line: dark ? (elder ? "#8494B0" : "#42516C") : elder ? "#7C889D" : "#D3DCE8"
    readonly property color strongEdge: dark ? "#9FB1CE" : elder ? "#3F4B64" : "#8190A8"
    readonly property color brand: dark ? "#9CCBFF" : elder ? "#083E78" : "#0A4A8C"
    readonly property color brandPressed: dark ? "#D2E7FF" : "#08376A"
    readonly property color brandTint: dark ? "#122743" : "#E7EFFA"
    readonly property color brandText: dark ? "#06101F" : "#FFFFFF"
    // the first page, whose ground is the house's colour
    readonly property color hero: dark ? ground : brand
    readonly property color heroDeep: dark ? surface : brandPressed
    readonly property color heroText: "#FFFFFF"
    readonly property color softHeroText: "#E6F0FA"
    readonly property color mark: "#952712" // the seal itself, with heroText on it
    readonly property color seal: dark ? "#FFBDAF" : "#952712"
    readonly property color success: dark ? "#98E6B6" : "#14532D"
    readonly property color successTint: dark ? "#0E2A1A" : "#E6F3EA"
    readonly property color warning: dark ? "#FFD780" : "#6B4600"
    readonly property color warningTint: dark ? "#2C2003" : "#FFF4DC"
    readonly property color teal: dark ? "#86DCD4" : "#0F4C4A"
    readonly property color tealTint: dark ? "#0C2A28" : "#E2F0EE"
    readonly property color plum: dark ? "#F5B3D8" : "#732C58"
    readonly property color plumTint: dark ? "#2D1424" : "#F7E8F1"
    readonly property color scrim: dark ? "#CC000000" : "#B30A1226"

    // n units in whole pixels: edges stay sharp without a GPU.
    function u(n: real): int {
        return Math.round(n * unit)
    }
    // Where something of that width begins, `start` from the side where reading begins; for places that anchors, rows and
    // grids (which mirror themselves) do not make.
    function lead(start: real, width: real, across: real): real {
        return mirrored ? across - start - width : start
    }
    function type(n: real): int {
        return Math.round((letters && n > 28 ? Math.max(28, 0.85 * n) : n) * unit * typeScale)
    }
}
