// SPDX-License-Identifier: GPL-3.0-or-later
// Answers as a person reads them.
#include "app/core/domain/form_engine.h"
#include "app/core/domain/masking.h"

#include <QCoreApplication>

#include <algorithm>

namespace tongban::domain {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FormEngine)
};

QString labelsOf(const FormField &field, const QString &value)
{
    QStringList labels;
    for (const QString &one : field.type == FieldType::MultiChoice ? value.split(u',') : QStringList{value}) {
        for (const FieldChoice &choice : field.choices) {
            if (choice.value == one)
                labels << choice.label;
        }
    }
    return labels.join(Words::tr("、"));
}

QString dateText(const QString &plain)
{
    const QDate date = QDate::fromString(plain, Qt::ISODate);
    return date.isValid() ? date.toString(Words::tr("yyyy年M月d日")) : QString();
}

// 3人：王建国、李桂英、王小宝. The first of what is asked of each stands for the person.
QString familyText(const FormField &field, const QString &plain, Shown shown)
{
    const auto rows = familyRows(plain);
    if (!rows)
        return {};
    const QString count = Words::tr("%n人", nullptr, static_cast<int>(rows->size()));
    if (shown == Shown::Masked || rows->empty() || field.rowFields.empty())
        return count;
    QStringList names;
    for (const auto &row : *rows)
        names << displayValue(field.rowFields.front(), row.value(field.rowFields.front().key), shown);
    return Words::tr("%1：%2").arg(count, names.join(Words::tr("、")));
}

} // namespace

QString yuanText(qint64 fen)
{
    const QString yuan = QString::number(fen / 100);
    return fen % 100 == 0 ? Words::tr("%1元").arg(yuan)
                          : Words::tr("%1.%2元").arg(yuan).arg(fen % 100, 2, 10, QChar(u'0'));
}

QString displayValue(const FormField &field, const Secret &value, Shown shown)
{
    const QString &plain = value.reveal();
    if (plain.isEmpty())
        return {};
    if (!field.refusal.isEmpty() && plain == refusedAnswer)
        return field.refusal;
    const bool masked = shown == Shown::Masked;
    if (masked && field.sensitive)
        return Words::tr("已填");
    switch (field.type) {
    case FieldType::Text:
    case FieldType::CreditCode: // public: it stands on every shop's wall
    case FieldType::Region:
        return plain;
    case FieldType::ChineseName:
        return masked ? maskedName(value) : plain;
    case FieldType::Number:
        return field.unit.isEmpty() ? plain : Words::tr("%1%2", "number and unit").arg(plain, field.unit);
    case FieldType::Money:
        return yuanText(plain.toLongLong());
    case FieldType::IdNumber:
        return shown == Shown::Plain ? plain : maskedIdNumber(value);
    case FieldType::Phone:
        return masked ? maskedPhone(value) : plain;
    case FieldType::Date:
        return dateText(plain);
    case FieldType::Choice:
    case FieldType::MultiChoice:
        return labelsOf(field, plain);
    case FieldType::BankAccount:
        return shown == Shown::Plain ? plain : maskedAccount(value);
    case FieldType::Family:
        return familyText(field, plain, shown);
    case FieldType::Declaration:
        return plain == agreedAnswer ? Words::tr("同意") : QString();
    }
    Q_UNREACHABLE();
}

} // namespace tongban::domain
