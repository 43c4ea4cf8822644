// SPDX-License-Identifier: GPL-3.0-or-later
// What the checks found on a walk, by kind: each kind is a test of its own.
#pragma once

#include "tests/qml/page_checks.h"
#include "tests/qml/tour.h"

namespace tongban::qmltest {

struct PageFaults
{
    QStringList clipped, untranslated, overlapping, small, pale, smallTargets, high, nameless, tree, unreachable;
    int scenes = 0, texts = 0, targets = 0;

    // The scene as it stands, at every size and in both modes, otherwise as in `shown`.
    void look(Tour &tour, const QString &scene, const Look &shown = {});
    // Warns of each and says how many there are.
    [[nodiscard]] static qsizetype count(const QStringList &faults);
};

// The look that the first word of the command line asks for, which is taken off it: a language, dark or low; else `usual`.
[[nodiscard]] Look lookAsked(int &argc, char **argv, const Look &usual);

} // namespace tongban::qmltest
