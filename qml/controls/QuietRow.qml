// SPDX-License-Identifier: GPL-3.0-or-later
// The actions that are there on every page. On the first page the picture that changes the mode stands in place of
// "start over".
import QtQuick

Row {
    id: root
    property bool first: false   // the first page: sign above word, choice of mode
    property bool elder: false
    signal startOver()
    signal again()
    signal help()
    signal modeAsked(bool elder)

    readonly property bool stacked: first !== Theme.wide // little height for a bar, little width for a column
    readonly property real part: Math.floor((width - 2 * spacing) / 3)

    spacing: Theme.gap

    QuietButton {
        visible: root.first
        width: root.part
        stacked: root.stacked
        tinted: root.first
        sign: root.elder ? "text_decrease" : "text_increase"
        text: root.elder ? qsTr("标准模式") : qsTr("关爱模式")
        explanation: root.elder ? qsTr("字变回平常大小") : qsTr("字更大，时间更长")
        onClicked: root.modeAsked(!root.elder)
    }
    QuietButton {
        visible: !root.first
        width: root.part
        stacked: root.stacked
        tinted: root.first
        sign: "restart_alt"
        text: qsTr("重新开始")
        onClicked: root.startOver()
    }
    QuietButton {
        width: root.part
        stacked: root.stacked
        tinted: root.first
        sign: "volume_up"
        text: root.first ? qsTr("听语音") : qsTr("再听一遍")
        onClicked: root.again()
    }
    QuietButton {
        width: root.part
        stacked: root.stacked
        tinted: root.first
        sign: "support_agent"
        text: qsTr("叫人帮忙")
        onClicked: root.help()
    }
}
