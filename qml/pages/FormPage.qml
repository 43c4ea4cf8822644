// SPDX-License-Identifier: GPL-3.0-or-later
// 填表: one question or one small group. What the card already said is shown, not asked.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls
import Tongban.Forms
import Tongban.View

KioskPage {
    id: root
    readonly property FormController form: kiosk.form
    readonly property bool allKnown: form.prefilledCount > 0 && form.prefilledCount === form.fields.count
    readonly property bool single: form.fields.count === 1

    coveredByTrouble: false
    covered: kiosk.trouble.active && fieldError === ""
    writing: {
        root.turn
        for (let i = 0; i < asked.count; ++i)
            if ((asked.itemAt(i) as FieldView)?.writing)
                return true
        return false
    }
    subtitleWarns: Theme.wide && said !== ""
    subtitle: subtitleWarns ? said : kiosk.subtitle
    readFirst: {
        root.turn
        return single && !allKnown ? (asked.itemAt(0) as FieldView)?.readFirst ?? 0 : 0
    }
    bodyUsed: allKnown ? facts.used : questions.contentHeight
    property int turn: 0 // of the questions: a repeater's items come and go without its count changing
    // The rule that an answer broke is told beside the answer.
    readonly property string fieldError: {
        root.turn
        for (let i = 0; i < asked.count; ++i) {
            const question = asked.itemAt(i) as FieldView
            if (question?.error || question?.stepError)
                return question.error !== "" ? question.error : question.stepError
        }
        return ""
    }
    // What is to be said of the answer, be it wrong or only doubted.
    readonly property string said: {
        root.turn
        for (let i = 0; i < asked.count && fieldError === ""; ++i)
            if ((asked.itemAt(i) as FieldView)?.warning)
                return (asked.itemAt(i) as FieldView).warning
        return fieldError
    }
    readonly property FieldView inner: {
        root.turn
        for (let i = 0; i < asked.count; ++i)
            if ((asked.itemAt(i) as FieldView)?.stepping)
                return asked.itemAt(i) as FieldView
        return null
    }
    stepping: inner !== null
    onStepForward: inner.stepForward()
    onStepBack: inner.stepBack()
    aside: [
        NoticeLine {
            width: parent.width
            visible: root.allKnown
            sign: "verified"
            kind: NoticeLine.Good
            text: qsTr("%1 项都从身份证读来，不用再写").arg(root.form.prefilledCount)
        },
        NoticeLine {
            width: parent.width
            visible: !root.kiosk.online
            sign: "cloud_off"
            kind: NoticeLine.Warning
            text: qsTr("网络暂时不通：照常办理，通了自动送出")
        }
    ]

    FactSheet {
        id: facts
        visible: root.allKnown
        width: root.bodyWidth
        height: root.bodyHeight
        Repeater {
            model: root.allKnown ? root.form.fields : null
            FactRow {
                required property string displayValue
                required property int index
                width: parent?.width ?? 0
                value: displayValue
                verified: true
                last: index === root.form.fields.count - 1
            }
        }
    }
    PagedColumn {
        id: questions
        visible: !root.allKnown
        width: root.bodyWidth
        height: root.bodyHeight
        Repeater {
            id: asked
            model: root.allKnown ? null : root.form.fields
            onItemAdded: ++root.turn
            onItemRemoved: ++root.turn
            FieldView {
                width: root.bodyWidth
                room: root.single ? root.bodyHeight : 0
                places: root.kiosk.places
                phone: root.kiosk.phone
                rules: root.form
                hint: root.desk ? root.kiosk.subtitle : "" // where the page has no subtitle
                errorElsewhere: Theme.wide // height is dear: in place of the subtitle
                onAnswered: (key, value) => root.form.setAnswer(key, value)
            }
        }
    }
}
