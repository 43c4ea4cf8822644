// SPDX-License-Identifier: GPL-3.0-or-later
// Yuan and fen as people write them; the answer is in fen. A point that waits for its digits is kept here.
import QtQuick

DigitsField {
    id: root
    property string written: "" // what the answer was when `entry` was last made of it

    function yuanOf(fen: string): string {
        if (!/^\d+$/.test(fen))
            return ""
        const whole = fen.slice(0, -2).replace(/^0+(?=\d)/, "")
        const rest = fen.padStart(3, "0").slice(-2)
        return (whole === "" ? "0" : whole) + (rest === "00" ? "" : "." + rest.replace(/0$/, ""))
    }
    function fenOf(yuan: string): string {
        const parts = yuan.split(".")
        return yuan === "" ? "" : String(Number(parts[0]) * 100 + Number((parts[1] ?? "").padEnd(2, "0")))
    }

    entry: ""
    prompt: qsTr("请填多少元")
    extraKey: "."
    maxLength: 10
    groups: []
    behind: entry === "" ? "" : qsTr("元")
    Component.onCompleted: follow()
    onTyped: text => {
        if (!/^(\d+(\.\d{0,2})?)?$/.test(text))
            return
        root.entry = text
        root.written = root.fenOf(text)
        root.field.answer(root.written)
    }

    function follow(): void {
        if (root.field.value === root.written)
            return
        root.written = root.field.value
        root.entry = root.field.refused ? "" : root.yuanOf(root.field.value)
    }
    Connections {
        target: root.field
        function onValueChanged(): void { root.follow() }
    }
}
