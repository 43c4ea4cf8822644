// SPDX-License-Identifier: GPL-3.0-or-later
// Each type of field has what it needs and nothing that means nothing to it.
#include "app/core/domain/item/check_parts.h"
#include "app/core/domain/item/standard_fields.h"

#include <QSet>

namespace tongban::domain {

namespace {

class FieldCheck
{
public:
    FieldCheck(const ServiceItem &item, JsonVerdict &verdict) : m_item(item), m_verdict(verdict) {}

    void check(const FormField &field, const QString &pointer, bool inFamily)
    {
        checkChoices(field.choices, isChosen(field), field.type == FieldType::MultiChoice,
                     pointer + QStringLiteral("/choices"));
        checkBounds(field, pointer);
        checkBelongings(field, pointer);
        checkPrefill(field, pointer);
        if (inFamily)
            checkInFamily(field, pointer);
        else
            checkRows(field, pointer);
    }

    // Also for the options of a situation.
    void checkChoices(const std::vector<FieldChoice> &choices, bool wanted, bool joined, const QString &pointer)
    {
        if (wanted && choices.size() < 2)
            blame(pointer, QStringLiteral("a choice needs two choices at least"));
        if (!wanted && !choices.empty())
            blame(pointer, QStringLiteral("only a choice has choices"));
        QSet<QString> seen;
        for (size_t i = 0; i < choices.size(); ++i) {
            const QString &value = choices[i].value;
            const QString place = QStringLiteral("%1/%2/value").arg(pointer).arg(i);
            if (seen.contains(value))
                blame(place, QStringLiteral("this value was used before"));
            if (joined && value.contains(u','))
                blame(place, QStringLiteral("a comma parts the values of several choices and cannot stand in one"));
            seen.insert(value);
        }
    }

private:
    static bool isChosen(const FormField &field)
    {
        return field.type == FieldType::Choice || field.type == FieldType::MultiChoice;
    }
    void blame(const QString &pointer, const QString &what) { m_verdict.blame(pointer, what); }

    void checkBounds(const FormField &field, const QString &pointer)
    {
        const bool mayHave =
            field.type == FieldType::Number || field.type == FieldType::Money || field.type == FieldType::Date;
        if (!mayHave && field.minimum)
            blame(pointer + QStringLiteral("/minimum"), QStringLiteral("only a number, money or a date has bounds"));
        if (!mayHave && field.maximum)
            blame(pointer + QStringLiteral("/maximum"), QStringLiteral("only a number, money or a date has bounds"));
        if (field.minimum && field.maximum && *field.minimum > *field.maximum)
            blame(pointer + QStringLiteral("/maximum"), QStringLiteral("smaller than the minimum"));
        // A pad of ten digits has no minus.
        if (field.type != FieldType::Date &&
            ((field.minimum && *field.minimum < 0) || (field.maximum && *field.maximum < 0)))
            blame(pointer +
                      (field.minimum && *field.minimum < 0 ? QStringLiteral("/minimum") : QStringLiteral("/maximum")),
                  QStringLiteral("numbers and sums are not negative"));
    }

    void checkBelongings(const FormField &field, const QString &pointer)
    {
        const bool declares = field.type == FieldType::Declaration;
        if (declares && field.text.isEmpty())
            blame(pointer + QStringLiteral("/text"), QStringLiteral("a declaration needs the text that is declared"));
        if (!declares && !field.text.isEmpty())
            blame(pointer + QStringLiteral("/text"), QStringLiteral("only a declaration has a text"));
        if (field.type != FieldType::Number && !field.unit.isEmpty())
            blame(pointer + QStringLiteral("/unit"), QStringLiteral("only a number has a unit"));
        const bool isTyped = !isChosen(field) && !declares && field.type != FieldType::Family;
        if (!field.refusal.isEmpty() && (!isTyped || field.prefill.startsWith(QStringLiteral("card."))))
            blame(pointer + QStringLiteral("/refusal"), QStringLiteral("only a field that is typed can be refused"));
    }

    void checkPrefill(const FormField &field, const QString &pointer)
    {
        if (!field.prefill.startsWith(QStringLiteral("party.")))
            return;
        if (!m_item.party(field.prefill.section(u'.', 1, 1)))
            blame(pointer + QStringLiteral("/prefill"), QStringLiteral("there is no such party"));
    }

    void checkRows(const FormField &field, const QString &pointer)
    {
        const bool isFamily = field.type == FieldType::Family;
        if (isFamily && field.rowFields.empty())
            blame(pointer + QStringLiteral("/rows"), QStringLiteral("a family needs rows"));
        if (!isFamily && !field.rowFields.empty())
            blame(pointer + QStringLiteral("/rows"), QStringLiteral("only a family has rows"));
        if (isFamily && field.minimumRows > field.maximumRows)
            blame(pointer + QStringLiteral("/rows/maximum"), QStringLiteral("smaller than the minimum"));
        QSet<QString> seen;
        for (size_t i = 0; i < field.rowFields.size(); ++i) {
            const QString place = QStringLiteral("%1/rows/fields/%2").arg(pointer).arg(i);
            if (seen.contains(field.rowFields[i].key))
                blame(place + QStringLiteral("/key"), QStringLiteral("this key was used before"));
            seen.insert(field.rowFields[i].key);
            check(field.rowFields[i], place, true);
        }
    }

    void checkInFamily(const FormField &field, const QString &pointer)
    {
        if (field.type == FieldType::Family || field.type == FieldType::Declaration)
            blame(pointer + QStringLiteral("/type"), QStringLiteral("no family and no declaration within a family"));
        if (field.visibleWhen.kind != Condition::Kind::Always)
            blame(pointer + QStringLiteral("/visibleWhen"),
                  QStringLiteral("each person of a family is asked the same"));
        if (!field.prefill.isEmpty())
            blame(pointer + QStringLiteral("/prefill"), QStringLiteral("nothing is known of each person of a family"));
    }

    const ServiceItem &m_item;
    JsonVerdict &m_verdict;
};

} // namespace

void checkFields(const ServiceItem &item, JsonVerdict &verdict)
{
    FieldCheck check(item, verdict);
    for (size_t i = 0; i < item.situations.size(); ++i)
        check.checkChoices(item.situations[i].field.choices, true, false, at("situations", i, "options"));
    for (size_t i = cardFields().size(); i < item.fields.size(); ++i)
        check.check(item.fields[i], QStringLiteral("/fields/%1").arg(i - cardFields().size()), false);
}

} // namespace tongban::domain
