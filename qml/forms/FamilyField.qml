// SPDX-License-Identifier: GPL-3.0-or-later
// Several persons, one after the other, one question at a time. Nothing of a person counts until the last question about him
// is answered; who was put in can be taken out again.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls

Item {
    id: root
    required property FieldView field
    readonly property var persons: field.value === "" || field.refused ? [] : JSON.parse(field.value)
    property int asking: -1      // index of the question about the next person; -1: the list is shown
    property var answers: ({})   // of the next person so far
    property string problem      // what is wrong with the answer that stands

    property FieldView inner: null // of the question that is asked
    readonly property var question: asking >= 0 ? field.rowFields[asking] : null

    implicitHeight: asking >= 0 ? form.y + form.implicitHeight : list.implicitHeight

    readonly property bool desk: Theme.wide && field.writing // height is dear: who and what stands where the characters come
    Binding { target: root.field; property: "stepping"; value: root.asking >= 0 }
    Binding { target: root.field; property: "readFirst"; value: root.inner ? form.y + root.inner.readFirst : 0 }
    Binding { target: root.field; property: "stepError"; value: root.asking >= 0 ? root.problem : "" }
    Binding { target: root.field; property: "writing"; value: root.question?.type === "text" || root.question?.type === "creditCode" }
    Connections {
        target: root.field
        function onStepForward(): void { root.goOn() }
        function onStepBack(): void { root.problem = ""; --root.asking }
    }

    function begin(): void {
        answers = ({})
        problem = ""
        asking = 0
    }
    function goOn(): void {
        const given = answers[question.key] ?? ""
        problem = field.rules.personError(field.key, question.key, given)
        if (problem !== "")
            return
        if (asking + 1 < field.rowFields.length) {
            ++asking
            return
        }
        const all = [...persons, answers]
        asking = -1
        field.answer(JSON.stringify(all))
    }
    function takeOut(index: int): void {
        const rest = persons.filter((person, i) => i !== index)
        field.answer(rest.length === 0 ? "" : JSON.stringify(rest))
    }

    PagedColumn {
        id: list
        visible: root.asking < 0
        width: parent.width
        maximumHeight: root.field.room
        Repeater {
            model: root.persons
            Panel {
                id: person
                required property var modelData
                required property int index
                width: list.width
                height: Math.max(Theme.u(132), name.height + 2 * Theme.gap)
                BodyText {
                    id: name
                    x: Theme.u(40)
                    width: out.x - x - Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    text: (person.index + 1) + ". " + root.field.rules.personText(root.field.key, JSON.stringify(person.modelData))
                }
                QuietButton {
                    id: out
                    x: person.width - width - Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    sign: "close"
                    text: qsTr("去掉")
                    name: qsTr("去掉第 %1 个人").arg(person.index + 1)
                    explanation: name.text
                    onClicked: root.takeOut(person.index)
                }
            }
        }
        ChoiceCard {
            width: list.width
            height: root.persons.length < root.field.maximumRows ? implicitHeight : 0
            enabled: height > 0
            title: root.persons.length === 0 ? qsTr("加一个人") : qsTr("再加一个人")
            sign: "person_add"
            further: true
            onClicked: root.begin()
        }
        NoticeLine {
            width: list.width
            height: root.field.error === "" || root.field.errorElsewhere ? 0 : implicitHeight
            sign: "error_outline"
            kind: NoticeLine.Warning
            text: root.field.error
        }
    }
    BodyText {
        id: about
        visible: root.asking >= 0 && !root.desk
        width: parent.width
        text: qsTr("第 %1 个人：%2").arg(root.persons.length + 1).arg(root.question?.label ?? "")
    }
    Item {
        id: form
        y: root.desk ? 0 : about.implicitHeight + Theme.gap
        width: parent.width
        implicitHeight: childrenRect.height
        Repeater {
            model: root.asking >= 0 ? [root.asking] : []
            onItemRemoved: root.inner = null
            FieldView {
                id: one
                Component.onCompleted: root.inner = one
                required property int modelData
                readonly property var question: root.field.rowFields[modelData]
                width: form.width
                key: question.key
                label: question.label
                type: question.type
                choices: question.choices
                refusal: question.refusal
                unit: question.unit
                text: ""
                warning: ""
                rowFields: []
                maximumRows: 0
                places: root.field.places
                hint: root.desk ? about.text : ""
                value: root.answers[question.key] ?? ""
                displayValue: value === "refused" ? refusal : value
                error: root.problem
                errorElsewhere: root.field.errorElsewhere
                room: root.field.room > 0 ? root.field.room - form.y : 0
                onAnswered: (key, value) => {
                    const given = Object.assign({}, root.answers)
                    given[key] = refusal !== "" && value === refusal ? "refused" : value
                    root.answers = given
                    root.problem = ""
                }
            }
        }
    }
}
