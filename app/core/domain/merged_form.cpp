// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/merged_form.h"

#include "app/core/domain/item/merged_words.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace tongban::domain {

namespace {

const auto where = QStringLiteral("theme");

tl::unexpected<Error> wrong(const QString &detail)
{
    return fail(ErrorKind::Misconfigured, where, detail);
}

Condition either(const Condition &a, const Condition &b)
{
    if (a.kind == Condition::Kind::Always || b.kind == Condition::Kind::Always)
        return {};
    return {.kind = Condition::Kind::Any, .field = {}, .values = {}, .children = {a, b}};
}

QStringList codesOf(const FormField &field)
{
    QStringList codes;
    for (const FieldChoice &choice : field.choices)
        codes << choice.value;
    codes.sort();
    return codes;
}

// A date in the past is not a date to come, one sum is not another: their bounds are part of the question.
bool asksTheSame(const FormField &a, const FormField &b)
{
    return a.type == b.type && codesOf(a) == codesOf(b) && a.unit == b.unit && a.text == b.text &&
           a.minimum == b.minimum && a.maximum == b.maximum && a.rowFields.size() == b.rowFields.size();
}

bool isSameThing(const MaterialSpec &a, const MaterialSpec &b)
{
    return a.name == b.name || (!a.licence.isEmpty() && a.licence == b.licence);
}

class Merger
{
public:
    explicit Merger(const Theme &theme) : m_theme(theme) {}

    Result<void> add(const ServiceItem &item)
    {
        if (item.selfService.level == SelfService::Level::View)
            return wrong(item.code + QStringLiteral(" cannot be applied for at a terminal"));
        for (const Party &party : item.parties) {
            if (const auto added = addParty(item, party); !added)
                return added;
        }
        for (const Situation &situation : item.situations) {
            if (const auto added = addSituation(item, situation); !added)
                return added;
        }
        for (const FormField &field : item.fields) {
            if (const auto added = addField(item, field); !added)
                return added;
        }
        addPages(item);
        for (const MaterialSpec &material : item.materials) {
            if (const auto added = addMaterial(item, material); !added)
                return added;
        }
        m_merged.form.parts.push_back(item);
        return {};
    }

    [[nodiscard]] MergedForm take()
    {
        setThemeWords(m_merged.form, m_theme);
        return std::move(m_merged);
    }

private:
    Result<void> addSituation(const ServiceItem &item, const Situation &situation)
    {
        auto &all = m_merged.form.situations;
        const auto known = std::find_if(all.begin(), all.end(), [&situation](const Situation &other) {
            return other.field.key == situation.field.key;
        });
        if (known != all.end())
            return join(item, known->field, situation.field);
        if (isField(situation.field.key))
            return wrong(QStringLiteral("%1: the situation \"%2\" is a field of another item")
                             .arg(item.code, situation.field.key));
        all.push_back(situation);
        return {};
    }

    // Two keys under which items know one person, who lays down one card.
    [[nodiscard]] bool isSamePerson(const QString &a, const QString &b) const
    {
        const auto &groups = m_theme.samePeople;
        return a == b || std::any_of(groups.begin(), groups.end(), [&](const QStringList &group) {
                   return group.contains(a) && group.contains(b);
               });
    }

    Result<void> addParty(const ServiceItem &item, const Party &party)
    {
        auto &all = m_merged.form.parties;
        const auto known = std::find_if(all.begin(), all.end(),
                                        [&](const Party &other) { return isSamePerson(other.key, party.key); });
        if (known == all.end()) {
            m_merged.parties[item.code].insert(party.key, party.key);
            all.push_back(party);
            return {};
        }
        std::vector<Presence> common;
        std::copy_if(known->presence.begin(), known->presence.end(), std::back_inserter(common),
                     [&party](Presence way) { return party.comesBy(way); });
        if (common.empty() || known->who != party.who)
            return wrong(QStringLiteral("%1: \"%2\" is here in no way that the other items take").arg(item.code, party.key));
        known->presence = std::move(common);
        known->when = either(known->when, party.when);
        known->consent = joinedWords(m_merged.form, *known, item, party);
        m_merged.parties[item.code].insert(party.key, known->key);
        return {};
    }

