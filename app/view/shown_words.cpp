// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/shown_words.h"

#include "app/core/domain/assisted_case.h"
#include "app/core/domain/item/standard_fields.h"

#include <QCoreApplication>

#include <algorithm>

namespace tongban::view {

namespace {

// The card's fields stand in no item file: their words are the program's.
void lookUp(QString &word)
{
    if (!word.isEmpty())
        word = shownWord("StandardFields", word);
}

void lookUpCardWords(domain::ServiceItem &item)
{
    const auto count = std::min(item.fields.size(), domain::cardFields().size());
    for (size_t i = 0; i < count; ++i) {
        lookUp(item.fields[i].label);
        for (domain::FieldChoice &choice : item.fields[i].choices)
            lookUp(choice.label);
    }
    if (!item.pages.empty()) {
        lookUp(item.pages.front().title);
        lookUp(item.pages.front().prompt);
    }
}

// What a relative brings stands in no item file either.
void lookUpHelperPapers(domain::ServiceItem &item)
{
    for (domain::MaterialSpec &material : item.materials) {
        if (material.key != domain::helperPapers)
            continue;
        material.name = shownWord("AssistedCase", material.name);
        material.hint = shownWord("AssistedCase", material.hint);
    }
}

} // namespace

QString shownWord(const char *context, const QString &word)
{
    return word.isEmpty() ? word : QCoreApplication::translate(context, word.toUtf8().constData());
}

QString shownMaterial(const flow::ServiceState &shown)
{
    if (shown.material == domain::markSheet)
        return shownWord("AssistedCase", domain::markSheetSpec().name);
    const domain::MaterialSpec *material = shown.draft ? shown.draft->item.material(shown.material) : nullptr;
    return material ? material->name : QString();
}

domain::ServiceItem shownItem(const domain::ServiceItem &item, domain::Language language)
{
    domain::ServiceItem shown = domain::inLanguage(item, language);
    lookUpCardWords(shown);
    return shown;
}

flow::ServiceState shownState(const flow::ServiceState &state, domain::Language language)
{
    flow::ServiceState shown = state;
    if (shown.item)
        shown.item = shownItem(*shown.item, language);
    if (shown.theme)
        shown.theme = shownItem(*shown.theme, language);
    if (shown.draft)
        shown.draft->item = shownItem(shown.draft->item, language);
    if (shown.unfinished && shown.unfinished->draft)
        shown.unfinished->draft->item = shownItem(shown.unfinished->draft->item, language);
    if (shown.unfinished && shown.unfinished->withoutReceipt)
        shown.unfinished->withoutReceipt->content.item =
            shownItem(shown.unfinished->withoutReceipt->content.item, language);
    if (shown.submitted)
        shown.submitted->content.item = shownItem(shown.submitted->content.item, language);
    for (domain::CaseDraft *content : {shown.draft ? &*shown.draft : nullptr,
                                       shown.submitted ? &shown.submitted->content : nullptr}) {
        if (content)
            lookUpHelperPapers(content->item);
    }
    for (domain::SubmittedCase &one : shown.together)
        one.content.item = shownItem(one.content.item, language);
    return shown;
}

} // namespace tongban::view
