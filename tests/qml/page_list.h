// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the terminal as the design lists them (UX.md "Pages"), and where the tour shows each. A page without a scene
// comes later and says so here: this is the one place.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace tongban::qmltest {

struct ListedPage
{
    QString page;
    QStringList scenes; // beginnings of scene names; none: the page comes later
};

[[nodiscard]] QList<ListedPage> listedPages();

// What the list and the tour do not agree about, a sentence each.
[[nodiscard]] QStringList listFaults(const QStringList &scenesSeen);

} // namespace tongban::qmltest
