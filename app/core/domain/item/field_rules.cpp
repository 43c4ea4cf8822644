// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/item/field_rules.h"

#include "app/core/domain/form_engine.h"
#include "app/core/domain/json_reader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace tongban::domain {

namespace {

constexpr qsizetype longestAnswer = 4000; // resources/api: what the city takes

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FormEngine)
};

auto invalid(const QString &sentence)
{
    return fail(ErrorKind::InputInvalid, QStringLiteral("form"), sentence);
}

bool fits(const QString &value, const char *pattern)
{
    const QRegularExpression whole(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern)));
    return whole.match(value).hasMatch();
}

bool isChineseName(const QString &value)
{
    // 2 to 30 characters of the Han script, with the dot (·, U+00B7) that long names are written with.
    static const QRegularExpression pattern(QStringLiteral("^(?=.{2,30}$)\\p{Han}+(·\\p{Han}+)*$"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    return pattern.match(value).hasMatch();
}

bool isPlainText(const QString &value)
{
    return std::all_of(value.begin(), value.end(), [](QChar c) { return c.isPrint() || c.isSurrogate(); });
}

QString spoken(QDate date)
{
    return date.toString(Words::tr("yyyy年M月d日"));
}

Result<void> validText(const FormField &field, const QString &value)
{
    if (characterCount(value) > field.maxLength)
        return invalid(Words::tr("写得太长了，请写短一点。"));
    if (!isPlainText(value))
        return invalid(Words::tr("有的字这里写不了，请换个写法。"));
    return {};
}

// Two decimals: a field is measured to a hundredth of a mu.
Result<void> validNumber(const FormField &field, const QString &value)
{
    if (!fits(value, "(0|[1-9][0-9]{0,11})(\\.[0-9]{1,2})?"))
        return invalid(Words::tr("请填一个数，只按数字。"));
    const double number = value.toDouble();
    if (field.minimum && number < static_cast<double>(*field.minimum))
        return invalid(Words::tr("%1不能小于%2%3。").arg(field.label).arg(*field.minimum).arg(field.unit));
    if (field.maximum && number > static_cast<double>(*field.maximum))
        return invalid(Words::tr("%1不能大于%2%3。").arg(field.label).arg(*field.maximum).arg(field.unit));
    return {};
}

Result<void> validMoney(const FormField &field, const QString &value)
{
    if (!fits(value, "0|[1-9][0-9]{0,13}"))
        return invalid(Words::tr("请填钱数，只按数字。"));
    const qint64 fen = value.toLongLong();
    if (field.minimum && fen < *field.minimum)
        return invalid(Words::tr("%1不能少于%2。").arg(field.label, yuanText(*field.minimum)));
    if (field.maximum && fen > *field.maximum)
        return invalid(Words::tr("%1不能多于%2。").arg(field.label, yuanText(*field.maximum)));
    return {};
}

Result<void> validDate(const FormField &field, const QString &value, QDate today)
{
    const QDate date = fits(value, "[0-9]{4}-[0-9]{2}-[0-9]{2}") ? QDate::fromString(value, Qt::ISODate) : QDate();
    if (!date.isValid() || date.year() < 1850 || date.year() > 2200)
        return invalid(Words::tr("没有这一天，请您再看一看。"));
    if (field.minimum && date < today.addDays(*field.minimum))
        return invalid(Words::tr("%1不能早于%2。").arg(field.label, spoken(today.addDays(*field.minimum))));
    if (field.maximum && date > today.addDays(*field.maximum))
        return invalid(Words::tr("%1不能晚于%2。").arg(field.label, spoken(today.addDays(*field.maximum))));
    return {};
}

bool isChoice(const FormField &field, const QString &value)
{
    return std::any_of(field.choices.begin(), field.choices.end(),
                       [&](const FieldChoice &choice) { return choice.value == value; });
}

Result<void> validChoices(const FormField &field, const QString &value)
{
    QStringList picked = value.split(u',');
    const bool known =
        std::all_of(picked.begin(), picked.end(), [&](const QString &one) { return isChoice(field, one); });
    if (!known || picked.removeDuplicates() > 0)
        return invalid(Words::tr("请从上面选，可以选几个。"));
    return {};
}

Result<void> validPerson(const FormField &family, const QMap<QString, Secret> &person, QDate today)
{
    for (const FormField &field : family.rowFields) {
        if (auto verdict = validate(field, person.value(field.key).reveal(), today); !verdict)
            return verdict;
    }
    for (const QString &key : person.keys()) {
        if (std::none_of(family.rowFields.begin(), family.rowFields.end(),
                         [&](const FormField &field) { return field.key == key; }))
            return invalid(Words::tr("家里人的信息不对，请重新填。"));
    }
    return {};
}

Result<void> validFamily(const FormField &field, const QString &value, QDate today)
{
    const auto rows = familyRows(value);
    if (!rows || value.size() > longestAnswer)
        return invalid(Words::tr("家里人的信息不对，请重新填。"));
    const int count = static_cast<int>(rows->size());
    if (count < field.minimumRows)
        return invalid(Words::tr("至少要填%n个人。", nullptr, field.minimumRows));
    if (count > field.maximumRows)
        return invalid(Words::tr("最多填%n个人。", nullptr, field.maximumRows));
    for (int i = 0; i < count; ++i) {
        if (const auto verdict = validPerson(field, rows->at(static_cast<size_t>(i)), today); !verdict)
            return invalid(Words::tr("第%1个人：%2").arg(i + 1).arg(verdict.error().detail));
    }
    return {};
}

Result<void> verdictOf(bool good, const QString &sentence)
{
    return good ? Result<void>() : Result<void>(invalid(sentence));
}

Result<void> validateTyped(const FormField &field, const QString &value, QDate today)
{
    switch (field.type) {
    case FieldType::Text:
        return validText(field, value);
    case FieldType::ChineseName:
        return verdictOf(isChineseName(value), Words::tr("姓名不对，请写中文姓名。"));
    case FieldType::Number:
        return validNumber(field, value);
    case FieldType::Money:
        return validMoney(field, value);
    case FieldType::IdNumber:
        return verdictOf(isAnyCardNumber(value), Words::tr("身份证号码不对，请对着身份证再看一看。"));
    case FieldType::CreditCode:
        return verdictOf(hasCreditCodeShape(value), Words::tr("信用代码有18位，请对着营业执照再看一看。"));
    case FieldType::Phone:
        return verdictOf(fits(value, "1[3-9][0-9]{9}"), Words::tr("手机号是11位数字，请您再看一看。"));
    case FieldType::Date:
        return validDate(field, value, today);
    case FieldType::Choice:
        return verdictOf(isChoice(field, value), Words::tr("请从上面选一个。"));
    case FieldType::MultiChoice:
        return validChoices(field, value);
    case FieldType::Region:
        return verdictOf(isRegionCode(value), Words::tr("地址不对，请一级一级地选到村。"));
    case FieldType::BankAccount:
        return verdictOf(fits(value, "[0-9]{16,19}"), Words::tr("银行卡号是16到19位数字，请对着卡再看一看。"));
    case FieldType::Family:
        return validFamily(field, value, today);
    case FieldType::Declaration:
        return verdictOf(value == agreedAnswer, Words::tr("请先看一看这段话，再点同意。"));
    }
    Q_UNREACHABLE();
}

QString missing(const FormField &field)
{
    switch (field.type) {
    case FieldType::Choice:
    case FieldType::MultiChoice:
        return Words::tr("请您选一个。");
    case FieldType::Declaration:
        return Words::tr("请先看一看这段话，再点同意。");
    default:
        return Words::tr("请填写%1。").arg(field.label);
    }
}

} // namespace

std::optional<FamilyRows> familyRows(const QString &value)
{
    const QJsonDocument document = QJsonDocument::fromJson(value.toUtf8());
    if (!document.isArray())
        return std::nullopt;
    FamilyRows rows;
    for (const QJsonValue &person : document.array()) {
        if (!person.isObject())
            return std::nullopt;
        QMap<QString, Secret> &row = rows.emplace_back();
        const QJsonObject answers = person.toObject();
        for (auto answer = answers.begin(); answer != answers.end(); ++answer) {
            if (!answer.value().isString())
                return std::nullopt;
            row.insert(answer.key(), Secret(answer.value().toString()));
        }
    }
    return rows;
}

Result<void> validate(const FormField &field, const QString &value, QDate today)
{
    if (value.trimmed().isEmpty())
        return verdictOf(!field.required, missing(field));
    if (!field.refusal.isEmpty() && value == refusedAnswer)
        return {};
    return validateTyped(field, value, today);
}

QString warningFor(const FormField &field, const QString &value)
{
    const bool isRefused = !field.refusal.isEmpty() && value == refusedAnswer;
    if (value.isEmpty() || isRefused)
        return {};
    if (field.type == FieldType::CreditCode && !hasCreditCodeCheck(value))
        return Words::tr("这个代码少见，请对着营业执照再看一遍。没有错，就可以用。");
    if (field.type == FieldType::BankAccount && !hasLuhnCheck(value))
        return Words::tr("请对着卡再看一遍号码。存折账号没有错，就可以用。");
    return {};
}

} // namespace tongban::domain
