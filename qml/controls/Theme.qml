// SPDX-License-Identifier: GPL-3.0-or-later
// Every measure and colour of the house. A unit is 1/1080 of the shorter side of the screen, so one set of components
// serves all four sizes; in elder mode (关爱模式) type grows by 1.35 and the inks darken. All ink / ground pairs that
// pages use are at least 7:1 (WCAG 2.1 AAA); tests/qml asserts that.
pragma Singleton
import QtQuick

QtObject {
    // Set by the shell.
    property real screenWidth: 1080
    property real screenHeight: 1920
    property bool elder: false

    readonly property bool wide: screenWidth > screenHeight
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

    readonly property color ground: "#F6F8FB"
    readonly property color surface: "#FFFFFF"
    readonly property color ink: elder ? "#0A1226" : "#14213D"
    readonly property color softInk: elder ? "#25304A" : "#3F4B64"
    readonly property color line: elder ? "#7C889D" : "#D3DCE8"
    readonly property color strongEdge: elder ? "#3F4B64" : "#8190A8"
    readonly property color brand: elder ? "#083E78" : "#0A4A8C"
    readonly property color brandPressed: "#08376A"
    readonly property color brandTint: "#E7EFFA"
    readonly property color brandText: "#FFFFFF"
    readonly property color softBrandText: "#E6F0FA"
    readonly property color seal: "#952712"
    readonly property color sealTint: "#FDF1EE"
    readonly property color success: "#14532D"
    readonly property color successTint: "#E6F3EA"
    readonly property color warning: "#6B4600"
    readonly property color warningTint: "#FFF4DC"
    readonly property color teal: "#0F4C4A"
    readonly property color tealTint: "#E2F0EE"
    readonly property color plum: "#732C58"
    readonly property color plumTint: "#F7E8F1"
    readonly property color scrim: "#B30A1226"

    // n units in whole pixels: edges stay sharp without a GPU.
    function u(n: real): int {
        return Math.round(n * unit)
    }
    function type(n: real): int {
        return Math.round(n * unit * typeScale)
    }
}
