// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/data/form_filler.h"

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
        return QStringLiteral("柳树村三组");
    case domain::FieldType::ChineseName:
        return QStringLiteral("王建国");
    case domain::FieldType::Phone:
        return QStringLiteral("13%1").arg(pick(random, 1'000'000'000), 9, 10, QChar(u'0'));
    case domain::FieldType::Choice:
        return field.choices.at(random() % field.choices.size()).value;
    case domain::FieldType::Date:
        return anyDate(random).toString(Qt::ISODate);
    case domain::FieldType::IdNumber:
        return idNumberFor(anyDate(random), pick(random, 1000));
    }
    return {};
}

} // namespace tongban::tests
