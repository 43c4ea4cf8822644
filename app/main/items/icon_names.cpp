// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/items/icon_names.h"

#include <QFile>
#include <QRegularExpression>

namespace tongban::app {

QSet<QString> iconNames(const QString &path)
{
    static const QRegularExpression entry(QStringLiteral("\"([a-z0-9_]+)\": *[0-9a-f]{4}"));
    QSet<QString> names;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return names;
    for (auto found = entry.globalMatch(QString::fromLatin1(file.readAll())); found.hasNext();)
        names.insert(found.next().captured(1));
    return names;
}

} // namespace tongban::app
