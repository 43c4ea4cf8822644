// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/form_controller.h"

#include "app/view/session_item.h"

#include <QVariantMap>

#include <algorithm>

namespace tongban::view {

namespace {

QString typeName(const domain::FormField &field)
{
    switch (field.type) {
    case domain::FieldType::Choice:
        return QStringLiteral("choice");
    case domain::FieldType::MultiChoice:
        return QStringLiteral("multiChoice");
    case domain::FieldType::Phone:
        return QStringLiteral("phone");
    case domain::FieldType::Date:
        return QStringLiteral("date");
    case domain::FieldType::Number:
        return QStringLiteral("number");
    case domain::FieldType::Money:
        return QStringLiteral("money");
    case domain::FieldType::BankAccount:
        return QStringLiteral("bankAccount");
    case domain::FieldType::Declaration:
        return QStringLiteral("declaration");
    case domain::FieldType::Text:
    case domain::FieldType::ChineseName:
        return QStringLiteral("text");
    case domain::FieldType::CreditCode:
    case domain::FieldType::Region:
    case domain::FieldType::Family:
        return QStringLiteral("elsewhere"); // no page for it yet: DeviceBoard closes what needs it
    case domain::FieldType::IdNumber:
        return QStringLiteral("idNumber");
    }
    return {};
}

QVariantList choicesOf(const domain::FormField &field)
{
    QVariantList choices;
    for (const domain::FieldChoice &choice : field.choices) {
        choices.append(QVariantMap{{QStringLiteral("value"), choice.value},
                                   {QStringLiteral("label"), choice.label},
                                   {QStringLiteral("hint"), choice.hint},
                                   {QStringLiteral("icon"), choice.icon}});
    }
    return choices;
}

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

QVariantList rowOf(const flow::ServiceState &state, const domain::FormField &field, const Secret &value, bool fromCard)
{
    // What came from the card needs no retyping, so a neighbour need not read it; what was typed is checked.
    const QString shown =
        domain::displayValue(field, value, fromCard ? domain::Shown::ForHolder : domain::Shown::Plain);
    const QString plain = value.reveal();
    return {field.key,
            field.label,
            fromCard ? QStringLiteral("prefilled") : typeName(field),
            fromCard ? QString() : plain,
            shown,
            errorOf(state, field, plain),
            field.refusal,
            choicesOf(field),
            field.unit,
            field.text,
            fromCard ? QString() : warningOf(state, field, plain)};
}

} // namespace

FormController::FormController(QObject *parent)
    : QObject(parent), m_fields({"key", "label", "type", "value", "displayValue", "error", "refusal", "choices", "unit",
                                 "text", "warning"})
{}

void FormController::show(const flow::ServiceState &state)
{
    QList<QVariantList> rows;
    m_prefilledCount = 0;
    m_isWriting = false;
    const auto index = static_cast<std::size_t>(std::max(state.formPage, 0));
    if (state.step == flow::Step::Situation && state.item && index < state.item->situations.size()) {
        const domain::FormField &question = state.item->situations.at(index).field;
        rows.append(rowOf(state, question, state.situations.value(question.key), false));
    }
    if (state.step == flow::Step::Form && state.draft && index < state.draft->item.pages.size()) {
        const domain::CaseDraft &draft = *state.draft;
        for (const auto *field : domain::visibleFields(draft.item, draft.item.pages.at(index), draft.answers)) {
            const bool fromCard = comesFromCard(draft, *field);
            m_prefilledCount += fromCard ? 1 : 0;
            m_isWriting |= !fromCard && typeName(*field) == QStringLiteral("text");
            rows.append(rowOf(state, *field, draft.answers.value(field->key), fromCard));
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

} // namespace tongban::view
