// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/page_faults.h"

namespace tongban::qmltest {

void PageFaults::look(Tour &tour, const QString &scene)
{
    ++scenes;
    for (const Look &look : looks()) {
        tour.show(look.size, look.elder);
        QQuickWindow &window = tour.window();
        const QString where = scene + QLatin1Char(' ') + look.name() + QStringLiteral(": ");
        const Shown shown = shownOn(window);
        texts += static_cast<int>(shown.texts.size());
        targets += static_cast<int>(shown.targets.size());
        const auto note = [&where](QStringList &into, const QStringList &faults) {
            for (const QString &fault : faults)
                into << where + fault;
        };
        note(clipped, clippedTexts(shown, window));
        note(overlapping, overlappingTexts(shown));
        note(small, smallTexts(shown, look));
        note(pale, paleInks(shown, window.grabWindow()));
        note(smallTargets, qmltest::smallTargets(shown, look));
        note(high, highTargets(shown, look));
        note(nameless, namelessTargets(shown));
        note(unreachable, unreachableTargets(shown, window));
    }
}

qsizetype PageFaults::count(const QStringList &faults)
{
    for (const QString &fault : faults)
        qWarning("%s", qPrintable(fault));
    return faults.size();
}

} // namespace tongban::qmltest
