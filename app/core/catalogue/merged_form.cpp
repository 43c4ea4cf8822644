// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/catalogue/merged_form.h"

#include "app/core/domain/json_reader.h"

#include <QSet>

#include <algorithm>

namespace tongban::catalogue {

using domain::Condition;
using domain::FormField;
using domain::MaterialSpec;
using domain::ServiceItem;

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
    for (const domain::FieldChoice &choice : field.choices)
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
    explicit Merger(const Theme &theme)
    {
        m_merged.form.code = theme.code;
        m_merged.form.name = theme.name;
        m_merged.form.icon = theme.icon;
        m_merged.form.summary = theme.summary;
    }

    Result<void> add(const ServiceItem &item)
    {
        for (const domain::Situation &situation : item.situations) {
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
        addWords(item);
        return {};
    }

    [[nodiscard]] MergedForm take() { return std::move(m_merged); }

private:
    Result<void> addSituation(const ServiceItem &item, const domain::Situation &situation)
    {
        auto &all = m_merged.form.situations;
        const auto known = std::find_if(all.begin(), all.end(), [&situation](const domain::Situation &other) {
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

    Result<void> addField(const ServiceItem &item, const FormField &field)
    {
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
        for (domain::FormPage page : item.pages) {
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
        std::vector<domain::MaterialOrigin> common;
        std::copy_if(known->origins.begin(), known->origins.end(), std::back_inserter(common),
                     [&material](domain::MaterialOrigin origin) { return material.comesBy(origin); });
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

    void addWords(const ServiceItem &item)
    {
        ServiceItem &form = m_merged.form;
        form.consent += form.consent.isEmpty() ? item.consent : QLatin1Char('\n') + item.consent;
        for (auto text = item.english.begin(); text != item.english.end(); ++text)
            form.english.insert(text.key(), text.value());
        form.retentionDays = std::max(form.retentionDays, item.retentionDays);
    }

    MergedForm m_merged;
    QSet<QString> m_placed; // fields that stand on a page
};

} // namespace

Result<Theme> Theme::fromJson(const QJsonObject &json)
{
    domain::JsonVerdict verdict{ErrorKind::Misconfigured, where};
    domain::JsonReader reader(json, QString(), verdict);
    const QString place = reader.at(QStringLiteral("items"));
    Theme theme{.code = reader.text(QStringLiteral("code"), 64),
                .name = reader.text(QStringLiteral("name"), 12),
                .icon = reader.text(QStringLiteral("icon"), 40),
                .summary = reader.text(QStringLiteral("summary"), 60),
                .items = domain::textsOf(reader.array(QStringLiteral("items")), place, verdict)};
    reader.refuseOthers();
    if (theme.items.size() < 2 || QSet<QString>(theme.items.begin(), theme.items.end()).size() != theme.items.size())
        verdict.blame(place, QStringLiteral("fewer than two items, or one twice"));
    if (verdict.error)
        return fail(*verdict.error);
    return theme;
}

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
    return merger.take();
}

domain::Answers answersOf(const ServiceItem &item, const domain::Answers &merged)
{
    domain::Answers own;
    for (auto answer = merged.begin(); answer != merged.end(); ++answer) {
        if (item.field(answer.key()))
            own.insert(answer.key(), answer.value());
    }
    return domain::withoutHidden(item, own);
}

} // namespace tongban::catalogue
