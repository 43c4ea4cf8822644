// SPDX-License-Identifier: GPL-3.0-or-later
// Working days and the instant of the alarm, over the days on which such things go wrong.
#include "app/core/domain/work_calendar.h"

#include <QJsonArray>
#include <QTest>

using namespace tongban;
using namespace tongban::domain;

namespace {

constexpr int chinaOffset = 8 * 3600;

// The Spring Festival and the October holidays of 2026 as announced; make-up days around both.
QJsonObject year2026()
{
    const QStringList holidays{"2026-02-15", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20",
                               "2026-02-21", "2026-02-22", "2026-02-23", "2026-10-01", "2026-10-02", "2026-10-03",
                               "2026-10-04", "2026-10-05", "2026-10-06", "2026-10-07"};
    const QStringList makeUp{"2026-02-14", "2026-02-28", "2026-09-20", "2026-10-10"};
    return {{"year", 2026},
            {"holidays", QJsonArray::fromStringList(holidays)},
            {"makeUpWorkdays", QJsonArray::fromStringList(makeUp)}};
}

QJsonObject fileOf(const QJsonObject &year)
{
    return {{"years", QJsonArray{year}}};
}

QDateTime china(const QString &text)
{
    QDateTime at = QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    at.setOffsetFromUtc(chinaOffset);
    return at.toUTC();
}

} // namespace

class WorkCalendarTest : public QObject
{
    Q_OBJECT

    WorkCalendar m_calendar;

private Q_SLOTS:
    void initTestCase() { m_calendar = *WorkCalendar::fromJson(fileOf(year2026())); }

    void daysOffAndWorkingDays_data()
    {
        QTest::addColumn<QDate>("date");
        QTest::addColumn<bool>("works");
        QTest::newRow("a Monday") << QDate(2026, 3, 2) << true;
        QTest::newRow("a Saturday") << QDate(2026, 3, 7) << false;
        QTest::newRow("a Sunday") << QDate(2026, 3, 8) << false;
        QTest::newRow("a holiday on a Monday") << QDate(2026, 2, 16) << false;
        QTest::newRow("a holiday on a Sunday") << QDate(2026, 2, 15) << false;
        QTest::newRow("a make-up Saturday") << QDate(2026, 2, 28) << true;
        QTest::newRow("a make-up Sunday") << QDate(2026, 9, 20) << true;
        QTest::newRow("October 1 of a year without data") << QDate(2031, 10, 1) << true; // a Wednesday
        QTest::newRow("a Sunday of a year without data") << QDate(2031, 10, 5) << false;
    }
    void daysOffAndWorkingDays()
    {
        QFETCH(QDate, date);
        QTEST(m_calendar.isWorkday(date), "works");
    }

    void itSaysWhichYearsItKnows()
    {
        QVERIFY(m_calendar.covers(2026) && !m_calendar.covers(2027));
        QCOMPARE(m_calendar.lastYear(), 2026);
        QVERIFY(!WorkCalendar().covers(2026));
        QCOMPARE(WorkCalendar().lastYear(), 0);
        QVERIFY(WorkCalendar().isWorkday(QDate(2026, 10, 1))); // weekends only
    }

