// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/json_reader.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace tongban::domain {

void JsonVerdict::blame(const QString &pointer, const QString &what)
{
    complaints.push_back({pointer, what});
    if (!error)
        error = Error{kind, where, (pointer.isEmpty() ? QStringLiteral("/") : pointer) + QStringLiteral(": ") + what};
}

JsonReader::JsonReader(QJsonObject object, QString pointer, JsonVerdict &verdict)
    : m_object(std::move(object)), m_pointer(std::move(pointer)), m_verdict(verdict)
{}

QString JsonReader::at(const QString &key) const
{
    QString escaped = key;
    escaped.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
    return m_pointer + u'/' + escaped;
}

QJsonValue JsonReader::take(const QString &key)
{
    m_known.insert(key);
    return m_object.value(key);
}

QString JsonReader::possiblyEmptyText(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isString())
        m_verdict.blame(at(key), QStringLiteral("a text is expected"));
    return value.toString();
}

QString JsonReader::text(const QString &key, int maxLength)
{
    const QString value = possiblyEmptyText(key);
    if (value.trimmed().isEmpty())
        m_verdict.blame(at(key), QStringLiteral("a text that is not empty is expected"));
    if (value.size() > maxLength)
        m_verdict.blame(at(key), QStringLiteral("longer than %1 characters").arg(maxLength));
    return value;
}

QString JsonReader::textBetween(const QString &key, int minLength, int maxLength)
{
    const QJsonValue value = take(key);
    if (!value.isString()) {
        m_verdict.blame(at(key), QStringLiteral("a text is expected"));
        return {};
    }
    const qsizetype length = characterCount(value.toString());
    if (value.toString().trimmed().isEmpty())
        m_verdict.blame(at(key), QStringLiteral("a text that is not empty is expected"));
    else if (length < minLength || length > maxLength)
        m_verdict.blame(at(key), QStringLiteral("%1 characters stand here, %2 to %3 are expected")
                                     .arg(length)
                                     .arg(minLength)
                                     .arg(maxLength));
    return value.toString();
}

QString JsonReader::patternedText(const QString &key, const QRegularExpression &pattern, const QString &wanted,
                                  int maxLength)
{
    const QString value = take(key).toString();
    if (value.size() > maxLength || !pattern.match(value).hasMatch())
        m_verdict.blame(at(key), wanted + QStringLiteral(" is expected"));
    return value;
}

QDate JsonReader::date(const QString &key)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[0-9]{4}-[0-9]{2}-[0-9]{2}\\z"));
    const QString value = patternedText(key, pattern, QStringLiteral("a date as 2026-01-31"));
    const QDate date = QDate::fromString(value, Qt::ISODate);
    if (value.size() == 10 && !date.isValid())
        m_verdict.blame(at(key), QStringLiteral("there is no such day"));
    return date;
}

bool JsonReader::boolean(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isBool())
        m_verdict.blame(at(key), QStringLiteral("true or false is expected"));
    return value.toBool();
}

qint64 JsonReader::integer(const QString &key, qint64 minimum, qint64 maximum)
{
    const QJsonValue value = take(key);
    const double number = value.toDouble(std::nan(""));
    if (!(number >= static_cast<double>(minimum) && number <= static_cast<double>(maximum)) ||
        std::floor(number) != number) {
        m_verdict.blame(at(key), QStringLiteral("a whole number from %1 to %2 is expected").arg(minimum).arg(maximum));
        return minimum;
    }
    return static_cast<qint64>(number);
}

QJsonObject JsonReader::object(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isObject())
        m_verdict.blame(at(key), QStringLiteral("an object is expected"));
    return value.toObject();
}

QJsonArray JsonReader::array(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isArray())
        m_verdict.blame(at(key), QStringLiteral("a list is expected"));
    return value.toArray();
}

int JsonReader::oneOf(const QString &key, const QStringList &names)
{
    const auto index = names.indexOf(text(key));
    if (index < 0)
        m_verdict.blame(at(key), QStringLiteral("one of %1 is expected").arg(names.join(QStringLiteral(", "))));
    return static_cast<int>(std::max<qsizetype>(index, 0));
}

QString JsonReader::textOr(const QString &key, const QString &otherwise, int maxLength)
{
    return has(key) ? text(key, maxLength) : otherwise;
}

bool JsonReader::booleanOr(const QString &key, bool otherwise)
{
    return has(key) ? boolean(key) : otherwise;
}

QString JsonReader::textBetweenOr(const QString &key, int minLength, int maxLength)
{
    return has(key) ? textBetween(key, minLength, maxLength) : QString();
}

qint64 JsonReader::integerOr(const QString &key, qint64 otherwise, qint64 minimum, qint64 maximum)
{
    return has(key) ? integer(key, minimum, maximum) : otherwise;
}

QJsonArray JsonReader::arrayOrEmpty(const QString &key)
{
    return has(key) ? array(key) : QJsonArray();
}

std::optional<QJsonObject> JsonReader::objectOrNull(const QString &key)
{
    if (take(key).isNull() || !has(key))
        return std::nullopt;
    return object(key);
}

void JsonReader::refuseOthers()
{
    for (const QString &key : m_object.keys()) {
        if (!m_known.contains(key))
            m_verdict.blame(at(key), QStringLiteral("unknown key"));
    }
}

QJsonObject objectAt(const QJsonArray &array, qsizetype index, const QString &pointer, JsonVerdict &verdict)
{
    const QJsonValue value = array.at(index);
    if (!value.isObject())
        verdict.blame(pointer, QStringLiteral("an object is expected"));
    return value.toObject();
}

QStringList textsOf(const QJsonArray &array, const QString &pointer, JsonVerdict &verdict)
{
    QStringList texts;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString value = array.at(i).toString();
        if (value.isEmpty())
            verdict.blame(QStringLiteral("%1/%2").arg(pointer).arg(i),
                          QStringLiteral("a text that is not empty is expected"));
        texts << value;
    }
    return texts;
}

qsizetype characterCount(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate(); });
}

void checkSize(const QJsonArray &array, ListSize size, const QString &pointer, JsonVerdict &verdict)
{
    if (array.size() < size.minimum)
        verdict.blame(pointer, QStringLiteral("at least %1 entries are expected").arg(size.minimum));
    if (array.size() > size.maximum)
        verdict.blame(pointer, QStringLiteral("at most %1 entries are expected").arg(size.maximum));
}

void checkUnique(const QJsonArray &array, const QString &pointer, JsonVerdict &verdict)
{
    for (qsizetype i = 0; i < array.size(); ++i) {
        for (qsizetype k = 0; k < i; ++k) {
            if (array.at(i) == array.at(k)) {
                verdict.blame(QStringLiteral("%1/%2").arg(pointer).arg(i), QStringLiteral("this stood here before"));
                break;
            }
        }
    }
}

} // namespace tongban::domain
