// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/work_calendar.h"

#include <QJsonArray>

#include <algorithm>

namespace tongban::domain {

namespace {

const auto where = QStringLiteral("work-calendar");
constexpr int chinaOffset = 8 * 3600; // seconds

tl::unexpected<Error> wrong(const QString &detail)
{
    return fail(ErrorKind::Misconfigured, where, detail);
}

bool isWeekend(QDate date)
{
    return date.dayOfWeek() >= Qt::Saturday;
}

Result<QSet<QDate>> datesOf(const QJsonObject &year, const QString &key)
{
    const int number = year.value(QStringLiteral("year")).toInt();
    if (!year.value(key).isArray())
        return wrong(QStringLiteral("%1: %2 is not a list").arg(number).arg(key));
    QSet<QDate> dates;
    const QJsonArray texts = year.value(key).toArray();
    for (const auto &text : texts) {
        const QDate date = QDate::fromString(text.toString(), Qt::ISODate);
        if (!date.isValid() || date.year() != number)
            return wrong(QStringLiteral("%1: %2 holds something that is no day of that year").arg(number).arg(key));
        if (dates.contains(date))
            return wrong(QStringLiteral("%1: %2 is there twice").arg(number).arg(date.toString(Qt::ISODate)));
        dates.insert(date);
    }
    return dates;
}

} // namespace

Result<WorkCalendar> WorkCalendar::fromJson(const QJsonObject &json)
{
    WorkCalendar calendar;
    const QJsonArray years = json.value(QStringLiteral("years")).toArray();
    if (years.isEmpty())
        return wrong(QStringLiteral("no years"));
    for (const auto &entry : years) {
        const QJsonObject year = entry.toObject();
        const int number = year.value(QStringLiteral("year")).toInt();
        if (number == 0 || calendar.covers(number))
            return wrong(QStringLiteral("a year is missing its number or is there twice"));
        const auto holidays = datesOf(year, QStringLiteral("holidays"));
        if (!holidays)
            return fail(holidays.error());
        const auto makeUpDays = datesOf(year, QStringLiteral("makeUpWorkdays"));
        if (!makeUpDays)
            return fail(makeUpDays.error());
        if (holidays->intersects(*makeUpDays))
            return wrong(QStringLiteral("%1: a day is both a holiday and a working day").arg(number));
        if (!std::all_of(makeUpDays->begin(), makeUpDays->end(), isWeekend))
            return wrong(QStringLiteral("%1: a make-up working day is no Saturday or Sunday").arg(number));
        calendar.m_years.insert(number);
        calendar.m_holidays.unite(*holidays);
        calendar.m_makeUpDays.unite(*makeUpDays);
    }
    return calendar;
}

bool WorkCalendar::isWorkday(QDate date) const
{
    if (isWeekend(date))
        return m_makeUpDays.contains(date);
    return !m_holidays.contains(date);
}

int WorkCalendar::lastYear() const
{
    return m_years.isEmpty() ? 0 : *std::max_element(m_years.begin(), m_years.end());
}

QDate chinaDate(const QDateTime &utc)
{
    return utc.toOffsetFromUtc(chinaOffset).date();
}

QDateTime alarmAt(const QDateTime &submittedAt, const WorkCalendar &calendar)
{
    const QDateTime local = submittedAt.toOffsetFromUtc(chinaOffset);
    QDate day = local.date();
    QTime time = local.time();
    if (!calendar.isWorkday(day))
        time = QTime(0, 0);
    while (!calendar.isWorkday(day))
        day = day.addDays(1);
    // From an instant of a working day: the same instant of the next one. Counted from a midnight, that is the end of
    // the day that begins there, be the next one a working day or not.
    day = day.addDays(1);
    if (time != QTime(0, 0)) {
        while (!calendar.isWorkday(day))
            day = day.addDays(1);
    }
    return QDateTime(day, time, Qt::OffsetFromUTC, chinaOffset).toUTC();
}

} // namespace tongban::domain
