// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/item/item_text.h"

#include "app/core/domain/item/standard_fields.h"

namespace tongban::domain {

namespace {

void addChoices(const std::vector<FieldChoice> &choices, QStringList &texts)
{
    for (const FieldChoice &choice : choices)
        texts << choice.label << choice.hint;
}

void addField(const FormField &field, QStringList &texts)
{
    texts << field.label << field.refusal << field.unit << field.text;
    addChoices(field.choices, texts);
    for (const FormField &row : field.rowFields)
        addField(row, texts);
}

} // namespace

QString textIn(const ServiceItem &item, Language language, const QString &chinese)
{
    return language == Language::English ? item.english.value(chinese, chinese) : chinese;
}

QStringList textsToTranslate(const ServiceItem &item)
{
    QStringList texts{item.name, item.summary};
    for (const Situation &situation : item.situations) {
        texts << situation.field.label << situation.prompt;
        addChoices(situation.field.choices, texts);
    }
    for (size_t i = cardFields().size(); i < item.fields.size(); ++i)
        addField(item.fields[i], texts);
    for (size_t i = 1; i < item.pages.size(); ++i) // page 0 is the card's
        texts << item.pages[i].title << item.pages[i].prompt;
    for (const MaterialSpec &material : item.materials)
        texts << material.name;
    for (const Party &party : item.parties)
        texts << party.label;
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

} // namespace tongban::domain
