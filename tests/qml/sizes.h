// SPDX-License-Identifier: GPL-3.0-or-later
// The four sizes that every page must be whole at, in both modes (UX.md "Measures"), and how else it can be shown.
#pragma once

#include <QList>
#include <QSize>
#include <QString>

namespace tongban::qmltest {

struct Look
{
    QSize size{}; // pixels
    bool elder = false;
    QString language = QStringLiteral("zh");
    bool dark = false;
    bool low = false;

    [[nodiscard]] QString name() const
    {
        QString name = QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
        if (elder)
            name += QStringLiteral("-elder");
        if (language != QStringLiteral("zh"))
            name += QLatin1Char('-') + language;
        if (low)
            name += QStringLiteral("-low");
        if (dark)
            name += QStringLiteral("-dark");
        return name;
    }
    [[nodiscard]] double unit() const { return qMin(size.width(), size.height()) / 1080.0; }
    [[nodiscard]] bool portrait() const { return size.height() > size.width(); }
};

// Every size in both modes, as `shown` is otherwise.
[[nodiscard]] inline QList<Look> looks(Look shown = {})
{
    QList<Look> all;
    for (const bool elder : {false, true})
        for (const QSize size : {QSize(1080, 1920), QSize(1920, 1080), QSize(1280, 1024), QSize(768, 1366)}) {
            shown.size = size;
            shown.elder = elder;
            if (!elder || !shown.low) // large type has no room in half a screen: who asks for both gets the reach
                all.append(shown);
        }
    return all;
}

} // namespace tongban::qmltest
