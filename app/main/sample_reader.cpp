// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/sample_reader.h"

#include <algorithm>

namespace tongban::app {

namespace {

constexpr int usualAge = 45;

int ageFor(const domain::ServiceItem &item)
{
    int age = usualAge;
    for (const domain::EligibilityRule &rule : item.eligibility) {
        if (rule.kind == domain::EligibilityRule::Kind::MinimumAge)
            age = std::max(age, rule.years);
        if (rule.kind == domain::EligibilityRule::Kind::MaximumAge)
            age = std::min(age, rule.years);
    }
    return age;
}

// GB 11643, with a serial number that no registry begins with.
QString numberFor(QDate birth)
{
    const QString body =
        QStringLiteral("110105%1%2").arg(birth.toString(QStringLiteral("yyyyMMdd")), QStringLiteral("000"));
    for (const QChar check : QStringLiteral("0123456789X")) {
        if (domain::isValidIdNumber(body + check))
            return body + check;
    }
    Q_UNREACHABLE();
}

} // namespace

domain::IdCard sampleCard(const domain::ServiceItem &item, QDate today)
{
    const QDate birth(today.year() - ageFor(item), 1, 1);
    return {.name = Secret(QStringLiteral("样张")),
            .sex = domain::Sex::Female,
            .ethnicCode = QStringLiteral("01"),
            .birth = birth,
            .address = Secret(QStringLiteral("样张省样张县样张镇样张村1号")),
            .idNumber = Secret(numberFor(birth)),
            .issuer = QStringLiteral("样张县公安局"),
            .validFrom = QDate(2020, 1, 1),
            .validTo = std::nullopt};
}

} // namespace tongban::app
