// SPDX-License-Identifier: GPL-3.0-or-later
// A condition looks back only: the answer it hangs on has been given when its own question comes up, and no two
// questions can wait for each other. What must be brought hangs on situations alone: they are answered before the form.
#include "app/core/domain/item/check_parts.h"
#include "app/core/domain/item/standard_fields.h"

#include <algorithm>

namespace tongban::domain {

namespace {

using Known = std::vector<const FormField *>;

void checkLeaf(const Condition &leaf, const Known &known, const QString &pointer, JsonVerdict &verdict)
{
    const auto asked =
        std::find_if(known.begin(), known.end(), [&](const FormField *f) { return f->key == leaf.field; });
    if (asked == known.end())
        return verdict.blame(pointer + QStringLiteral("/field"), QStringLiteral("names nothing that was asked before"));
    if ((*asked)->type != FieldType::Choice)
        return verdict.blame(pointer + QStringLiteral("/field"),
                             QStringLiteral("only the answer of a choice can decide"));
    for (qsizetype i = 0; i < leaf.values.size(); ++i) {
        const auto &choices = (*asked)->choices;
        if (std::any_of(choices.begin(), choices.end(), [&](const auto &c) { return c.value == leaf.values[i]; }))
            continue;
        const QString place =
            leaf.kind == Condition::Kind::In ? QStringLiteral("/values/%1").arg(i) : QStringLiteral("/value");
        verdict.blame(pointer + place, QStringLiteral("compares with a value that the choice does not have"));
    }
}

void checkTree(const Condition &condition, const Known &known, const QString &pointer, JsonVerdict &verdict)
{
    switch (condition.kind) {
    case Condition::Kind::Always:
        return;
    case Condition::Kind::Equals:
        return checkLeaf(condition, known, pointer + QStringLiteral("/equals"), verdict);
    case Condition::Kind::In:
        return checkLeaf(condition, known, pointer + QStringLiteral("/in"), verdict);
    case Condition::Kind::All:
    case Condition::Kind::Any:
        break;
    }
    const QString name = condition.kind == Condition::Kind::All ? QStringLiteral("and") : QStringLiteral("or");
    for (size_t i = 0; i < condition.children.size(); ++i)
        checkTree(condition.children[i], known, QStringLiteral("%1/%2/%3").arg(pointer, name).arg(i), verdict);
}

template <class List> void checkEach(const List &list, const char *name, const Known &known, JsonVerdict &verdict)
{
    for (size_t i = 0; i < list.size(); ++i)
        checkTree(list[i].when, known, at(name, i, "when"), verdict);
}

} // namespace

void checkWhens(const ServiceItem &item, JsonVerdict &verdict)
{
    Known known;
    for (size_t i = 0; i < item.situations.size(); ++i) {
        checkTree(item.situations[i].field.visibleWhen, known, at("situations", i, "when"), verdict);
        known.push_back(&item.situations[i].field);
    }
    checkEach(item.conditions, "conditions", known, verdict);
    checkEach(item.parties, "parties", known, verdict);
    checkEach(item.materials, "materials", known, verdict);
    const size_t fromCard = cardFields().size();
    for (size_t i = 0; i < item.fields.size(); ++i) {
        if (i >= fromCard)
            checkTree(item.fields[i].visibleWhen, known, at("fields", i - fromCard, "visibleWhen"), verdict);
        known.push_back(&item.fields[i]);
    }
}

} // namespace tongban::domain
