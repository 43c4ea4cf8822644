// SPDX-License-Identifier: GPL-3.0-or-later
// The four sizes that every page must be whole at, in both modes (UX.md "Measures").
#pragma once

#include <QList>
#include <QSize>
#include <QString>

namespace tongban::qmltest {

struct Look
{
    QSize size; // pixels
    bool elder = false;

    [[nodiscard]] QString name() const
    {
        return QStringLiteral("%1x%2%3").arg(size.width()).arg(size.height()).arg(
            elder ? QStringLiteral("-elder") : QString());
    }
    [[nodiscard]] double unit() const { return qMin(size.width(), size.height()) / 1080.0; }
    [[nodiscard]] bool portrait() const { return size.height() > size.width(); }
};

[[nodiscard]] inline QList<Look> looks()
{
    QList<Look> all;
    for (const bool elder : {false, true})
        for (const QSize size : {QSize(1080, 1920), QSize(1920, 1080), QSize(1280, 1024), QSize(768, 1366)})
            all.append({size, elder});
    return all;
}

} // namespace tongban::qmltest
