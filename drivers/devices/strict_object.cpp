// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/strict_object.h"

#include <cmath>

namespace tongban::drivers::devices {

QString StrictObject::string(const QString &key)
{
    if (!has(key))
        complain(key, QStringLiteral("missing"));
    return string(key, {});
}

QString StrictObject::string(const QString &key, const QString &otherwise)
{
    const auto value = take(key);
    if (!value)
        return otherwise;
    if (!value->isString() || value->toString().isEmpty())
        complain(key, QStringLiteral("wants a text"));
    return value->toString();
}

QString StrictObject::oneOf(const QString &key, const QStringList &values)
{
    const QString value = string(key);
    if (!values.contains(value))
        complain(key, QStringLiteral("wants one of ") + values.join(QStringLiteral(", ")));
    return value;
}

int StrictObject::integer(const QString &key, int minimum, int maximum, int otherwise)
{
    const auto value = take(key);
    if (!value)
        return otherwise;
    const double number = value->toDouble(std::nan(""));
    if (number >= minimum && number <= maximum && number == std::floor(number))
        return static_cast<int>(number);
    complain(key, QStringLiteral("wants a whole number from %1 to %2").arg(minimum).arg(maximum));
    return otherwise;
}

std::chrono::milliseconds StrictObject::milliseconds(const QString &key, int minimum, int maximum, int otherwise)
{
    return std::chrono::milliseconds(integer(key, minimum, maximum, otherwise));
}

bool StrictObject::boolean(const QString &key, bool otherwise)
{
    const auto value = take(key);
    if (!value)
        return otherwise;
    if (!value->isBool())
        complain(key, QStringLiteral("wants true or false"));
    return value->toBool();
}

QJsonObject StrictObject::object(const QString &key)
{
    if (!has(key))
        complain(key, QStringLiteral("missing"));
    return objectOrEmpty(key);
}

QJsonObject StrictObject::objectOrEmpty(const QString &key)
{
    const auto value = take(key);
    if (!value)
        return {};
    if (!value->isObject())
        complain(key, QStringLiteral("wants an object"));
    return value->toObject();
}

Result<void> StrictObject::finish() const
{
    if (!m_fault.isEmpty())
        return fail(ErrorKind::Misconfigured, QStringLiteral("descriptor"), m_fault);
    if (!m_left.isEmpty())
        return fail(ErrorKind::Misconfigured, QStringLiteral("descriptor"),
                    QStringLiteral("%1%2: unknown key").arg(m_name, m_left.keys().constFirst()));
    return {};
}

std::optional<QJsonValue> StrictObject::take(const QString &key)
{
    if (!m_left.contains(key))
        return std::nullopt;
    return m_left.take(key);
}

void StrictObject::complain(const QString &key, const QString &why)
{
    if (m_fault.isEmpty())
        m_fault = QStringLiteral("%1%2: %3").arg(m_name, key, why);
}

} // namespace tongban::drivers::devices
