// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/helper.h"

#include <array>

namespace tongban::domain {

namespace {

constexpr std::array roles{HelperRole::Relative, HelperRole::Cadre, HelperRole::Volunteer, HelperRole::Staff};
constexpr std::array levels{Assurance::Card, Assurance::Vouched, Assurance::Document};

} // namespace

QString labelOf(HelperRole role)
{
    switch (role) {
    case HelperRole::Relative:
        return QString::fromUtf8(QT_TRANSLATE_NOOP("HelperRole", "亲属"));
    case HelperRole::Cadre:
        return QString::fromUtf8(QT_TRANSLATE_NOOP("HelperRole", "村干部"));
    case HelperRole::Volunteer:
        return QString::fromUtf8(QT_TRANSLATE_NOOP("HelperRole", "志愿者"));
    case HelperRole::Staff:
        return QString::fromUtf8(QT_TRANSLATE_NOOP("HelperRole", "工作人员"));
    }
    Q_UNREACHABLE();
}

QString nameOf(HelperRole role)
{
    switch (role) {
    case HelperRole::Relative:
        return QStringLiteral("relative");
    case HelperRole::Cadre:
        return QStringLiteral("cadre");
    case HelperRole::Volunteer:
        return QStringLiteral("volunteer");
    case HelperRole::Staff:
        return QStringLiteral("staff");
    }
    Q_UNREACHABLE();
}

std::optional<HelperRole> helperRoleNamed(const QString &name)
{
    for (const HelperRole role : roles) {
        if (nameOf(role) == name)
            return role;
    }
    return std::nullopt;
}

QString nameOf(Assurance assurance)
{
    switch (assurance) {
    case Assurance::Card:
        return QStringLiteral("idCard");
    case Assurance::Vouched:
        return QStringLiteral("vouched");
    case Assurance::Document:
        return QStringLiteral("document");
    }
    Q_UNREACHABLE();
}

std::optional<Assurance> assuranceNamed(const QString &name)
{
    for (const Assurance level : levels) {
        if (nameOf(level) == name)
            return level;
    }
    return std::nullopt;
}

std::optional<Assurance> assuranceThrough(HelperRole role)
{
    switch (role) {
    case HelperRole::Cadre:
    case HelperRole::Staff:
        return Assurance::Vouched;
    case HelperRole::Relative:
        return Assurance::Document;
    case HelperRole::Volunteer: // helps with the screen, and knows nobody
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

IdCard namedPerson(const QString &name, const QString &number)
{
    constexpr int birthAt = 6;
    constexpr int birthLength = 8;
    constexpr int sexAt = 16; // odd: male
    IdCard person;
    person.name = Secret(name);
    person.idNumber = Secret(number);
    person.birth = QDate::fromString(number.mid(birthAt, birthLength), QStringLiteral("yyyyMMdd"));
    person.sex = number.mid(sexAt, 1).toInt() % 2 == 1 ? Sex::Male : Sex::Female;
    return person;
}

} // namespace tongban::domain
