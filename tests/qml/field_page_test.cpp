// SPDX-License-Identifier: GPL-3.0-or-later
// Every type of field, in both modes, at all four sizes, held to the measures of UX.md.
#include "app/view/keyboard/keyboard.h"
#include "tests/qml/page_faults.h"

#include <QGuiApplication>
#include <QTest>

using namespace tongban::qmltest;

class FieldPageTest : public QObject
{
    Q_OBJECT

public:
    static void initMain() { tongban::view::useOwnKeyboard(); }

    inline static Look s_shown; // what all looks of this run have in common

private Q_SLOTS:
    void initTestCase() // one walk for all
    {
        Tour tour;
        const QString problem = tour.walkFields([&](const QString &scene) { m_found.look(tour, scene, s_shown); });
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(m_found.scenes >= 28);
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

// qml_field_page_test [LANGUAGE | dark | low]
int main(int argc, char *argv[])
{
    FieldPageTest::s_shown = lookAsked(argc, argv, {});
    FieldPageTest::initMain();
    QGuiApplication application(argc, argv);
    FieldPageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "field_page_test.moc"
