// SPDX-License-Identifier: GPL-3.0-or-later
// The city did it, and its answer never came; or something on the way said it twice. Exactly one case, complete.
#include "tests/fault/sync_city.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;

class SyncLostAnswerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCaseGoesThrough();
    void misfortune_data();
    void misfortune();
};

void SyncLostAnswerTest::aCaseGoesThrough()
{
    SyncCity city;
    QVERIFY(city.start());
    const auto submitted = city.submitOne();
    QVERIFY(submitted);
    QVERIFY2(city.runUntilAccepted(submitted->content.id), city.platform.log().constData());
    TONGBAN_VERIFY_ARRIVED(city, *submitted);
    QCOMPARE(city.stored(submitted->content.id)->projectNumber, city.projectNumber);
    QCOMPARE(city.requests(QStringLiteral("POST /v1/sessions")), 1);
    QCOMPARE(city.requests(QStringLiteral("POST /v1/cases")), 1);
    QCOMPARE(city.requests(QStringLiteral("PATCH /v1/uploads/*")), 3);
    QCOMPARE(city.reachability, QList<bool>{true});
    for (const QString &state : city.boxStates())
        QVERIFY2(state.endsWith(QStringLiteral(" done")), qPrintable(state));
}

void SyncLostAnswerTest::misfortune_data()
{
    QTest::addColumn<QString>("match");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("count");
    const QStringList steps{QStringLiteral("POST /v1/sessions"),     QStringLiteral("POST /v1/cases"),
                            QStringLiteral("POST /v1/uploads"),      QStringLiteral("HEAD /v1/uploads/*"),
                            QStringLiteral("PATCH /v1/uploads/*"),   QStringLiteral("POST /v1/cases/*/submit"),
                            QStringLiteral("GET /v1/cases/changes"), QStringLiteral("GET /v1/catalog/snapshot")};
    for (const QString &step : steps) {
        for (const char *kind : {"loseAnswer", "drop", "duplicate"})
            QTest::addRow("%s %s", kind, qPrintable(step)) << step << QString::fromLatin1(kind) << 3;
    }
}

void SyncLostAnswerTest::misfortune()
{
    QFETCH(QString, match);
    QFETCH(QString, kind);
    QFETCH(int, count);
    SyncCity city;
    QVERIFY(city.start());
    QVERIFY(city.platform.planOne(match, kind, {{QStringLiteral("count"), count}}));
    // A page's offset is asked for only when its creation has not told it.
    if (match.startsWith(QLatin1String("HEAD")))
        QVERIFY(city.platform.planOne(QStringLiteral("POST /v1/uploads"), QStringLiteral("loseAnswer"),
                                      {{QStringLiteral("count"), count}}));
    const auto submitted = city.submitOne();
    QVERIFY(submitted);
    QVERIFY2(city.runUntilAccepted(submitted->content.id), city.platform.log().constData());
    QVERIFY(city.runFor(10min)); // a submission whose answer was lost may be accepted before it is said again
    TONGBAN_VERIFY_ARRIVED(city, *submitted);
    for (const QString &state : city.boxStates())
        QVERIFY2(state.endsWith(QStringLiteral(" done")), qPrintable(state));
    QVERIFY(city.requests(match) >= (kind == QLatin1String("duplicate") ? 1 : 2));
}

QTEST_GUILESS_MAIN(SyncLostAnswerTest)
#include "sync_lost_answer_test.moc"
