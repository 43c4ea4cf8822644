// SPDX-License-Identifier: GPL-3.0-or-later
// The actions that are there on every page. On the first page the picture that changes the mode stands in place of
// "start over". The other language has its place here in portrait, in the strip where that is within reach.
import QtQuick

Row {
    id: root
    property bool first: false   // the first page: sign above word, choice of mode
    property bool elder: false
    property bool dense: false   // beside other actions
    property string otherLanguage // in its own words
    signal startOver()
    signal again()
    signal help()
    signal modeAsked(bool elder)
    signal languageAsked()

    readonly property int count: language.visible ? 4 : 3
    readonly property real part: Math.floor((width - (count - 1) * spacing) / count)
    readonly property int widest: Math.max(begin.lineWidth, language.lineWidth, repeat.lineWidth, call.lineWidth)
    // Little height for a bar, little width for a column; and words that are too long for a line.
    readonly property bool stacked: first === Theme.upright || widest > part
    readonly property int tallest: Math.max(begin.implicitHeight, language.implicitHeight, repeat.implicitHeight,
                                            call.implicitHeight)

    spacing: Theme.gap

    QuietButton {
        id: begin
        width: root.part
        height: root.tallest
        stacked: root.stacked
        dense: root.dense
        tinted: root.first
        sign: !root.first ? "restart_alt" : root.elder ? "text_decrease" : "text_increase"
        text: !root.first ? qsTr("重新开始") : root.elder ? qsTr("标准模式") : qsTr("关爱模式")
        explanation: !root.first ? "" : root.elder ? qsTr("字变回平常大小") : qsTr("字更大，时间更长")
        onClicked: root.first ? root.modeAsked(!root.elder) : root.startOver()
    }
    QuietButton {
        id: language
        visible: Theme.upright && root.otherLanguage !== ""
        width: root.part
        height: root.tallest
        stacked: root.stacked
        dense: root.dense
        tinted: root.first
        sign: "translate"
        text: root.otherLanguage
        onClicked: root.languageAsked()
    }
    QuietButton {
        id: repeat
        width: root.part
        height: root.tallest
        stacked: root.stacked
        dense: root.dense
        tinted: root.first
        sign: "volume_up"
        text: root.first ? qsTr("听语音") : qsTr("再听一遍")
        onClicked: root.again()
    }
    QuietButton {
        id: call
        width: root.part
        height: root.tallest
        stacked: root.stacked
        dense: root.dense
        tinted: root.first
        sign: "support_agent"
        text: qsTr("叫人帮忙")
        onClicked: root.help()
    }
}
