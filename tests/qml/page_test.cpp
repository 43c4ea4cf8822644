// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the journey, in both modes, at all four sizes, held to the measures of UX.md.
#include "app/view/keyboard/keyboard.h"
#include "tests/qml/page_faults.h"
#include "tests/qml/page_list.h"
#include "tests/qml/pseudo_text.h"

#include <QGuiApplication>
#include <QTest>

using namespace tongban::qmltest;

class PageTest : public QObject
{
    Q_OBJECT

public:
    static void initMain() { tongban::view::useOwnKeyboard(); }

    // what all looks of this run have in common
    inline static Look s_shown{.size = {}, .elder = false, .language = QStringLiteral(TONGBAN_LOOK_LANGUAGE)};

private Q_SLOTS:
    void initTestCase() // one walk for all
    {
        Tour tour({}, s_shown.language == QStringLiteral("en_XA")   ? &longerText
                      : s_shown.language == QStringLiteral("en_XB") ? &mirroredText
                                                                     : nullptr);
        const QString problem = tour.walk([&](const QString &scene) {
            m_scenes << scene;
            m_found.look(tour, scene, s_shown);
        });
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(m_found.scenes >= 30);
        QVERIFY(m_found.texts > 1000 && m_found.targets > 500);
    }
    void everyPageOfTheDesignIsShownOrNamedAsLater() { QCOMPARE(PageFaults::count(listFaults(m_scenes)), 0); }
    void everyTextIsInTheLanguageOfTheScreen() { QCOMPARE(PageFaults::count(m_found.untranslated), 0); }
    void everythingShownStandsInTheAccessibilityTree() { QCOMPARE(PageFaults::count(m_found.tree), 0); }
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
    QStringList m_scenes;
};

// qml_page_test [LANGUAGE | dark | low]
int main(int argc, char *argv[])
{
    PageTest::s_shown = lookAsked(argc, argv, PageTest::s_shown);
    PageTest::initMain();
    QGuiApplication application(argc, argv);
    PageTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "page_test.moc"
