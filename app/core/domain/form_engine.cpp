// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/form_engine.h"

#include <algorithm>

namespace tongban::domain {

bool holds(const Condition &condition, const ServiceItem &item, const Answers &answers)
{
    const auto child = [&](const Condition &c) { return holds(c, item, answers); };
    switch (condition.kind) {
    case Condition::Kind::Always:
        return true;
    case Condition::Kind::Equals:
    case Condition::Kind::In: {
        const FormField *asked = item.field(condition.field);
        return asked && isVisible(item, *asked, answers) &&
               condition.values.contains(answers.value(condition.field).reveal());
    }
    case Condition::Kind::All:
        return std::all_of(condition.children.begin(), condition.children.end(), child);
    case Condition::Kind::Any:
        return std::any_of(condition.children.begin(), condition.children.end(), child);
    }
    Q_UNREACHABLE();
}

PrefillSources sourcesOf(const IdCard &card, const QString &prefix)
{
    PrefillSources sources;
    const auto add = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            sources.insert(prefix + u'.' + QLatin1String(name), Secret(value));
    };
    add("name", card.name.reveal());
    add("sex", QString::number(static_cast<int>(card.sex)));
    add("ethnic", ethnicLabel(card.ethnicCode));
    add("birth", card.birth.toString(Qt::ISODate));
    add("address", card.address.reveal());
    add("idNumber", card.idNumber.reveal());
    return sources;
}

QString valueFromCard(const FormField &field, const IdCard &card)
{
    return field.prefill.isEmpty() ? QString() : sourcesOf(card).value(field.prefill).reveal();
}

Answers prefilled(const ServiceItem &item, const PrefillSources &sources, Answers given)
{
    for (const FormField &field : item.fields) { // conditions look back: one pass is enough
        if (field.prefill.isEmpty() || given.contains(field.key) || !isVisible(item, field, given))
            continue;
        if (const QString known = sources.value(field.prefill).reveal(); !known.isEmpty())
            given.insert(field.key, Secret(known));
    }
    return given;
}

Answers prefilled(const ServiceItem &item, const IdCard &card, Answers given)
{
    return prefilled(item, sourcesOf(card), std::move(given));
}

const EligibilityRule *brokenRule(const ServiceItem &item, const IdCard &card, QDate today, Residence residence)
{
    const int age = ageAt(card, today);
    const auto isBroken = [age, residence](const EligibilityRule &rule) {
        switch (rule.kind) {
        case EligibilityRule::Kind::MinimumAge:
            return age < rule.years;
        case EligibilityRule::Kind::MaximumAge:
            return age > rule.years;
        case EligibilityRule::Kind::LocalResidence:
            return residence == Residence::Elsewhere;
        }
        Q_UNREACHABLE();
    };
    const auto rule = std::find_if(item.eligibility.begin(), item.eligibility.end(), isBroken);
    return rule == item.eligibility.end() ? nullptr : &*rule;
}

std::optional<int> situationAfter(const ServiceItem &item, int index, const Answers &answers)
{
    for (int i = index + 1; i < static_cast<int>(item.situations.size()); ++i) {
        if (isVisible(item, item.situations[static_cast<size_t>(i)].field, answers))
            return i;
    }
    return std::nullopt;
}

std::optional<int> situationBefore(const ServiceItem &item, int index, const Answers &answers)
{
    for (int i = std::min(index, static_cast<int>(item.situations.size())) - 1; i >= 0; --i) {
        if (isVisible(item, item.situations[static_cast<size_t>(i)].field, answers))
            return i;
    }
    return std::nullopt;
}

std::vector<const MaterialSpec *> askedMaterials(const ServiceItem &item, const Answers &answers)
{
    std::vector<const MaterialSpec *> asked;
    for (const MaterialSpec &material : item.materials) {
        if (holds(material.when, item, answers))
            asked.push_back(&material);
    }
    return asked;
}

bool isVisible(const ServiceItem &item, const FormField &field, const Answers &answers)
{
    return holds(field.visibleWhen, item, answers);
}

std::vector<const FormField *> visibleFields(const ServiceItem &item, const FormPage &page, const Answers &answers)
{
    std::vector<const FormField *> visible;
    for (const QString &key : page.fields) {
        const FormField *field = item.field(key);
        if (field && isVisible(item, *field, answers))
            visible.push_back(field);
    }
    return visible;
}

Answers withoutHidden(const ServiceItem &item, const Answers &answers)
{
    Answers kept;
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        const FormField *field = item.field(it.key());
        if (field && isVisible(item, *field, answers))
            kept.insert(it.key(), it.value());
    }
    return kept;
}

std::optional<QString> firstOpenField(const ServiceItem &item, const FormPage &page, const Answers &answers,
                                      QDate today)
{
    for (const FormField *field : visibleFields(item, page, answers)) {
        const QString value = answers.value(field->key).reveal();
        const bool standsAsOnCard = field->prefill.startsWith(QStringLiteral("card.")) && !value.isEmpty();
        if (!standsAsOnCard && !validate(*field, value, today))
            return field->key;
    }
    return std::nullopt;
}

bool isPageComplete(const ServiceItem &item, const FormPage &page, const Answers &answers, QDate today)
{
    return !firstOpenField(item, page, answers, today);
}

std::optional<int> firstOpenPage(const ServiceItem &item, const Answers &answers, QDate today)
{
    for (auto page = pageAfter(item, -1, answers); page; page = pageAfter(item, *page, answers)) {
        if (!isPageComplete(item, item.pages[static_cast<size_t>(*page)], answers, today))
            return page;
    }
    return std::nullopt;
}

std::optional<int> pageAfter(const ServiceItem &item, int page, const Answers &answers)
{
    for (int i = page + 1; i < static_cast<int>(item.pages.size()); ++i) {
        if (!visibleFields(item, item.pages[static_cast<size_t>(i)], answers).empty())
            return i;
    }
    return std::nullopt;
}

std::optional<int> pageBefore(const ServiceItem &item, int page, const Answers &answers)
{
    for (int i = std::min(page, static_cast<int>(item.pages.size())) - 1; i >= 0; --i) {
        if (!visibleFields(item, item.pages[static_cast<size_t>(i)], answers).empty())
            return i;
    }
    return std::nullopt;
}

} // namespace tongban::domain
