// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the journey, in both modes, at all four sizes, held to the measures of UX.md.
#include "app/view/keyboard/keyboard.h"
#include "tests/qml/page_faults.h"

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
        const QString problem = tour.walk([&](const QString &scene) { m_found.look(tour, scene); });
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(m_found.scenes >= 30);
        QVERIFY(m_found.texts > 1000 && m_found.targets > 500);
    }
    void noTextIsCut() { QCOMPARE(PageFaults::count(m_found.clipped), 0); }
    void noTextLiesOverAnother() { QCOMPARE(PageFaults::count(m_found.overlapping), 0); }
    void noTextIsTooSmall() { QCOMPARE(PageFaults::count(m_found.small), 0); }
    void everyInkStandsOut() { QCOMPARE(PageFaults::count(m_found.pale), 0); }
    void everyTargetCanBeHit() { QCOMPARE(PageFaults::count(m_found.smallTargets), 0); }
    void nothingToTouchInTheTopFifth() { QCOMPARE(PageFaults::count(m_found.high), 0); }
    void everyTargetHasRoleAndName() { QCOMPARE(PageFaults::count(m_found.nameless), 0); }
    void everyTargetFeelsAPress() { QCOMPARE(PageFaults::count(m_found.unreachable), 0); }

private:
    PageFaults m_found;
};

QTEST_MAIN(PageTest)
#include "page_test.moc"