    void theAlarm_data()
    {
        QTest::addColumn<QString>("submitted");
        QTest::addColumn<QString>("alarm");
        const auto row = [](const char *name, const char *submitted, const char *alarm) {
            QTest::newRow(name) << QString::fromLatin1(submitted) << QString::fromLatin1(alarm);
        };
        row("midweek", "2026-03-03 10:00:00.000", "2026-03-04 10:00:00.000");
        row("Friday afternoon", "2026-03-06 15:30:00.000", "2026-03-09 15:30:00.000");
        row("on a Saturday", "2026-03-07 10:00:00.000", "2026-03-10 00:00:00.000");
        row("on a Sunday night", "2026-03-08 23:59:59.999", "2026-03-10 00:00:00.000");
        row("Monday's first instant", "2026-03-09 00:00:00.000", "2026-03-10 00:00:00.000");
        row("Friday's first instant", "2026-03-06 00:00:00.000", "2026-03-07 00:00:00.000");
        row("and one later", "2026-03-06 00:00:00.001", "2026-03-09 00:00:00.001");
        row("Friday's last instant", "2026-03-06 23:59:59.999", "2026-03-09 23:59:59.999");
        row("before the Spring Festival", "2026-02-14 16:00:00.000", "2026-02-24 16:00:00.000");
        row("on New Year's Day", "2026-02-17 09:00:00.000", "2026-02-25 00:00:00.000");
        row("a Friday with a make-up Saturday", "2026-02-27 11:00:00.000", "2026-02-28 11:00:00.000");
        row("the make-up Saturday itself", "2026-02-28 11:00:00.000", "2026-03-02 11:00:00.000");
        row("before October 1", "2026-09-30 17:00:00.000", "2026-10-08 17:00:00.000");
        row("on October 3", "2026-10-03 12:00:00.000", "2026-10-09 00:00:00.000");
        row("the make-up Saturday after it", "2026-10-09 12:00:00.000", "2026-10-10 12:00:00.000");
        row("into a year without data", "2026-12-31 12:00:00.000", "2027-01-01 12:00:00.000");
    }
    void theAlarm()
    {
        QFETCH(QString, submitted);
        QFETCH(QString, alarm);
        const QDateTime at = alarmAt(china(submitted), m_calendar);
        QCOMPARE(at, china(alarm));
        QCOMPARE(at.timeSpec(), Qt::UTC);
    }

    // A terminal set to another time zone counts Chinese days all the same: 20:00 UTC is the next morning there.
    void daysAreChinese()
    {
        QCOMPARE(chinaDate(QDateTime(QDate(2026, 3, 6), QTime(20, 0), Qt::UTC)), QDate(2026, 3, 7));
        const QDateTime berlin(QDate(2026, 3, 6), QTime(21, 0), Qt::OffsetFromUTC, 3600); // Saturday 4:00 in China
        QCOMPARE(alarmAt(berlin, m_calendar), china(QStringLiteral("2026-03-10 00:00:00.000")));
    }

    // Never later than the end of the first working day after the day of submission, and never earlier for a case that
    // came later: the list of unsent cases is in the order of alarms.
    void itOnlyGrowsAndStaysWithinTheWorkingDay()
    {
        QDateTime last;
        for (QDateTime at = china(QStringLiteral("2026-01-01 00:00:00.000")); at.date().year() < 2027;
             at = at.addSecs(5'400)) {
            const QDateTime alarm = alarmAt(at, m_calendar);
            QVERIFY(!last.isValid() || alarm >= last);
            QVERIFY(at.secsTo(alarm) >= 24 * 3600);
            QDate deadline = chinaDate(at).addDays(1);
            while (!m_calendar.isWorkday(deadline))
                deadline = deadline.addDays(1);
            QVERIFY(alarm <= QDateTime(deadline.addDays(1), QTime(0, 0), Qt::OffsetFromUTC, chinaOffset));
            last = alarm;
        }
    }

    void whatIsNoCalendarIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("file");
        const auto changed = [](const char *key, const QJsonValue &value) {
            QJsonObject year = year2026();
            year.insert(QLatin1String(key), value);
            return fileOf(year);
        };
        QTest::newRow("nothing") << QJsonObject();
        QTest::newRow("no years") << QJsonObject{{"years", QJsonArray()}};
        QTest::newRow("no number") << changed("year", QJsonValue());
        QTest::newRow("a year twice") << QJsonObject{{"years", QJsonArray{year2026(), year2026()}}};
        QTest::newRow("no day") << changed("holidays", QJsonArray{"2026-02-30"});
        QTest::newRow("no text") << changed("holidays", QJsonArray{7});
        QTest::newRow("no list") << changed("holidays", QStringLiteral("2026-01-01"));
        QTest::newRow("of another year") << changed("holidays", QJsonArray{"2027-01-01"});
        QTest::newRow("a day twice") << changed("holidays", QJsonArray{"2026-01-01", "2026-01-01"});
        QTest::newRow("both") << changed("holidays", QJsonArray{"2026-02-14"});
        QTest::newRow("a make-up Monday") << changed("makeUpWorkdays", QJsonArray{"2026-03-02"});
    }
    void whatIsNoCalendarIsRefused()
    {
        QFETCH(QJsonObject, file);
        QVERIFY(failedWith(WorkCalendar::fromJson(file), ErrorKind::Misconfigured));
    }
};

QTEST_GUILESS_MAIN(WorkCalendarTest)
#include "work_calendar_test.moc"
