// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the journey, in both modes, at all four sizes, held to the measures of UX.md.
#include "app/view/keyboard/keyboard.h"
#include "tests/qml/page_checks.h"
#include "tests/qml/tour.h"

#include <QTest>

using namespace tongban::qmltest;

class PageTest : public QObject
{
    Q_OBJECT

public:
    static void initMain() { tongban::view::useOwnKeyboard(); }

private Q_SLOTS:
    void initTestCase() // one walk for all
    {
        Tour tour;
        const QString problem = tour.walk([&](const QString &scene) {
            ++m_scenes;
            for (const Look &look : looks()) {
                tour.show(look.size, look.elder);
                check(tour.window(), look, scene + QLatin1Char(' ') + look.name() + QStringLiteral(": "));
            }
        });
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(m_scenes >= 30);
        QVERIFY(m_texts > 1000 && m_targets > 500);
    }
    void noTextIsCut() { report(m_clipped); }
    void noTextLiesOverAnother() { report(m_overlapping); }
    void noTextIsTooSmall() { report(m_small); }
    void everyInkStandsOut() { report(m_pale); }
    void everyTargetCanBeHit() { report(m_smallTargets); }
    void nothingToTouchInTheTopFifth() { report(m_high); }
    void everyTargetHasRoleAndName() { report(m_nameless); }
    void everyTargetFeelsAPress() { report(m_unreachable); }

private:
    void check(QQuickWindow &window, const Look &look, const QString &where)
    {
        const Shown shown = shownOn(window);
        m_texts += static_cast<int>(shown.texts.size());
        m_targets += static_cast<int>(shown.targets.size());
        const auto note = [&](QStringList &into, const QStringList &faults) {
            for (const QString &fault : faults)
                into << where + fault;
        };
        note(m_clipped, clippedTexts(shown, window));
        note(m_overlapping, overlappingTexts(shown));
        note(m_small, smallTexts(shown, look));
        note(m_pale, paleInks(shown, window.grabWindow()));
        note(m_smallTargets, smallTargets(shown, look));
        note(m_high, highTargets(shown, look));
        note(m_nameless, namelessTargets(shown));
        note(m_unreachable, unreachableTargets(shown, window));
    }
    void report(const QStringList &faults)
    {
        for (const QString &fault : faults)
            qWarning("%s", qPrintable(fault));
        QCOMPARE(faults.size(), 0);
    }

    int m_scenes = 0, m_texts = 0, m_targets = 0;
    QStringList m_clipped, m_overlapping, m_small, m_pale, m_smallTargets, m_high, m_nameless, m_unreachable;
};

QTEST_MAIN(PageTest)
#include "page_test.moc"
