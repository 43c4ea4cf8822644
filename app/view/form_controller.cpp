// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/form_controller.h"

#include "app/core/domain/assisted_case.h"
#include "app/core/domain/case_parties.h"
#include "app/view/field_rows.h"
#include "app/view/places_controller.h"
#include "app/view/session_item.h"
#include "app/view/shown_words.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tongban::view {

namespace {

// Only what the person was told is shown as wrong: a number half typed is no mistake yet.
QString errorOf(const flow::ServiceState &state, const domain::FormField &field, const QString &value)
{
    if (!state.trouble || state.trouble->kind != ErrorKind::InputInvalid || state.trouble->field != field.key)
        return {};
    const Result<void> verdict = domain::validate(field, value, state.today);
    return verdict ? QString() : verdict.error().detail;
}

QString warningOf(const flow::ServiceState &state, const domain::FormField &field, const QString &value)
{
    return domain::validate(field, value, state.today) ? domain::warningFor(field, value) : QString();
}

// What cannot be chosen here: a situation in which somebody must be there who cannot be by an ID card. Who else has to
// come stands beside the answer, before anybody has laid down a card in vain.
QVariantList openChoicesOf(const flow::ServiceState &state, const domain::FormField &question)
{
    QVariantList choices = choicesOf(question);
    for (QVariant &choice : choices) {
        QVariantMap shown = choice.toMap();
        domain::Answers answers = state.situations;
        answers.insert(question.key, Secret(shown.value(QStringLiteral("value")).toString()));
        for (const domain::Party *party : domain::askedParties(*state.item, answers)) {
            if (party->when.kind == domain::Condition::Kind::Always)
                continue; // no answer changes it: the guide says so
            if (domain::comesByCard(*party))
                shown.insert(QStringLiteral("hint"), FormController::tr("%1要一起来刷身份证").arg(party->label));
            else
                shown.insert(QStringLiteral("closed"), FormController::tr("%1也要到场，请到窗口办").arg(party->label));
        }
        choice = shown;
    }
    return choices;
}

// 一起办哪几样: the items of a theme, each in or out.
domain::FormField partsQuestion(const domain::ServiceItem &theme)
{
    domain::FormField question;
    question.key = flow::partsField;
    question.label = FormController::tr("一起办哪几样");
    question.type = domain::FieldType::MultiChoice;
    for (const domain::ServiceItem &part : theme.parts)
        question.choices.push_back({.value = part.code, .label = part.name, .hint = part.summary, .icon = part.icon});
    return question;
}

QVariantList rowOf(const flow::ServiceState &state, const domain::FormField &field, const Secret &value, bool fromCard,
                   const PlacesController &places, const QVariantList &choices)
{
    // What came from the card needs no retyping, so a neighbour need not read it; what was typed is checked.
    const QString shown = shownValue(field, value, fromCard ? domain::Shown::ForHolder : domain::Shown::Plain, places);
    const QString plain = value.reveal();
    return {field.key,
            field.label,
            fromCard ? QStringLiteral("prefilled") : typeName(field),
            fromCard ? QString() : plain,
            shown,
            errorOf(state, field, plain),
            field.refusal,
            choices,
            field.unit,
            field.text,
            fromCard ? QString() : warningOf(state, field, plain),
            rowFieldsOf(field),
            field.maximumRows};
}

} // namespace

FormController::FormController(const PlacesController &places, QObject *parent)
    : QObject(parent), m_places(places), m_fields({"key", "label", "type", "value", "displayValue", "error", "refusal",
                                                   "choices", "unit", "text", "warning", "rowFields", "maximumRows"})
{}

void FormController::show(const flow::ServiceState &state)
{
    QList<QVariantList> rows;
    m_prefilledCount = 0;
    m_families.clear();
    m_today = state.today;
    const auto index = static_cast<std::size_t>(std::max(state.formPage, 0));
    if (state.step == flow::Step::Parts && state.theme) {
        const domain::FormField question = partsQuestion(*state.theme);
        rows.append(rowOf(state, question, Secret(state.parts.join(u',')), false, m_places, choicesOf(question)));
    }
    if (state.step == flow::Step::Situation && state.item && index < state.item->situations.size()) {
        const domain::FormField &question = state.item->situations.at(index).field;
        rows.append(rowOf(state, question, state.situations.value(question.key), false, m_places,
                          openChoicesOf(state, question)));
    }
    if (state.step == flow::Step::Naming && index < domain::namingFields().size()) {
        domain::FormField asked = domain::namingFields().at(index);
        asked.label = shownWord("AssistedCase", asked.label);
        rows.append(rowOf(state, asked, state.naming.value(asked.key), false, m_places, {}));
    }
    if (state.step == flow::Step::Form && state.draft && index < state.draft->item.pages.size()) {
        const domain::CaseDraft &draft = *state.draft;
        for (const auto *field : domain::visibleFields(draft.item, draft.item.pages.at(index), draft.answers)) {
            const bool fromCard = comesFromCard(draft, *field);
            m_prefilledCount += fromCard ? 1 : 0;
            rows.append(rowOf(state, *field, draft.answers.value(field->key), fromCard, m_places, choicesOf(*field)));
            if (field->type == domain::FieldType::Family)
                m_families.insert(field->key, *field);
        }
    }
    m_fields.setRows(std::move(rows));
    Q_EMIT changed();
}

void FormController::setAnswer(const QString &key, const QString &value)
{
    for (int row = 0; row < m_fields.count(); ++row) {
        if (m_fields.value(row, "key").toString() != key)
            continue;
        const QString refusal = m_fields.value(row, "refusal").toString();
        const bool refused = !refusal.isEmpty() && value == refusal;
        Q_EMIT answerGiven(key, refused ? domain::refusedAnswer : value);
        return;
    }
}

QString FormController::personError(const QString &family, const QString &question, const QString &value) const
{
    for (const domain::FormField &field : m_families.value(family).rowFields) {
        if (field.key != question)
            continue;
        const Result<void> verdict = domain::validate(field, value, m_today);
        return verdict ? QString() : verdict.error().detail;
    }
    return {};
}

QString FormController::personText(const QString &family, const QString &person) const
{
    const QJsonObject answers = QJsonDocument::fromJson(person.toUtf8()).object();
    QStringList shown;
    for (const domain::FormField &field : m_families.value(family).rowFields) {
        const QString text =
            shownValue(field, Secret(answers.value(field.key).toString()), domain::Shown::ForHolder, m_places);
        if (!text.isEmpty())
            shown << text;
    }
    return shown.join(tr("，"));
}

} // namespace tongban::view
