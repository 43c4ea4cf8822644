// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/form_engine.h"

#include "app/core/domain/masking.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace tongban::domain {

namespace {

constexpr int longestText = 200;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FormEngine)
};

auto invalid(const QString &sentence)
{
    return fail(ErrorKind::InputInvalid, QStringLiteral("form"), sentence);
}

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

bool isChineseName(const QString &value)
{
    // 2 to 30 characters of the Han script, with the dot (·, U+00B7) that long names are written with.
    static const QRegularExpression pattern(QStringLiteral("^(?=.{2,30}$)\\p{Han}+(·\\p{Han}+)*$"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    return pattern.match(value).hasMatch();
}

bool isMobileNumber(const QString &value)
{
    static const QRegularExpression pattern(QStringLiteral("^1[3-9][0-9]{9}$"));
    return pattern.match(value).hasMatch();
}

bool isDate(const QString &value)
{
    const QDate date = QDate::fromString(value, Qt::ISODate);
    return date.isValid() && date.year() >= 1850 && date.year() <= 2200;
}

bool isPlainText(const QString &value)
{
    return value.size() <= longestText &&
           std::all_of(value.begin(), value.end(), [](QChar c) { return c.isPrint() || c.isSurrogate(); });
}

const FieldChoice *choiceOf(const FormField &field, const QString &value)
{
    const auto it = std::find_if(field.choices.begin(), field.choices.end(),
                                 [&](const FieldChoice &choice) { return choice.value == value; });
    return it == field.choices.end() ? nullptr : &*it;
}

Result<void> validateTyped(const FormField &field, const QString &value)
{
    switch (field.type) {
    case FieldType::Text:
        if (!isPlainText(value))
            return invalid(Words::tr("写得太长了，请写短一点。"));
        return {};
    case FieldType::ChineseName:
        if (!isChineseName(value))
            return invalid(Words::tr("姓名不对，请写中文姓名。"));
        return {};
    case FieldType::Phone:
        if (!isMobileNumber(value))
            return invalid(Words::tr("手机号是11位数字，请您再看一看。"));
        return {};
    case FieldType::Choice:
        if (!choiceOf(field, value))
            return invalid(Words::tr("请从上面选一个。"));
        return {};
    case FieldType::Date:
        if (!isDate(value))
            return invalid(Words::tr("没有这一天，请您再看一看。"));
        return {};
    case FieldType::IdNumber:
        if (!isAnyCardNumber(value))
            return invalid(Words::tr("身份证号码不对，请对着身份证再看一看。"));
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QString valueFromCard(const FormField &field, const IdCard &card)
{
    if (field.prefill == QStringLiteral("card.name"))
        return card.name.reveal();
    if (field.prefill == QStringLiteral("card.sex"))
        return QString::number(static_cast<int>(card.sex));
    if (field.prefill == QStringLiteral("card.ethnic"))
        return ethnicLabel(card.ethnicCode);
    if (field.prefill == QStringLiteral("card.birth"))
        return card.birth.toString(Qt::ISODate);
    if (field.prefill == QStringLiteral("card.address"))
        return card.address.reveal();
    if (field.prefill == QStringLiteral("card.idNumber"))
        return card.idNumber.reveal();
    return {};
}

Answers prefilled(const ServiceItem &item, const IdCard &card)
{
    Answers answers;
    for (const FormField &field : item.fields) {
        if (const QString value = valueFromCard(field, card); !value.isEmpty())
            answers.insert(field.key, Secret(value));
    }
    return answers;
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

Result<void> validate(const FormField &field, const QString &value)
{
    if (value.trimmed().isEmpty()) {
        if (!field.required)
            return {};
        if (field.type == FieldType::Choice)
            return invalid(Words::tr("请您选一个。"));
        return invalid(Words::tr("请填写%1。").arg(field.label));
    }
    if (!field.refusal.isEmpty() && value == refusedAnswer)
        return {};
    return validateTyped(field, value);
}

std::optional<QString> firstOpenField(const ServiceItem &item, const FormPage &page, const Answers &answers)
{
    for (const FormField *field : visibleFields(item, page, answers)) {
        const QString value = answers.value(field->key).reveal();
        const bool standsAsOnCard = !field->prefill.isEmpty() && !value.isEmpty();
        if (!standsAsOnCard && !validate(*field, value))
            return field->key;
    }
    return std::nullopt;
}

bool isPageComplete(const ServiceItem &item, const FormPage &page, const Answers &answers)
{
    return !firstOpenField(item, page, answers);
}

std::optional<int> firstOpenPage(const ServiceItem &item, const Answers &answers)
{
    for (auto page = pageAfter(item, -1, answers); page; page = pageAfter(item, *page, answers)) {
        if (!isPageComplete(item, item.pages[static_cast<size_t>(*page)], answers))
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

QString displayValue(const FormField &field, const Secret &value, Shown shown)
{
    const QString &plain = value.reveal();
    if (!field.refusal.isEmpty() && plain == refusedAnswer)
        return field.refusal;
    const bool masked = shown == Shown::Masked;
    switch (field.type) {
    case FieldType::Text:
        return plain;
    case FieldType::ChineseName:
        return masked ? maskedName(value) : plain;
    case FieldType::Phone:
        return masked ? maskedPhone(value) : plain;
    case FieldType::Choice: {
        const FieldChoice *choice = choiceOf(field, plain);
        return choice ? choice->label : QString();
    }
    case FieldType::Date: {
        const QDate date = QDate::fromString(plain, Qt::ISODate);
        return date.isValid() ? date.toString(QStringLiteral("yyyy年M月d日")) : QString();
    }
    case FieldType::IdNumber:
        return shown == Shown::Plain ? plain : maskedIdNumber(value);
    }
    Q_UNREACHABLE();
}

} // namespace tongban::domain
