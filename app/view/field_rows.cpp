// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/field_rows.h"

#include "app/view/places_controller.h"

#include <QVariantMap>

namespace tongban::view {

using domain::FieldType;

QString typeName(const domain::FormField &field)
{
    switch (field.type) {
    case FieldType::Choice:
        return QStringLiteral("choice");
    case FieldType::MultiChoice:
        return QStringLiteral("multiChoice");
    case FieldType::Phone:
        return QStringLiteral("phone");
    case FieldType::Date:
        return QStringLiteral("date");
    case FieldType::Number:
        return QStringLiteral("number");
    case FieldType::Money:
        return QStringLiteral("money");
    case FieldType::BankAccount:
        return QStringLiteral("bankAccount");
    case FieldType::Declaration:
        return QStringLiteral("declaration");
    case FieldType::CreditCode:
        return QStringLiteral("creditCode");
    case FieldType::Region:
        return QStringLiteral("region");
    case FieldType::Family:
        return QStringLiteral("family");
    case FieldType::Text:
    case FieldType::ChineseName:
        return QStringLiteral("text");
    case FieldType::IdNumber:
        return QStringLiteral("idNumber");
    }
    return {};
}

QVariantList choicesOf(const domain::FormField &field)
{
    QVariantList choices;
    for (const domain::FieldChoice &choice : field.choices) {
        choices.append(QVariantMap{{QStringLiteral("value"), choice.value},
                                   {QStringLiteral("label"), choice.label},
                                   {QStringLiteral("hint"), choice.hint},
                                   {QStringLiteral("icon"), choice.icon}});
    }
    return choices;
}

QVariantList rowFieldsOf(const domain::FormField &field)
{
    QVariantList fields;
    for (const domain::FormField &asked : field.rowFields) {
        fields.append(QVariantMap{{QStringLiteral("key"), asked.key},
                                  {QStringLiteral("label"), asked.label},
                                  {QStringLiteral("type"), typeName(asked)},
                                  {QStringLiteral("choices"), choicesOf(asked)},
                                  {QStringLiteral("refusal"), asked.refusal},
                                  {QStringLiteral("unit"), asked.unit}});
    }
    return fields;
}

QString shownValue(const domain::FormField &field, const Secret &value, domain::Shown shown,
                   const PlacesController &places)
{
    if (field.type == FieldType::Region) {
        if (const QString name = places.fullName(value.reveal()); !name.isEmpty())
            return name;
    }
    return domain::displayValue(field, value, shown);
}

} // namespace tongban::view
