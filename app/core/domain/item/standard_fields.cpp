// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/item/standard_fields.h"

#include <QtGlobal>

namespace tongban::domain {

namespace {

// Chinese here and wherever it is stored, sent or printed; the screen looks it up when it is shown.
QString marked(const char *text)
{
    return QString::fromUtf8(text);
}

FormField cardField(const char *key, const QString &label, FieldType type)
{
    FormField field;
    field.key = QString::fromLatin1(key);
    field.label = label;
    field.type = type;
    field.prefill = QStringLiteral("card.") + field.key;
    return field;
}

FieldChoice choice(const QString &value, const QString &label)
{
    return {.value = value, .label = label, .hint = {}, .icon = {}};
}

std::vector<FormField> made()
{
    FormField sex = cardField("sex", marked(QT_TRANSLATE_NOOP("StandardFields", "性别")), FieldType::Choice);
    sex.choices = {choice(QStringLiteral("1"), marked(QT_TRANSLATE_NOOP("StandardFields", "男"))),
                   choice(QStringLiteral("2"), marked(QT_TRANSLATE_NOOP("StandardFields", "女"))),
                   choice(QStringLiteral("0"), marked(QT_TRANSLATE_NOOP("StandardFields", "未知"))),
                   choice(QStringLiteral("9"), marked(QT_TRANSLATE_NOOP("StandardFields", "未说明")))}; // GB/T 2261.1
    FormField ethnic = cardField("ethnic", marked(QT_TRANSLATE_NOOP("StandardFields", "民族")), FieldType::Text);
    ethnic.required = false; // permits say none
    FormField address = cardField("address", marked(QT_TRANSLATE_NOOP("StandardFields", "户籍地址")), FieldType::Text);
    address.maxLength = 200;
    return {cardField("name", marked(QT_TRANSLATE_NOOP("StandardFields", "姓名")), FieldType::ChineseName),
            sex,
            ethnic,
            cardField("birth", marked(QT_TRANSLATE_NOOP("StandardFields", "出生日期")), FieldType::Date),
            cardField("idNumber", marked(QT_TRANSLATE_NOOP("StandardFields", "身份证号码")), FieldType::IdNumber),
            address};
}

} // namespace

const std::vector<FormField> &cardFields()
{
    static const std::vector<FormField> fields = made();
    return fields;
}

const FormPage &cardPage()
{
    static const FormPage page{
        .title = marked(QT_TRANSLATE_NOOP("StandardFields", "这是您的信息吗？")),
        .prompt = marked(QT_TRANSLATE_NOOP("StandardFields", "这些是从身份证上读到的，请您看一看。")),
        .fields = {QStringLiteral("name"), QStringLiteral("sex"), QStringLiteral("ethnic"), QStringLiteral("birth"),
                   QStringLiteral("idNumber"), QStringLiteral("address")}};
    return page;
}

} // namespace tongban::domain
