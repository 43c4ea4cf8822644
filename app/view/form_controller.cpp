// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/form_controller.h"

#include "app/view/session_item.h"

#include <QVariantMap>

namespace tongban::view {

namespace {

QString typeName(const domain::FormField &field)
{
    switch (field.type) {
    case domain::FieldType::Choice:
        return QStringLiteral("choice");
    case domain::FieldType::Phone:
        return QStringLiteral("phone");
    case domain::FieldType::Date:
        return QStringLiteral("date");
    case domain::FieldType::Text:
    case domain::FieldType::ChineseName:
        return QStringLiteral("text");
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
    const Result<void> verdict = domain::validate(field, value);
    return verdict ? QString() : verdict.error().detail;
}

} // namespace

FormController::FormController(QObject *parent)
    : QObject(parent), m_fields({"key", "label", "type", "value", "displayValue", "error", "refusal", "choices"})
{}

void FormController::show(const flow::ServiceState &state)
{
    QList<QVariantList> rows;
    m_prefilledCount = 0;
    m_isWriting = false;
    if (state.step == flow::Step::Form && state.draft && state.formPage >= 0 &&
        state.formPage < static_cast<int>(state.draft->item.pages.size())) {
        const domain::CaseDraft &draft = *state.draft;
        const domain::FormPage &page = draft.item.pages.at(static_cast<std::size_t>(state.formPage));
        for (const domain::FormField *field : domain::visibleFields(draft.item, page, draft.answers)) {
            const Secret value = draft.answers.value(field->key);
            const bool fromCard = comesFromCard(draft, *field);
            m_prefilledCount += fromCard ? 1 : 0;
            // What came from the card needs no retyping, so a neighbour need not read it; what was typed is checked.
            const QString shown =
                domain::displayValue(*field, value, fromCard ? domain::Shown::ForHolder : domain::Shown::Plain);
            m_isWriting |= !fromCard && typeName(*field) == QStringLiteral("text");
            rows.append({field->key, field->label, fromCard ? QStringLiteral("prefilled") : typeName(*field),
                         fromCard ? QString() : value.reveal(), shown, errorOf(state, *field, value.reveal()),
                         field->refusal, choicesOf(*field)});
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
