// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/data/form_filler.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tongban::tests {

namespace {

int pick(std::mt19937 &random, int below)
{
    return static_cast<int>(random() % static_cast<unsigned>(below));
}

QDate anyDate(std::mt19937 &random)
{
    return QDate(1935, 1, 1).addDays(pick(random, 32'000));
}

qint64 boundedNumber(const domain::FormField &field, std::mt19937 &random)
{
    const qint64 low = field.minimum.value_or(0);
    const qint64 high = field.maximum.value_or(low + 10'000);
    return low + static_cast<qint64>(random() % static_cast<unsigned long>(high - low + 1));
}

QDate boundedDate(const domain::FormField &field, std::mt19937 &random)
{
    if (!field.minimum && !field.maximum)
        return anyDate(random);
    const qint64 low = field.minimum.value_or(*field.maximum - 1000);
    const qint64 high = field.maximum.value_or(low + 1000);
    return testDay.addDays(low + static_cast<qint64>(random() % static_cast<unsigned long>(high - low + 1)));
}

QString someChoices(const domain::FormField &field, std::mt19937 &random)
{
    QStringList values;
    for (const domain::FieldChoice &choice : field.choices) {
        if (pick(random, 2) == 0)
            values << choice.value;
    }
    return values.isEmpty() ? field.choices.front().value : values.join(u',');
}

QString familyFor(const domain::FormField &field, std::mt19937 &random)
{
    QJsonArray rows;
    const int count =
        std::max(field.minimumRows, 1) + pick(random, field.maximumRows - std::max(field.minimumRows, 1) + 1);
    for (int i = 0; i < count; ++i) {
        QJsonObject person;
        for (const domain::FormField &one : field.rowFields)
            person.insert(one.key, answerFor(one, random));
        rows.append(person);
    }
    return QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact));
}

} // namespace

QString idNumberFor(QDate birth, int serial)
{
    const QString body = QStringLiteral("110105%1%2")
                             .arg(birth.toString(QStringLiteral("yyyyMMdd")))
                             .arg(serial % 1000, 3, 10, QChar(u'0'));
    for (const QChar check : QStringLiteral("0123456789X")) {
        if (domain::isValidIdNumber(body + check))
            return body + check;
    }
    return {};
}

domain::IdCard cardOf(QDate birth, int serial)
{
    return domain::IdCard{.name = Secret(QStringLiteral("李桂英")),
                          .sex = domain::Sex::Female,
                          .ethnicCode = QStringLiteral("01"),
                          .birth = birth,
                          .address = Secret(QStringLiteral("青山县青山镇柳树村三组5号")),
                          .idNumber = Secret(idNumberFor(birth, serial)),
                          .issuer = QStringLiteral("青山县公安局"),
                          .validFrom = QDate(2015, 6, 1),
                          .validTo = {}};
}

QString answerFor(const domain::FormField &field, std::mt19937 &random)
{
    if (!field.refusal.isEmpty() && pick(random, 4) == 0)
        return domain::refusedAnswer;
    switch (field.type) {
    case domain::FieldType::Text:
        return QStringLiteral("柳树村三组").left(field.maxLength);
    case domain::FieldType::ChineseName:
        return QStringLiteral("王建国");
    case domain::FieldType::Number:
    case domain::FieldType::Money:
        return QString::number(boundedNumber(field, random));
    case domain::FieldType::Phone:
        return QStringLiteral("13%1").arg(pick(random, 1'000'000'000), 9, 10, QChar(u'0'));
    case domain::FieldType::Choice:
        return field.choices.at(random() % field.choices.size()).value;
    case domain::FieldType::MultiChoice:
        return someChoices(field, random);
    case domain::FieldType::Date:
        return boundedDate(field, random).toString(Qt::ISODate);
    case domain::FieldType::IdNumber:
        return idNumberFor(anyDate(random), pick(random, 1000));
    case domain::FieldType::CreditCode:
        return QStringLiteral("12441500196720244T");
    case domain::FieldType::Region:
        return QStringLiteral("422823105%1").arg(200 + pick(random, 99));
    case domain::FieldType::BankAccount:
        return QStringLiteral("6222021001116245702");
    case domain::FieldType::Family:
        return familyFor(field, random);
    case domain::FieldType::Declaration:
        return domain::agreedAnswer;
    }
    return {};
}

QStringList wrongAnswersFor(const domain::FormField &field)
{
    QStringList wrong;
    if (field.required)
        wrong << QString() << QStringLiteral("  ");
    switch (field.type) {
    case domain::FieldType::Text:
        wrong << QString(field.maxLength + 1, u'长') << QStringLiteral("a\tb");
        break;
    case domain::FieldType::ChineseName:
        wrong << QStringLiteral("王") << QStringLiteral("Wang Wu") << QStringLiteral("王5");
        break;
    case domain::FieldType::Number:
    case domain::FieldType::Money:
        wrong << QStringLiteral("-1") << QStringLiteral("12a") << QStringLiteral("007") << QStringLiteral("1.234");
        if (field.minimum && *field.minimum > 0)
            wrong << QString::number(*field.minimum - 1);
        if (field.maximum)
            wrong << QString::number(*field.maximum + 1);
        break;
    case domain::FieldType::Phone:
        wrong << QStringLiteral("1380013800") << QStringLiteral("138001380000") << QStringLiteral("02712345678");
        break;
    case domain::FieldType::Choice:
    case domain::FieldType::MultiChoice:
        wrong << QStringLiteral("no such choice") << field.choices.front().label + QStringLiteral("?");
        break;
    case domain::FieldType::Date:
        wrong << QStringLiteral("2023-02-29") << QStringLiteral("20240301") << QStringLiteral("1200-01-01");
        if (field.minimum)
            wrong << testDay.addDays(*field.minimum - 1).toString(Qt::ISODate);
        if (field.maximum)
            wrong << testDay.addDays(*field.maximum + 1).toString(Qt::ISODate);
        break;
    case domain::FieldType::IdNumber:
        wrong << QStringLiteral("110105194912310021") << QStringLiteral("1101051949123100");
        break;
    case domain::FieldType::CreditCode:
        wrong << QStringLiteral("12441500196720244") << QStringLiteral("1244150019672024IO");
        break;
    case domain::FieldType::Region:
        wrong << QStringLiteral("992823105200") << QStringLiteral("42282310520") << QStringLiteral("柳树村");
        break;
    case domain::FieldType::BankAccount:
        wrong << QStringLiteral("622202100111624") << QStringLiteral("62220210011162457021")
              << QStringLiteral("6222 0210");
        break;
    case domain::FieldType::Family:
        wrong << QStringLiteral("王建国") << QStringLiteral("{}") << QStringLiteral("[1]")
              << QStringLiteral("[{\"noSuchKey\":\"x\"}]");
        break;
    case domain::FieldType::Declaration:
        wrong << QStringLiteral("yes") << QStringLiteral("refused");
        break;
    }
    return wrong;
}

} // namespace tongban::tests
