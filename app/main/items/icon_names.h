// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace tongban::app {

inline const QString packagedIconList =
    QStringLiteral("/usr/share/fonts-material-design-icons-iconfont/scss/_variables.scss");

// The ligatures that the icon font's package lists ("name": codepoint, a line each). Empty: the list is not there.
[[nodiscard]] QSet<QString> iconNames(const QString &file = packagedIconList);

} // namespace tongban::app
