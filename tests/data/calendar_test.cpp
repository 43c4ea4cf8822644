// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the shipped working calendar: inside its schema, sound, and like the law that it carries out.
#include "app/core/domain/work_calendar.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using namespace tongban;
using namespace tongban::domain;

namespace {

QJsonObject objectIn(const char *path)
{
    QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/") + QLatin1String(path));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

class CalendarTest : public QObject
{
    Q_OBJECT

    const QJsonObject m_file = objectIn("resources/calendar/cn.json");

    [[nodiscard]] bool fits(const QJsonObject &calendar) const
    {
        const QJsonValue schemaJson(objectIn("resources/schema/calendar.schema.json"));
        const QJsonValue value(calendar);
        valijson::Schema schema;
        valijson::SchemaParser().populateSchema(valijson::adapters::QtJsonAdapter(schemaJson), schema);
        valijson::Validator validator;
        return validator.validate(schema, valijson::adapters::QtJsonAdapter(value), nullptr);
    }

private Q_SLOTS:
    void itFitsItsSchema()
    {
        QVERIFY(!m_file.isEmpty());
        QVERIFY(fits(m_file));
        QJsonObject wrong = m_file;
        wrong.insert(QStringLiteral("weekends"), 7); // and the schema is not one that everything fits
        QVERIFY(!fits(wrong));
    }

    void itIsSound() { QVERIFY(WorkCalendar::fromJson(m_file)); }

    // Years follow each other: a gap would be a year of weekends only in the middle of known ones.
    void noYearIsLeftOut()
    {
        const QJsonArray years = m_file.value(QStringLiteral("years")).toArray();
        for (qsizetype i = 1; i < years.size(); ++i)
            QCOMPARE(years[i].toObject().value(QStringLiteral("year")).toInt(),
                     years[i - 1].toObject().value(QStringLiteral("year")).toInt() + 1);
    }

    // The days that the Regulation on Public Holidays fixes in the solar calendar are off in every year; a make-up
    // working day lies within a fortnight of the holiday that it makes up for.
    void everyYearHasTheHolidaysOfTheLaw()
    {
        const WorkCalendar calendar = *WorkCalendar::fromJson(m_file);
        const QJsonArray years = m_file.value(QStringLiteral("years")).toArray();
        for (const auto &entry : years) {
            const QJsonObject year = entry.toObject();
            const int number = year.value(QStringLiteral("year")).toInt();
            QSet<QDate> holidays;
            for (const auto &day : year.value(QStringLiteral("holidays")).toArray())
                holidays.insert(QDate::fromString(day.toString(), Qt::ISODate));
            for (const auto &[month, day] : {std::pair(1, 1), {5, 1}, {5, 2}, {10, 1}, {10, 2}, {10, 3}})
                QVERIFY2(holidays.contains(QDate(number, month, day)), qPrintable(QString::number(number)));
            for (const auto &day : year.value(QStringLiteral("makeUpWorkdays")).toArray()) {
                const QDate worked = QDate::fromString(day.toString(), Qt::ISODate);
                QVERIFY(calendar.isWorkday(worked));
                QVERIFY2(std::any_of(holidays.begin(), holidays.end(),
                                     [&](QDate holiday) { return std::abs(worked.daysTo(holiday)) <= 14; }),
                         qPrintable(day.toString()));
            }
        }
    }
};

QTEST_GUILESS_MAIN(CalendarTest)
#include "calendar_test.moc"
