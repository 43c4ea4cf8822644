// SPDX-License-Identifier: GPL-3.0-or-later
// The licence library: what the person agrees to, and how the asking goes. Nobody has to wait for it.
import QtQuick
import Tongban.Controls

Panel {
    id: root
    required property string phase   // "" | "offer" | "asking" | "silent" | "closed"
    required property string consent // a sentence; empty: it cannot be asked now
    signal agreed()

    readonly property bool asking: phase === "asking"

    height: phase === "" ? 0 : words.height + 2 * Theme.u(32) // a row of a paged column: no height, no row
    border.color: Theme.brand
    border.width: Theme.u(3)

    Column {
        id: words
        x: Theme.u(40)
        y: Theme.u(32)
        width: parent.width - 2 * x
        spacing: Theme.gap
        Row {
            visible: root.asking
            spacing: Theme.gap
            BusyDots {
                id: dots
                anchors.verticalCenter: parent.verticalCenter
            }
            BodyText {
                width: words.width - dots.width - Theme.gap
                text: qsTr("正在查电子证照库")
                wrapMode: Text.Wrap
            }
        }
        NoticeLine {
            visible: !root.asking
            width: parent.width
            sign: root.phase === "closed" ? "lock" : root.consent === "" ? "cloud_off" : "verified_user"
            text: root.phase === "closed" ? qsTr("没刷本人的证，现在不能查电子证照库，以后由市里去查。")
                : root.consent === "" ? qsTr("现在查不到电子证照库，以后由市里去查。") : root.consent
        }
        SecondaryButton {
            visible: !root.asking && root.consent !== ""
            width: parent.width
            sign: "search"
            text: root.phase === "silent" ? qsTr("同意，再查一次") : qsTr("同意，现在查")
            inviting: root.phase === "offer"
            onClicked: root.agreed()
        }
    }
}
