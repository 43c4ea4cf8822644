// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for a text in everything that QML could reach from an object: properties, rows of models, objects below.
#pragma once

#include <QAbstractItemModel>
#include <QMetaProperty>
#include <QObject>
#include <QSet>
#include <QString>
#include <QVariant>

namespace tongban::test {

inline bool holds(const QVariant &value, const QString &text)
{
    if (value.toString().contains(text))
        return true;
    for (const QVariant &part : value.toList()) {
        if (holds(part, text))
            return true;
    }
    for (const QVariant &part : value.toMap()) {
        if (holds(part, text))
            return true;
    }
    return false;
}

inline bool foundInModel(const QAbstractItemModel &model, const QString &text)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        for (const int role : model.roleNames().keys()) {
            if (holds(model.index(row, 0).data(role), text))
                return true;
        }
    }
    return false;
}

inline bool foundIn(const QObject &object, const QString &text, QSet<const QObject *> &seen)
{
    if (seen.contains(&object))
        return false;
    seen.insert(&object);
    if (const auto *model = qobject_cast<const QAbstractItemModel *>(&object); model && foundInModel(*model, text))
        return true;
    for (int i = 0; i < object.metaObject()->propertyCount(); ++i) {
        const QVariant value = object.metaObject()->property(i).read(&object);
        const auto *below = value.value<QObject *>();
        if (below ? foundIn(*below, text, seen) : holds(value, text))
            return true;
    }
    return false;
}

inline bool foundIn(const QObject &object, const QString &text)
{
    QSet<const QObject *> seen;
    return foundIn(object, text, seen);
}

} // namespace tongban::test
