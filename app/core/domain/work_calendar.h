// SPDX-License-Identifier: GPL-3.0-or-later
// Which days an office works, and until when a case may lie here unsent before staff are alarmed. Pure; any thread.
#pragma once

#include "app/core/base/result.h"

#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QSet>

namespace tongban::domain {

// Statutory holidays and make-up working days (调休), year by year as the State Council announces them; Saturdays and
// Sundays are days off besides. A year that is not in the data has its weekends and nothing else: covers() says so.
// Dates are China Standard Time, whatever time zone the terminal is set to.
class WorkCalendar
{
public:
    WorkCalendar() = default; // weekends only; covers no year

    // As resources/calendar/cn.json (schema: resources/schema/calendar.schema.json). Error: Misconfigured (a date that
    // is none, one outside its year, one that is both, a holiday on a weekend's make-up day).
    [[nodiscard]] static Result<WorkCalendar> fromJson(const QJsonObject &json);

    [[nodiscard]] bool isWorkday(QDate date) const;
    [[nodiscard]] bool covers(int year) const { return m_years.contains(year); }
    [[nodiscard]] int lastYear() const; // that the data cover; 0: none

private:
    QSet<int> m_years;
    QSet<QDate> m_holidays;
    QSet<QDate> m_makeUpDays;
};

// The calendar day of an instant in China: UTC+8 the whole year (no summer time since 1991).
[[nodiscard]] QDate chinaDate(const QDateTime &utc);

// When staff are alarmed about a case that was submitted here and is not at the office: as soon as 24 hours of working
// days have passed since, i.e. at the same time of the next working day; a case submitted on a day off counts from the
// first midnight that begins a working day. Days off do not count (Administrative Licensing Law art. 82: periods are
// working days, without statutory holidays). This is never after the end of the first working day as the law counts it,
// which leaves out the day of the event (Civil Code art. 201), and it only grows with submittedAt.
//   Monday 10:00 → Tuesday 10:00      Friday 15:00 → Monday 15:00      Sunday 9:00 → Tuesday 0:00
// submittedAt: valid. Answers UTC.
[[nodiscard]] QDateTime alarmAt(const QDateTime &submittedAt, const WorkCalendar &calendar);

} // namespace tongban::domain
