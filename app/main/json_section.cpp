// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/json_section.h"

#include <QJsonArray>

namespace tongban::app {

QString JsonSection::pathOf(const QString &key) const
{
    return m_path.isEmpty() ? key : m_path + QLatin1Char('.') + key;
}

void JsonSection::complain(const QString &key, const QString &what)
{
    if (m_complaint.isEmpty())
        m_complaint = QStringLiteral("\"%1\" %2").arg(pathOf(key), what);
}

QJsonValue JsonSection::take(const QString &key)
{
    if (!m_object.contains(key))
        complain(key, QStringLiteral("is missing"));
    return m_object.take(key);
}

QString JsonSection::text(const QString &key)
{
    const QString value = take(key).toString();
    if (value.isEmpty())
        complain(key, QStringLiteral("must be a text that is not empty"));
    return value;
}

QString JsonSection::textOrNothing(const QString &key)
{
    return m_object.contains(key) ? text(key) : QString();
}

QStringList JsonSection::texts(const QString &key)
{
    QStringList values;
    for (const QJsonValue &value : take(key).toArray())
        values.append(value.toString());
    if (values.isEmpty() || values.contains(QString()))
        complain(key, QStringLiteral("must be a list of texts"));
    return values;
}

int JsonSection::number(const QString &key, int minimum, int maximum)
{
    const int value = take(key).toInt(minimum - 1);
    if (value < minimum || value > maximum)
        complain(key, QStringLiteral("must be a whole number from %1 to %2").arg(minimum).arg(maximum));
    return value;
}

QTime JsonSection::timeOfDay(const QString &key)
{
    const QTime value = QTime::fromString(take(key).toString(), QStringLiteral("HH:mm"));
    if (!value.isValid())
        complain(key, QStringLiteral("must be a time of day as in \"08:00\""));
    return value;
}

bool JsonSection::flag(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isBool())
        complain(key, QStringLiteral("must be true or false"));
    return value.toBool();
}

JsonSection JsonSection::section(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isObject())
        complain(key, QStringLiteral("must be an object"));
    return {value.toObject(), pathOf(key)};
}

std::vector<JsonSection> JsonSection::optionalSections(const QString &key)
{
    std::vector<JsonSection> sections;
    if (!m_object.contains(key))
        return sections;
    const QJsonValue value = take(key);
    if (!value.isArray())
        complain(key, QStringLiteral("must be a list of objects"));
    const QJsonArray members = value.toArray();
    for (int i = 0; i < members.size(); ++i) {
        if (!members.at(i).isObject())
            complain(key, QStringLiteral("must be a list of objects"));
        sections.push_back(JsonSection(members.at(i).toObject(), QStringLiteral("%1[%2]").arg(pathOf(key)).arg(i)));
    }
    return sections;
}

void JsonSection::finish(JsonSection &section)
{
    if (m_complaint.isEmpty())
        m_complaint = section.complaint();
}

const QString &JsonSection::complaint()
{
    if (m_complaint.isEmpty() && !m_object.isEmpty())
        complain(m_object.keys().first(), QStringLiteral("is not a key that is known here"));
    return m_complaint;
}

} // namespace tongban::app
