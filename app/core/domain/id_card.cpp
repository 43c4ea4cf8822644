// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/id_card.h"

#include <algorithm>
#include <array>

namespace tongban::domain {

int ageAt(const IdCard &card, QDate today)
{
    const bool birthdayPassed = std::pair(today.month(), today.day()) >= std::pair(card.birth.month(), card.birth.day());
    return today.year() - card.birth.year() - (birthdayPassed ? 0 : 1);
}

bool expiredAt(const IdCard &card, QDate today)
{
    return card.validTo && *card.validTo < today;
}

QString kindLabel(CardKind kind)
{
    switch (kind) {
    case CardKind::Citizen:
        return QStringLiteral("居民身份证");
    case CardKind::HkMacaoTaiwanResident:
        return QStringLiteral("港澳台居民居住证");
    case CardKind::ForeignResident2017:
    case CardKind::ForeignResident2023:
        return QStringLiteral("外国人永久居留身份证");
    }
    Q_UNREACHABLE();
}

QString sexLabel(Sex sex)
{
    switch (sex) {
    case Sex::Male:
        return QStringLiteral("男");
    case Sex::Female:
        return QStringLiteral("女");
    case Sex::Unknown:
        return QStringLiteral("未知");
    case Sex::Unspecified:
        return QStringLiteral("未说明");
    }
    Q_UNREACHABLE();
}

QString ethnicLabel(const QString &code)
{
    static constexpr std::array names{
        u"汉",   u"蒙古", u"回",   u"藏",     u"维吾尔", u"苗",   u"彝",   u"壮",       u"布依",   u"朝鲜",     u"满",     u"侗",
        u"瑶",   u"白",   u"土家", u"哈尼",   u"哈萨克", u"傣",   u"黎",   u"傈僳",     u"佤",     u"畲",       u"高山",   u"拉祜",
        u"水",   u"东乡", u"纳西", u"景颇",   u"柯尔克孜", u"土", u"达斡尔", u"仫佬",   u"羌",     u"布朗",     u"撒拉",   u"毛南",
        u"仡佬", u"锡伯", u"阿昌", u"普米",   u"塔吉克", u"怒",   u"乌孜别克", u"俄罗斯", u"鄂温克", u"德昂",   u"保安",   u"裕固",
        u"京",   u"塔塔尔", u"独龙", u"鄂伦春", u"赫哲", u"门巴", u"珞巴", u"基诺"};
    static_assert(names.size() == 56);
    bool isNumber = false;
    const int n = code.toInt(&isNumber);
    if (!isNumber || code.size() != 2)
        return {};
    if (n >= 1 && n <= static_cast<int>(names.size()))
        return QString::fromUtf16(names[static_cast<size_t>(n - 1)]);
    if (n == 97)
        return QStringLiteral("其他");
    if (n == 98)
        return QStringLiteral("外国血统中国籍人士");
    return {};
}

bool isValidIdNumber(const QString &number)
{
    static constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    static constexpr QStringView checks = u"10X98765432";
    if (number.size() != 18)
        return false;
    int sum = 0;
    for (int i = 0; i < 17; ++i) {
        const QChar c = number.at(i);
        if (c < u'0' || c > u'9')
            return false;
        sum += (c.unicode() - u'0') * weights[static_cast<size_t>(i)];
    }
    const QDate birth = QDate::fromString(number.mid(6, 8), QStringLiteral("yyyyMMdd"));
    return birth.isValid() && birth.year() >= 1850 && number.at(17) == checks.at(sum % 11);
}

namespace {

// The number of the foreigner's card of 2017: nationality, then 12 digits whose meaning is not published in full.
bool isValidNumberOf2017(const QString &number)
{
    const auto isLetter = [](QChar c) { return c >= u'A' && c <= u'Z'; };
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return number.size() == 15 && std::all_of(number.begin(), number.begin() + 3, isLetter) &&
           std::all_of(number.begin() + 3, number.end(), isDigit);
}

} // namespace

bool isValidCardNumber(CardKind kind, const QString &number)
{
    switch (kind) {
    case CardKind::Citizen:
        return isValidIdNumber(number);
    case CardKind::HkMacaoTaiwanResident: {
        const QString region = number.left(2);
        return (region == u"81" || region == u"82" || region == u"83") && isValidIdNumber(number);
    }
    case CardKind::ForeignResident2017:
        return isValidNumberOf2017(number);
    case CardKind::ForeignResident2023:
        return number.startsWith(u'9') && isValidIdNumber(number);
    }
    Q_UNREACHABLE();
}

bool isAnyCardNumber(const QString &number)
{
    return isValidIdNumber(number) || isValidNumberOf2017(number); // J and Y are narrower than citizens' numbers
}

QString nameOf(CardKind kind)
{
    switch (kind) {
    case CardKind::Citizen:
        return QStringLiteral("citizen");
    case CardKind::HkMacaoTaiwanResident:
        return QStringLiteral("J");
    case CardKind::ForeignResident2017:
        return QStringLiteral("I");
    case CardKind::ForeignResident2023:
        return QStringLiteral("Y");
    }
    Q_UNREACHABLE();
}

std::optional<CardKind> cardKindNamed(const QString &name)
{
    for (const CardKind kind : {CardKind::Citizen, CardKind::HkMacaoTaiwanResident, CardKind::ForeignResident2017,
                                CardKind::ForeignResident2023}) {
        if (nameOf(kind) == name)
            return kind;
    }
    return std::nullopt;
}

} // namespace tongban::domain
