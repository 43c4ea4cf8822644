// SPDX-License-Identifier: GPL-3.0-or-later
// A shipped item as JSON, and ways to spoil JSON at a place.
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tongban::tests {

inline QJsonObject shippedItemJson() // 高龄津贴
{
    QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/gaoling-jintie.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

// The same JSON with the value at a path of keys and indices replaced ("~remove" takes a member away).
inline QJsonValue changed(const QJsonValue &root, QStringList path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QString head = path.takeFirst();
    if (root.isArray()) {
        QJsonArray array = root.toArray();
        const auto index = head.toInt();
        array.replace(index, changed(array.at(index), path, value));
        return array;
    }
    QJsonObject object = root.toObject();
    if (path.isEmpty() && value == QJsonValue(QStringLiteral("~remove")))
        object.remove(head);
    else
        object.insert(head, changed(object.value(head), path, value));
    return object;
}

} // namespace tongban::tests
