// SPDX-License-Identifier: GPL-3.0-or-later
// What can be measured on a shown page (UX.md "Laws" and "Measures"). Each check returns sentences, one a fault found.
#pragma once

#include "tests/qml/sizes.h"

#include <QImage>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStringList>

namespace tongban::qmltest {

// What a person can see and touch now: everything, or, while a dialog is open, what belongs to the dialog.
struct Shown
{
    QList<QQuickItem *> texts;   // words
    QList<QQuickItem *> icons;   // of the icon font
    QList<QQuickItem *> targets; // enabled controls
    bool dialog = false;
};
[[nodiscard]] Shown shownOn(QQuickWindow &window);

[[nodiscard]] QStringList clippedTexts(const Shown &shown, QQuickWindow &window); // cut, elided, out of its box or the window
// Chinese on an English screen, but for names of people, places and laws, and what is typed with.
[[nodiscard]] QStringList untranslatedTexts(const Shown &shown);
[[nodiscard]] QStringList overlappingTexts(const Shown &shown);
[[nodiscard]] QStringList smallTexts(const Shown &shown, const Look &look);                 // under 28 u
[[nodiscard]] QStringList paleInks(const Shown &shown, const QImage &picture);              // words 7:1, icons 3:1
[[nodiscard]] QStringList smallTargets(const Shown &shown, const Look &look);               // under 96 u, closer than 24 u
[[nodiscard]] QStringList highTargets(const Shown &shown, const Look &look);                // in the top fifth of portrait
[[nodiscard]] QStringList namelessTargets(const Shown &shown);                              // role, name, press action
[[nodiscard]] QStringList accessibilityFaults(const Shown &shown, QQuickWindow &window); // the tree: role, name, state; no word missing in it
[[nodiscard]] QStringList unreachableTargets(const Shown &shown, QQuickWindow &window);     // a real press does not arrive

} // namespace tongban::qmltest
