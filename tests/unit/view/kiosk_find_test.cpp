// SPDX-License-Identifier: GPL-3.0-or-later
// Finding an errand from the home page: by pictures and by words, said aloud, and forgotten with the session.
#include "tests/unit/view/kiosk_rig.h"

using namespace tongban;
using namespace tongban::test;
using namespace std::chrono_literals;

namespace {

// At home with a few items, one of which an 80-year-old comes for, and the index made.
bool atHome(KioskRig &rig)
{
    rig.store.setItems({shippedItem(QStringLiteral("gaoling-jintie")), shippedItem(QStringLiteral("canji-butie")),
                        shippedItem(QStringLiteral("jumin-yanglao-canbao"))});
    return rig.toHome() && QTest::qWaitFor([&rig] { return rig.kiosk().find()->ready(); });
}

QString firstResult(KioskRig &rig)
{
    view::RowModel *results = rig.kiosk().find()->results();
    return results->count() > 0 ? results->value(0, "code").toString() : QString();
}

// Presses the picture of that name; false when there is none.
bool choose(KioskRig &rig, const QString &label)
{
    const auto option = rig.kiosk().find()->optionLabels().indexOf(label);
    rig.kiosk().find()->choose(static_cast<int>(option));
    return option >= 0;
}

} // namespace

class KioskFindTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picturesLeadToTheErrand()
    {
        KioskRig rig;
        QVERIFY(atHome(rig));
        rig.kiosk().find()->openPictures(false);
        QCOMPARE(rig.kiosk().step(), QStringLiteral("FindByPictures"));
        const QString first = rig.kiosk().title();
        QVERIFY(choose(rig, QStringLiteral("老人养老")));
        QVERIFY(rig.kiosk().title() != first);
        QCOMPARE(rig.speaker.said.last(), (QStringList{rig.kiosk().title(), rig.kiosk().subtitle()}));
        QVERIFY(choose(rig, QStringLiteral("按月领钱")));
        QVERIFY(rig.kiosk().find()->optionLabels().isEmpty());
        QCOMPARE(firstResult(rig), QStringLiteral("gaoling-jintie"));
        rig.kiosk().chooseItem(firstResult(rig));
        QVERIFY(rig.reach(QStringLiteral("Guide")));
        rig.kiosk().backward(); // and back to where it was found
        QCOMPARE(rig.kiosk().step(), QStringLiteral("FindByPictures"));
    }

    void backIsTheWayThatOneCame()
    {
        KioskRig rig;
        QVERIFY(atHome(rig));
        rig.kiosk().find()->openPictures(true);
        QVERIFY(rig.kiosk().find()->byIdentity());
        const QString first = rig.kiosk().title();
        QVERIFY(choose(rig, QStringLiteral("老年人")));
        QVERIFY(rig.kiosk().canGoBack());
        rig.kiosk().backward();
        QCOMPARE(rig.kiosk().title(), first);
        rig.kiosk().backward();
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Home"));
        QCOMPARE(rig.kiosk().title(), QStringLiteral("您要办什么？"));
    }

    // Errands that this hall does not have are not offered, nor questions that would lead to none.
    void onlyWhatTheCatalogueHasIsOffered()
    {
        KioskRig rig;
        QVERIFY(atHome(rig));
        rig.kiosk().find()->openPictures(false);
        QCOMPARE(rig.kiosk().find()->optionLabels(),
                 (QStringList{QStringLiteral("老人养老"), QStringLiteral("身体残疾")}));
        QCOMPARE(rig.kiosk().find()->optionIcons().size(), 2);
    }

    void wordsAreFoundFromTheFirstLettersOn()
    {
        KioskRig rig;
        QVERIFY(atHome(rig));
        rig.kiosk().find()->openWords();
        QCOMPARE(rig.kiosk().step(), QStringLiteral("FindByWords"));
        QVERIFY(!rig.kiosk().find()->note().isEmpty()); // how to
        for (const auto &question : {QStringLiteral("gl"), QStringLiteral("gljt"), QStringLiteral("高铃津帖")}) {
            rig.kiosk().find()->ask(question);
            QCOMPARE(firstResult(rig), QStringLiteral("gaoling-jintie"));
            QVERIFY(rig.kiosk().find()->note().isEmpty());
        }
        rig.kiosk().find()->ask(QStringLiteral("qqqqxxxx"));
        QCOMPARE(rig.kiosk().find()->results()->count(), 0);
        QVERIFY(!rig.kiosk().find()->note().isEmpty());
        rig.kiosk().backward();
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Home"));
    }

    // A closed errand is found, says why, and opens as soon as it can.
    void closedErrandsSayWhy()
    {
        KioskRig rig;
        QVERIFY(atHome(rig));
        rig.kiosk().find()->openWords();
        rig.kiosk().find()->ask(QStringLiteral("gljt"));
        view::RowModel *results = rig.kiosk().find()->results();
        QVERIFY(results->value(0, "available").toBool());
        rig.tellReader({.state = domain::DeviceState::Absent, .reason = ErrorKind::DeviceAbsent});
        QVERIFY(!results->value(0, "available").toBool());
        QVERIFY(!results->value(0, "reason").toString().isEmpty());
        rig.kiosk().chooseItem(firstResult(rig));
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Guide")); // what to bring, and where to
        QVERIFY(!rig.kiosk().canGoForward());
        rig.tellReader({.state = domain::DeviceState::Ready});
        QVERIFY(rig.kiosk().canGoForward());
        rig.kiosk().backward();
        QVERIFY(results->value(0, "available").toBool());
    }

    // What somebody looked for is theirs: the next person finds none of it.
    void theSessionsEndForgets()
    {
        KioskRig rig;
        QVERIFY(atHome(rig));
        rig.kiosk().find()->openWords();
        rig.kiosk().find()->ask(QStringLiteral("gljt"));
        rig.kiosk().startOver();
        QVERIFY(rig.reach(QStringLiteral("Farewell")) || rig.reach(QStringLiteral("Attract")));
        QCOMPARE(rig.kiosk().find()->results()->count(), 0);
        QVERIFY(rig.kiosk().find()->page() == view::FindController::Page::None);
    }

    void lookingForAnErrandIsNotIdle()
    {
        KioskRig rig;
        QVERIFY(atHome(rig));
        rig.kiosk().find()->openWords();
        rig.clock.advance(50s);
        rig.kiosk().find()->ask(QStringLiteral("g"));
        rig.clock.advance(50s);
        rig.kiosk().idle().check();
        QVERIFY(!rig.kiosk().idleWarning());
        rig.clock.advance(10s);
        rig.kiosk().idle().check();
        QVERIFY(rig.kiosk().idleWarning());
    }

    // A new catalogue while somebody looks: back home, never to an errand that is gone.
    void aNewCatalogueClosesThePage()
    {
        KioskRig rig;
        QVERIFY(atHome(rig));
        rig.kiosk().find()->openWords();
        rig.store.setItems({shippedItem(QStringLiteral("canji-butie"))});
        rig.kiosk().loadCatalogue();
        QTRY_COMPARE(rig.kiosk().step(), QStringLiteral("Home"));
        rig.kiosk().find()->openWords();
        rig.kiosk().find()->ask(QStringLiteral("gljt"));
        QCOMPARE(rig.kiosk().find()->results()->count(), 0);
    }

    void withoutACatalogueThereIsNothingToOpen()
    {
        KioskRig rig;
        rig.kiosk().touched();
        QVERIFY(rig.reach(QStringLiteral("Home")));
        rig.kiosk().find()->openWords();
        rig.kiosk().find()->openPictures(false);
        rig.kiosk().find()->choose(0);
        rig.kiosk().find()->ask(QStringLiteral("gljt"));
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Home"));
    }
};

QTEST_MAIN(KioskFindTest)
#include "kiosk_find_test.moc"
