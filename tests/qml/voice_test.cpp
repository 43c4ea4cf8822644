// SPDX-License-Identifier: GPL-3.0-or-later
// What the terminal says stands on the screen; a resting finger is told what it rests on.
#include "app/view/keyboard/keyboard.h"
#include "tests/qml/page_checks.h"
#include "tests/qml/tour.h"

#include <QTest>

using namespace tongban;
using namespace tongban::qmltest;

class VoiceTest : public QObject
{
    Q_OBJECT

public:
    static void initMain() { view::useOwnKeyboard(); }

private Q_SLOTS:
    void nothingIsSaidThatIsNotShown_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("Chinese") << QStringLiteral("zh");
        QTest::newRow("English") << QStringLiteral("en");
    }
    void nothingIsSaidThatIsNotShown()
    {
        QFETCH(QString, language);
        Tour tour;
        QStringList faults;
        int clauses = 0;
        const QString problem = tour.walk([&](const QString &scene) {
            tour.show({.size = {1080, 1920}, .elder = false, .language = language});
            QString screen;
            for (const QQuickItem *item : shownItems(tour.window().contentItem()))
                if (item->inherits("QQuickText")) // a sheet lets the page shine through
                    screen += item->property("text").toString() + u'\n';
            for (const QString &clause : tour.hall().speaker.said) {
                ++clauses;
                const bool covered = tour.kiosk().idleWarning(); // the page is hidden; its last words were said before
                if (!covered && !screen.contains(clause))
                    faults << scene + QStringLiteral(": ") + clause;
            }
            tour.hall().speaker.said.clear(); // what is said from here on is said on the next page
        });
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(clauses > 60);
        for (const QString &fault : faults)
            qWarning("%s", qPrintable(fault));
        QCOMPARE(faults.size(), 0);
    }

    void aRestingFingerIsToldWhereItRests()
    {
        Tour tour({}, nullptr, std::chrono::milliseconds(1));
        QVERIFY(tour.open().isEmpty());
        tour.show({.size = {1080, 1920}});
        QQuickItem *start = tour.pressable(QStringLiteral("轻触屏幕，开始办事"));
        QVERIFY(start);
        const QPoint middle = start->mapToScene(QPointF(start->width() / 2, start->height() / 2)).toPoint();
        QTest::mousePress(&tour.window(), Qt::LeftButton, {}, middle);
        QTRY_COMPARE(tour.hall().speaker.said, QStringList{QStringLiteral("轻触屏幕，开始办事")});
        QCOMPARE(tour.kiosk().step(), QStringLiteral("Attract")); // told, and nothing done yet
        QTest::mouseRelease(&tour.window(), Qt::LeftButton, {}, middle);
        QTRY_COMPARE(tour.kiosk().step(), QStringLiteral("Home")); // a slow press is a press
        tour.settle();
        const QPoint title(100, 200); // words that cannot be pressed are read too
        QTest::mousePress(&tour.window(), Qt::LeftButton, {}, title);
        QTRY_COMPARE(tour.hall().speaker.said, QStringList{tour.kiosk().title()});
        QTest::mouseRelease(&tour.window(), Qt::LeftButton, {}, title);
    }
};

QTEST_MAIN(VoiceTest)
#include "voice_test.moc"
