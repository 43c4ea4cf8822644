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

// 办事指南, and what is signed and said at the end. Names of laws stay as they are.
void addGuide(const ServiceItem &item, QStringList &texts)
{
    for (const EligibilityRule &rule : item.eligibility)
        texts << rule.clause;
    for (const AcceptanceCondition &condition : item.conditions)
        texts << condition.text;
    texts << item.process << item.department << item.selfService.why << item.selfService.where << item.standard
          << item.fee.text << item.fee.basis << item.intermediaries << item.contact << item.supervision << item.consent
          << item.whenToReturn << item.whomToCall;
}

void put(QString &text, const QMap<QString, QString> &words)
{
    if (const auto found = words.constFind(text); found != words.cend())
        text = *found;
}

void putAll(QStringList &texts, const QMap<QString, QString> &words)
{
    for (QString &text : texts)
        put(text, words);
}

void putChoices(std::vector<FieldChoice> &choices, const QMap<QString, QString> &words)
{
    for (FieldChoice &choice : choices) {
        put(choice.label, words);
        put(choice.hint, words);
    }
}

void putField(FormField &field, const QMap<QString, QString> &words)
{
    for (QString *text : {&field.label, &field.refusal, &field.unit, &field.text})
        put(*text, words);
    putChoices(field.choices, words);
    for (FormField &row : field.rowFields)
        putField(row, words);
}

void putGuide(ServiceItem &item, const QMap<QString, QString> &words)
{
    for (EligibilityRule &rule : item.eligibility)
        put(rule.clause, words);
    for (AcceptanceCondition &condition : item.conditions)
        put(condition.text, words);
    putAll(item.process, words);
    for (QString *text : {&item.department, &item.selfService.why, &item.selfService.where, &item.standard,
                          &item.fee.text, &item.fee.basis, &item.intermediaries, &item.contact, &item.supervision,
                          &item.consent, &item.whenToReturn, &item.whomToCall})
        put(*text, words);
}

} // namespace

QString textIn(const ServiceItem &item, Language language, const QString &chinese)
{
    return language == Language::English ? item.english.value(chinese, chinese) : chinese;
}

ServiceItem inLanguage(ServiceItem item, Language language)
{
    if (language == Language::Chinese || item.english.isEmpty())
        return item;
    const QMap<QString, QString> words = item.english;
    for (QString *text : {&item.name, &item.summary})
        put(*text, words);
    for (Situation &situation : item.situations) {
        putField(situation.field, words);
        put(situation.prompt, words);
    }
    for (FormField &field : item.fields)
        putField(field, words);
    for (FormPage &page : item.pages) {
        put(page.title, words);
        put(page.prompt, words);
    }
    for (MaterialSpec &material : item.materials) {
        for (QString *text : {&material.name, &material.hint, &material.commitment, &material.paperReason})
            put(*text, words);
    }
    for (Party &party : item.parties) {
        put(party.label, words);
        put(party.consent, words);
    }
    putGuide(item, words);
    for (ServiceItem &part : item.parts)
        part = inLanguage(std::move(part), language);
    return item;
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
        texts << material.name << material.hint << material.commitment << material.paperReason;
    for (const Party &party : item.parties)
        texts << party.label << party.consent;
    addGuide(item, texts);
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

} // namespace tongban::domain
