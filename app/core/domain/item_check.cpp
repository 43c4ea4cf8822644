// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/item_check.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace tongban::domain {

namespace {

QString place(const char *list, size_t index, const char *key)
{
    return QStringLiteral("/%1/%2/%3").arg(QLatin1String(list)).arg(index).arg(QLatin1String(key));
}

// Keys travel into JSON pointers, database columns and upload metadata: plain ASCII only.
bool isKey(const QString &key)
{
    static const QRegularExpression pattern(QStringLiteral("^[a-z][A-Za-z0-9]*$"));
    return pattern.match(key).hasMatch();
}

template <class T> void checkKeys(const std::vector<T> &list, const char *name, JsonVerdict &verdict)
{
    QStringList seen;
    for (size_t i = 0; i < list.size(); ++i) {
        if (!isKey(list[i].key))
            verdict.blame(place(name, i, "key"), QStringLiteral("a key of letters and digits is expected"));
        if (seen.contains(list[i].key))
            verdict.blame(place(name, i, "key"), QStringLiteral("this key was used before"));
        seen << list[i].key;
    }
}

void checkChoices(const FormField &field, size_t index, JsonVerdict &verdict)
{
    const bool isChoice = field.type == FieldType::Choice;
    if (isChoice && field.choices.size() < 2)
        verdict.blame(place("fields", index, "choices"), QStringLiteral("a choice needs two choices at least"));
    if (!isChoice && !field.choices.empty())
        verdict.blame(place("fields", index, "choices"), QStringLiteral("only a choice has choices"));
    QStringList seen;
    for (size_t i = 0; i < field.choices.size(); ++i) {
        if (seen.contains(field.choices[i].value))
            verdict.blame(place("fields", index, "choices") + QStringLiteral("/%1/value").arg(i),
                          QStringLiteral("this value was used before"));
        seen << field.choices[i].value;
    }
}

void checkPrefill(const FormField &field, size_t index, JsonVerdict &verdict)
{
    static const QStringList sources{QStringLiteral("card.name"),    QStringLiteral("card.sex"),
                                     QStringLiteral("card.ethnic"),  QStringLiteral("card.birth"),
                                     QStringLiteral("card.address"), QStringLiteral("card.idNumber")};
    if (!field.prefill.isEmpty() && !sources.contains(field.prefill))
        verdict.blame(place("fields", index, "prefill"), QStringLiteral("unknown source"));
    if (!field.refusal.isEmpty() && (field.type == FieldType::Choice || !field.prefill.isEmpty()))
        verdict.blame(place("fields", index, "refusal"), QStringLiteral("only a field that is typed can be refused"));
}

// A condition looks back only: the answer it hangs on has been given when its own field comes up, and no two fields
// can wait for each other.
void checkCondition(const ServiceItem &item, const Condition &condition, size_t index, JsonVerdict &verdict)
{
    for (const Condition &child : condition.children)
        checkCondition(item, child, index, verdict);
    if (condition.kind != Condition::Kind::Equals && condition.kind != Condition::Kind::In)
        return;
    const QString pointer = place("fields", index, "visibleWhen");
    const auto end = item.fields.begin() + static_cast<std::ptrdiff_t>(index);
    const auto asked =
        std::find_if(item.fields.begin(), end, [&](const FormField &f) { return f.key == condition.field; });
    if (asked == end)
        return verdict.blame(pointer, QStringLiteral("names a field that does not stand before this one"));
    if (asked->type != FieldType::Choice)
        return verdict.blame(pointer, QStringLiteral("only the answer of a choice can decide"));
    if (condition.values.isEmpty())
        verdict.blame(pointer, QStringLiteral("compares with nothing"));
    for (const QString &value : condition.values) {
        if (std::none_of(asked->choices.begin(), asked->choices.end(), [&](const auto &c) { return c.value == value; }))
            verdict.blame(pointer, QStringLiteral("compares with a value that the choice does not have"));
    }
}

void checkPages(const ServiceItem &item, JsonVerdict &verdict)
{
    QStringList placed;
    for (size_t i = 0; i < item.pages.size(); ++i) {
        const FormPage &page = item.pages[i];
        if (page.fields.isEmpty())
            verdict.blame(place("pages", i, "fields"), QStringLiteral("a page needs a field"));
        for (qsizetype k = 0; k < page.fields.size(); ++k) {
            const QString pointer = place("pages", i, "fields") + QStringLiteral("/%1").arg(k);
            if (!item.field(page.fields[k]))
                verdict.blame(pointer, QStringLiteral("no field has this key"));
            if (placed.contains(page.fields[k]))
                verdict.blame(pointer, QStringLiteral("this field stands on another page too"));
            placed << page.fields[k];
        }
    }
    for (size_t i = 0; i < item.fields.size(); ++i) {
        if (!placed.contains(item.fields[i].key))
            verdict.blame(place("fields", i, "key"), QStringLiteral("this field stands on no page"));
    }
}

} // namespace

void checkItem(const ServiceItem &item, JsonVerdict &verdict)
{
    checkKeys(item.fields, "fields", verdict);
    checkKeys(item.materials, "materials", verdict);
    for (size_t i = 0; i < item.fields.size(); ++i) {
        checkChoices(item.fields[i], i, verdict);
        checkPrefill(item.fields[i], i, verdict);
        checkCondition(item, item.fields[i].visibleWhen, i, verdict);
    }
    checkPages(item, verdict);
    if (item.pages.empty())
        verdict.blame(QStringLiteral("/pages"), QStringLiteral("a form needs a page"));
    if (item.guide.empty())
        verdict.blame(QStringLiteral("/guide"), QStringLiteral("a guide needs a section"));
}

} // namespace tongban::domain
