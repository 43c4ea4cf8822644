// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/item_check.h"

#include "app/core/domain/item/check_parts.h"
#include "app/core/domain/item/standard_fields.h"

#include <QSet>

namespace tongban::domain {

namespace {

template <class List> void checkKeys(const List &list, const char *name, QSet<QString> seen, JsonVerdict &verdict)
{
    for (size_t i = 0; i < list.size(); ++i) {
        if (seen.contains(list[i].key))
            verdict.blame(at(name, i, "key"), QStringLiteral("this key was used before"));
        seen.insert(list[i].key);
    }
}

// Situations, fields and what the card says share one room of names: all are answers.
void checkAnswerKeys(const ServiceItem &item, JsonVerdict &verdict)
{
    QSet<QString> seen;
    for (const FormField &field : cardFields())
        seen.insert(field.key);
    std::vector<FormField> questions;
    for (const Situation &situation : item.situations)
        questions.push_back(situation.field);
    checkKeys(questions, "situations", seen, verdict);
    for (const FormField &question : questions)
        seen.insert(question.key);
    const auto own = item.fields.begin() + static_cast<std::ptrdiff_t>(cardFields().size());
    checkKeys(std::vector<FormField>(own, item.fields.end()), "fields", seen, verdict);
}

} // namespace

QString at(const char *list, size_t index, const char *key)
{
    return QStringLiteral("/%1/%2/%3").arg(QLatin1String(list)).arg(index).arg(QLatin1String(key));
}

void checkItem(const ServiceItem &item, JsonVerdict &verdict)
{
    checkAnswerKeys(item, verdict);
    checkKeys(item.materials, "materials", {}, verdict);
    checkKeys(item.parties, "parties", {}, verdict);
    checkFields(item, verdict);
    checkWhens(item, verdict);
    checkPlaces(item, verdict);
    checkPapers(item, verdict);
    checkGeneral(item, verdict);
}

} // namespace tongban::domain
