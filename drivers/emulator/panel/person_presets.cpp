// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/panel/person_presets.h"

namespace tongban::drivers::emulator {
namespace {

// GB 11643: seventeen digits and the check character, ISO 7064 MOD 11-2.
QString idNumber(const QString &birth, int sequence)
{
    const QString digits = QStringLiteral("339901%1%2").arg(birth).arg(sequence, 3, 10, QLatin1Char('0'));
    int remainder = 0;
    for (const QChar digit : digits)
        remainder = (remainder + digit.digitValue()) * 2 % 11;
    const int check = (12 - remainder) % 11;
    return digits + (check == 10 ? QStringLiteral("X") : QString::number(check));
}

PersonPreset person(const QString &label, const QString &name, const QString &sex, const QString &ethnic,
                    const QString &birth, const QString &address, const QString &validTo)
{
    const int sequence = sex == QStringLiteral("男") ? 31 : 42; // odd for men
    return {label,
            {{QStringLiteral("name"), name},
             {QStringLiteral("sex"), sex},
             {QStringLiteral("ethnic"), ethnic},
             {QStringLiteral("birth"), birth},
             {QStringLiteral("address"), address},
             {QStringLiteral("idNumber"), idNumber(birth, sequence)},
             {QStringLiteral("issuer"), QStringLiteral("青山县公安局")},
             {QStringLiteral("validFrom"), QStringLiteral("20160318")},
             {QStringLiteral("validTo"), validTo}}};
}

} // namespace

std::vector<PersonPreset> personPresets()
{
    const QString always = QStringLiteral("长期");
    return {
        person(QStringLiteral("王秀兰，八十多岁"), QStringLiteral("王秀兰"), QStringLiteral("女"), QStringLiteral("汉"),
               QStringLiteral("19420506"), QStringLiteral("青山县青山镇石桥村十二组7号"), always),
        person(QStringLiteral("蓝有福，九十多岁，畲族"), QStringLiteral("蓝有福"), QStringLiteral("男"),
               QStringLiteral("畲"), QStringLiteral("19330911"), QStringLiteral("青山县青山镇畲家岭村3组15号"), always),
        person(QStringLiteral("李小梅，年纪不够"), QStringLiteral("李小梅"), QStringLiteral("女"), QStringLiteral("汉"),
               QStringLiteral("19960720"), QStringLiteral("青山县青山镇新街88号2单元301室"),
               QStringLiteral("20360318")),
        person(QStringLiteral("陈德福，证件过期"), QStringLiteral("陈德福"), QStringLiteral("男"), QStringLiteral("汉"),
               QStringLiteral("19390214"), QStringLiteral("青山县青山镇下塘村五组"), QStringLiteral("20210318")),
    };
}

} // namespace tongban::drivers::emulator
