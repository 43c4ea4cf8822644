// SPDX-License-Identifier: GPL-3.0-or-later
// Where one is and how the machine is: hall or errand, network, devices, clock, and whose card it is (masked).
import QtQuick

Rectangle {
    id: root
    required property string text
    required property string clockText
    required property bool online
    required property bool devicesOk
    property string deviceNote
    property string holder // masked name and number; empty = nobody
    property string helper // masked name of who stands beside the holder; empty = nobody
    property string helperSpoken // with the role
    property string otherLanguage // in its own words; within reach in landscape only
    signal languageAsked()

    implicitHeight: Math.max(Theme.u(96), words.height + Theme.gap)
    color: Theme.surface

    TextMetrics {
        id: measured
        font: words.font
        text: root.text
    }
    LabelText {
        id: words
        anchors { left: parent.left; leftMargin: Theme.margin; verticalCenter: parent.verticalCenter }
        text: root.text
        width: Math.min(Math.ceil(measured.advanceWidth) + 1, root.width - marks.width - 2 * Theme.margin - Theme.gap)
        color: Theme.ink
        font.weight: root.holder === "" ? Font.Normal : Font.DemiBold
    }
    Row {
        id: marks
        anchors { right: parent.right; rightMargin: Theme.margin; verticalCenter: parent.verticalCenter }
        spacing: Theme.u(Theme.elder ? 20 : 30)
        StripMark {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.holder === "" || !root.online
            sign: root.online ? "cloud_done" : "cloud_off"
            text: root.holder !== "" ? "" : root.online ? qsTr("已联网") : qsTr("未联网")
            spoken: root.online ? qsTr("已联网") : qsTr("未联网，照常办理")
            good: root.online
        }
        StripMark {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.holder === "" || !root.devicesOk
            sign: root.devicesOk ? "print" : "warning"
            text: root.holder !== "" ? "" : root.devicesOk ? qsTr("设备正常") : qsTr("设备待查")
            spoken: root.devicesOk ? qsTr("设备正常") : root.deviceNote
            good: root.devicesOk
        }
        StripMark {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.holder !== ""
            sign: "person"
            text: root.holder
            spoken: qsTr("正在为 %1 办理").arg(root.holder)
            good: true
            tone: Theme.brand
        }
        StripMark {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.helper !== ""
            sign: "people"
            text: root.helper
            spoken: qsTr("%1在帮忙").arg(root.helperSpoken)
            good: true
            tone: Theme.brand
        }
        LabelText {
            visible: root.holder === ""
            anchors.verticalCenter: parent.verticalCenter
            text: root.clockText
            color: Theme.ink
            wrapMode: Text.NoWrap
        }
        QuietButton {
            visible: Theme.wide && !Theme.low && root.otherLanguage !== ""
            width: Math.max(Theme.u(190), lineWidth)
            height: Theme.touch
            sign: "translate"
            text: root.otherLanguage
            onClicked: root.languageAsked()
        }
    }
}
