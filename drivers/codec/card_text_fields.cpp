// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/card_text_fields.h"

#include <algorithm>

namespace tongban::drivers::codec {

namespace {

constexpr TextSpan sexSpan{30, 2};
constexpr TextSpan birthSpan{36, 16};
constexpr TextSpan numberSpan{122, 36};

bool sexFitsNumber(domain::Sex sex, const QString &number)
{
    const bool odd = (number.at(16).unicode() - u'0') % 2 == 1;
    switch (sex) {
    case domain::Sex::Male:
        return odd;
    case domain::Sex::Female:
        return !odd;
    case domain::Sex::Unknown:
    case domain::Sex::Unspecified:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace

tl::unexpected<Error> unreadableText(const QString &why)
{
    return fail(ErrorKind::CardUnreadable, QStringLiteral("id-card-text"), why);
}

QString rawField(const QString &text, TextSpan span)
{
    return text.mid(span.offset / 2, span.length / 2);
}

QString field(const QString &text, TextSpan span)
{
    QString value = rawField(text, span);
    while (value.endsWith(u' '))
        value.chop(1);
    return value;
}

bool isAsciiDigits(const QString &value)
{
    return std::all_of(value.begin(), value.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QDate cardDate(const QString &value)
{
    return value.size() == 8 && isAsciiDigits(value) ? QDate::fromString(value, QStringLiteral("yyyyMMdd")) : QDate();
}

std::optional<domain::Sex> cardSex(const QString &value)
{
    if (value == u"1")
        return domain::Sex::Male;
    if (value == u"2")
        return domain::Sex::Female;
    if (value == u"0")
        return domain::Sex::Unknown;
    if (value == u"9")
        return domain::Sex::Unspecified;
    return std::nullopt;
}

bool isNationality(const QString &value)
{
    return value.size() == 3 &&
           std::all_of(value.begin(), value.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

Result<void> readPerson(const QString &text, PersonRule rule, domain::IdCard &card)
{
    const QString number = field(text, numberSpan).toUpper(); // some issuers wrote a small x
    const auto sex = cardSex(field(text, sexSpan));
    card.birth = cardDate(field(text, birthSpan));
    if (!domain::isValidCardNumber(rule.kind, number))
        return unreadableText(QStringLiteral("the ID number is none of this kind of card"));
    if (!card.birth.isValid() || card.birth.toString(QStringLiteral("yyyyMMdd")) != number.mid(6, 8))
        return unreadableText(QStringLiteral("the birth date and the ID number differ"));
    if (!sex)
        return unreadableText(QStringLiteral("the sex is no code of GB/T 2261.1"));
    if (rule.sexIsInNumber && !sexFitsNumber(*sex, number))
        return unreadableText(QStringLiteral("the sex and the ID number differ"));
    card.idNumber = Secret(number);
    card.sex = *sex;
    return {};
}

Result<void> readValidity(const QString &text, domain::IdCard &card)
{
    card.validFrom = cardDate(field(text, validFromSpan));
    if (!card.validFrom.isValid())
        return unreadableText(QStringLiteral("valid-from is not a date"));
    const QString to = field(text, validToSpan);
    if (to == QStringLiteral("长期"))
        return {};
    const QDate date = cardDate(to);
    if (!date.isValid() || date < card.validFrom)
        return unreadableText(QStringLiteral("valid-to is neither 长期 nor a date after valid-from"));
    card.validTo = date;
    return {};
}

} // namespace tongban::drivers::codec
