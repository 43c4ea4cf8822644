// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/page_faults.h"

#include <algorithm>

namespace tongban::qmltest {

void PageFaults::look(Tour &tour, const QString &scene, const Look &asked)
{
    ++scenes;
    for (const Look &look : looks(asked)) {
        tour.show(look);
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
        if (look.language == QStringLiteral("en"))
            note(untranslated, untranslatedTexts(shown));
        note(overlapping, overlappingTexts(shown));
        note(small, smallTexts(shown, look));
        note(pale, paleInks(shown, window.grabWindow()));
        note(smallTargets, qmltest::smallTargets(shown, look));
        note(high, highTargets(shown, look));
        note(nameless, namelessTargets(shown));
        note(tree, accessibilityFaults(shown, window));
        note(unreachable, unreachableTargets(shown, window));
    }
    if (asked.low) // the way on is that of a whole screen
        tour.show({.size = {1080, 1920}});
}

qsizetype PageFaults::count(const QStringList &faults)
{
    for (const QString &fault : faults)
        qWarning("%s", qPrintable(fault));
    return faults.size();
}

Look lookAsked(int &argc, char **argv, const Look &usual)
{
    Look look = usual;
    if (argc < 2 || argv[1][0] == '-')
        return look;
    const QString asked = QString::fromLatin1(argv[1]);
    look.dark = asked == QStringLiteral("dark");
    look.low = asked == QStringLiteral("low");
    if (!look.dark && !look.low)
        look.language = asked;
    std::rotate(argv + 1, argv + 2, argv + argc);
    --argc;
    return look;
}

} // namespace tongban::qmltest
