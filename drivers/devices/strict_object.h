// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a JSON object of a descriptor strictly: a missing key, a wrong type, a number out of range and a key that
// nobody asked for are all errors. A technician's typing mistake must not turn into a default that is silently used.
#pragma once

#include "app/core/base/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace tongban::drivers::devices {

// Take every key, then ask finish(): the first fault wins and names the key, e.g. "options.findIntervalMs: …".
class StrictObject
{
public:
    StrictObject(QJsonObject object, QString name) : m_left(std::move(object)), m_name(std::move(name)) {}

    [[nodiscard]] QString string(const QString &key);                           // required, not empty
    [[nodiscard]] QString string(const QString &key, const QString &otherwise); // not empty when present
    [[nodiscard]] QString oneOf(const QString &key, const QStringList &values); // required
    [[nodiscard]] int integer(const QString &key, int minimum, int maximum, int otherwise);
    [[nodiscard]] std::chrono::milliseconds milliseconds(const QString &key, int minimum, int maximum, int otherwise);
    [[nodiscard]] bool boolean(const QString &key, bool otherwise);
    [[nodiscard]] QJsonObject object(const QString &key); // required
    [[nodiscard]] QJsonObject objectOrEmpty(const QString &key);
    [[nodiscard]] bool has(const QString &key) const { return m_left.contains(key); }

    // Misconfigured with the first fault, or with a key that was not taken.
    Result<void> finish() const;

private:
    [[nodiscard]] std::optional<QJsonValue> take(const QString &key);
    void complain(const QString &key, const QString &why);

    QJsonObject m_left;
    QString m_name;
    QString m_fault;
};

} // namespace tongban::drivers::devices
