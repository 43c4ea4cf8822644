// SPDX-License-Identifier: GPL-3.0-or-later
// Strict reading of one JSON object of a configuration: every key is asked for by name, and a key nobody asked for is
// an error. Errors: Misconfigured; the detail names the key by its path, e.g. "platform.url".
#pragma once

#include "app/core/base/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTime>

#include <vector>

namespace tongban::app {

class JsonSection
{
public:
    JsonSection(QJsonObject object, QString path) : m_object(std::move(object)), m_path(std::move(path)) {}

    // Each remembers the first thing that was wrong, so that reading is a straight line with one question at the end.
    [[nodiscard]] QString text(const QString &key);          // not empty
    [[nodiscard]] QString textOrNothing(const QString &key); // empty when the key is not there
    [[nodiscard]] QStringList texts(const QString &key);     // at least one, none empty
    [[nodiscard]] int number(const QString &key, int minimum, int maximum);
    [[nodiscard]] QTime timeOfDay(const QString &key); // "08:00"
    [[nodiscard]] bool flag(const QString &key);
    [[nodiscard]] JsonSection section(const QString &key);
    [[nodiscard]] bool has(const QString &key) const { return m_object.contains(key); } // for what may be absent
    [[nodiscard]] std::vector<JsonSection> optionalSections(const QString &key);        // none: the key is not there
    // Takes over what went wrong in a section, and its unknown keys.
    void finish(JsonSection &section);

    [[nodiscard]] const QString &complaint(); // empty: all was right; unknown keys are looked for here

private:
    [[nodiscard]] QJsonValue take(const QString &key);
    void complain(const QString &key, const QString &what);
    [[nodiscard]] QString pathOf(const QString &key) const;

    QJsonObject m_object;
    QString m_path;
    QString m_complaint;
};

} // namespace tongban::app