    // What a person's card answers is asked for under the key by which the form knows that person.
    [[nodiscard]] FormField withKnownPerson(const ServiceItem &item, FormField field) const
    {
        const QStringList source = field.prefill.split(u'.');
        const auto people = m_merged.parties.value(item.code);
        if (source.size() == 3 && source.at(0) == QLatin1String("party") && people.contains(source.at(1)))
            field.prefill = QStringLiteral("party.%1.%2").arg(people.value(source.at(1)), source.at(2));
        return field;
    }

    Result<void> addField(const ServiceItem &item, const FormField &own)
    {
        const FormField field = withKnownPerson(item, own);
        auto &all = m_merged.form.fields;
        const auto known =
            std::find_if(all.begin(), all.end(), [&field](const FormField &other) { return other.key == field.key; });
        if (known != all.end())
            return join(item, *known, field);
        if (m_merged.form.field(field.key))
            return wrong(
                QStringLiteral("%1: the field \"%2\" is a situation of another item").arg(item.code, field.key));
        all.push_back(field);
        return {};
    }

    static Result<void> join(const ServiceItem &item, FormField &known, const FormField &field)
    {
        if (!asksTheSame(known, field))
            return wrong(
                QStringLiteral("%1: \"%2\" asks something else than in an item before").arg(item.code, field.key));
        known.required = known.required || field.required;
        known.sensitive = known.sensitive || field.sensitive;
        known.maxLength = std::min(known.maxLength, field.maxLength);
        known.visibleWhen = either(known.visibleWhen, field.visibleWhen);
        if (known.prefill.isEmpty())
            known.prefill = field.prefill;
        if (field.refusal.isEmpty())
            known.refusal.clear(); // one of the offices wants an answer
        return {};
    }

    [[nodiscard]] bool isField(const QString &key) const
    {
        const auto &fields = m_merged.form.fields;
        return std::any_of(fields.begin(), fields.end(), [&key](const FormField &field) { return field.key == key; });
    }

    void addPages(const ServiceItem &item)
    {
        for (FormPage page : item.pages) {
            page.fields.erase(std::remove_if(page.fields.begin(), page.fields.end(),
                                             [this](const QString &key) { return m_placed.contains(key); }),
                              page.fields.end());
            for (const QString &key : page.fields)
                m_placed.insert(key);
            if (!page.fields.isEmpty())
                m_merged.form.pages.push_back(std::move(page));
        }
    }

    Result<void> addMaterial(const ServiceItem &item, const MaterialSpec &material)
    {
        auto &all = m_merged.form.materials;
        const auto known = std::find_if(
            all.begin(), all.end(), [&material](const MaterialSpec &other) { return isSameThing(other, material); });
        if (known == all.end()) {
            MaterialSpec added = material;
            if (m_merged.form.material(added.key)) // another thing has that key
                added.key = QStringLiteral("%1%2").arg(material.key).arg(all.size() + 1);
            m_merged.materials[item.code].insert(material.key, added.key);
            all.push_back(std::move(added));
            return {};
        }
        std::vector<MaterialOrigin> common;
        std::copy_if(known->origins.begin(), known->origins.end(), std::back_inserter(common),
                     [&material](MaterialOrigin origin) { return material.comesBy(origin); });
        if (common.empty())
            return wrong(
                QStringLiteral("%1: \"%2\" comes by no way that the other items take").arg(item.code, material.key));
        known->origins = std::move(common);
        known->when = either(known->when, material.when);
        known->optional = known->optional && material.optional;
        known->late = known->late && material.late;
        known->sensitive = known->sensitive || material.sensitive;
        known->maxPages = std::max(known->maxPages, material.maxPages);
        m_merged.materials[item.code].insert(material.key, known->key);
        return {};
    }

    const Theme &m_theme;
    MergedForm m_merged;
    QSet<QString> m_placed; // fields that stand on a page
};

} // namespace

Result<MergedForm> mergedForm(const Theme &theme, const std::vector<ServiceItem> &items)
{
    Merger merger(theme);
    for (const QString &code : theme.items) {
        const auto item =
            std::find_if(items.begin(), items.end(), [&code](const ServiceItem &other) { return other.code == code; });
        if (item == items.end())
            return wrong(code + QStringLiteral(" is not in the catalogue"));
        if (const auto added = merger.add(*item); !added)
            return fail(added.error());
    }
    MergedForm merged = merger.take();
    QJsonArray sources;
    for (const ServiceItem &item : merged.form.parts)
        sources.append(item.source);
    merged.form.source = {{MergedForm::themeKey, theme.source}, {MergedForm::itemsKey, sources}};
    return merged;
}

} // namespace tongban::domain
