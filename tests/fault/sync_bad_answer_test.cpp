// SPDX-License-Identifier: GPL-3.0-or-later
// A city that is overloaded, that talks garbage, or that says no.
#include "tests/fault/sync_city.h"

#include <QRegularExpression>
#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;

class SyncBadAnswerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsAndArrives_data();
    void waitsAndArrives();
    void aGarbledEntryIsKeptWithItsReason();
    void aRefusedCaseStaysWithItsReason_data();
    void aRefusedCaseStaysWithItsReason();
    void aSessionThatEndsInTheMiddle();
};

void SyncBadAnswerTest::waitsAndArrives_data()
{
    QTest::addColumn<QString>("match");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("status");
    for (const char *match : {"POST /v1/sessions", "POST /v1/cases", "POST /v1/uploads", "PATCH /v1/uploads/*",
                              "POST /v1/cases/*/submit", "GET /v1/cases/changes", "GET /v1/catalog/snapshot"}) {
        QTest::addRow("503 %s", match) << QString::fromLatin1(match) << QStringLiteral("status") << 503;
        QTest::addRow("429 %s", match) << QString::fromLatin1(match) << QStringLiteral("status") << 429;
        QTest::addRow("garbage %s", match) << QString::fromLatin1(match) << QStringLiteral("garbage") << 200;
    }
}

void SyncBadAnswerTest::waitsAndArrives()
{
    QFETCH(QString, match);
    QFETCH(QString, kind);
    QFETCH(int, status);
    SyncCity city;
    QVERIFY(city.start());
    QJsonObject more{{QStringLiteral("count"), 2}};
    if (kind == QLatin1String("status"))
        more.insert(QStringLiteral("status"), status);
    QVERIFY(city.platform.planOne(match, kind, more));
    const auto submitted = city.submitOne();
    QVERIFY(submitted);
    QVERIFY2(city.runUntilAccepted(submitted->content.id), city.platform.log().constData());
    TONGBAN_VERIFY_ARRIVED(city, *submitted);
    QVERIFY(city.runFor(10min)); // the catalogue is in less of a hurry than a case
    QVERIFY2(city.requests(match) >= 3, qPrintable(QString::number(city.requests(match))));
}

void SyncBadAnswerTest::aGarbledEntryIsKeptWithItsReason()
{
    SyncCity city;
    QVERIFY(city.start());
    QVERIFY(city.platform.planOne(QStringLiteral("POST /v1/cases"), QStringLiteral("garbage"),
                                  {{QStringLiteral("count"), 50}}));
    const auto submitted = city.submitOne();
    QVERIFY(submitted);
    QVERIFY(city.runFor(1min));
    const QString first = city.boxStates().first();
    QVERIFY2(first.startsWith(QStringLiteral("createCase pending PlatformBadAnswer")), qPrintable(first));
    QCOMPARE(city.requests(QStringLiteral("POST /v1/uploads")), 0); // nothing overtakes its case
    QVERIFY(city.platform.clearFaults());
    QVERIFY2(city.runUntilAccepted(submitted->content.id), city.platform.log().constData());
    TONGBAN_VERIFY_ARRIVED(city, *submitted);
}

void SyncBadAnswerTest::aRefusedCaseStaysWithItsReason_data()
{
    QTest::addColumn<QString>("match");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("state");
    const auto row = [](const char *name, const char *match, int status, const char *state) {
        QTest::newRow(name) << QString::fromLatin1(match) << status << QString::fromLatin1(state);
    };
    row("case refused", "POST /v1/cases", 422, "createCase parked PlatformRefused");
    row("case conflict", "POST /v1/cases", 409, "createCase conflict PlatformConflict");
    row("page refused", "POST /v1/uploads", 422, "uploadPage parked PlatformRefused");
    row("submission refused", "POST /v1/cases/*/submit", 403, "submitCase parked PlatformRefused");
}

void SyncBadAnswerTest::aRefusedCaseStaysWithItsReason()
{
    QFETCH(QString, match);
    QFETCH(int, status);
    QFETCH(QString, state);
    SyncCity city;
    QVERIFY(city.start());
    QVERIFY(city.platform.planOne(
        match, QStringLiteral("status"),
        {{QStringLiteral("status"), status}, {QStringLiteral("code"), QStringLiteral("said_no")}}));
    const auto submitted = city.submitOne();
    QVERIFY(submitted);
    QVERIFY(city.runFor(2h));
    static const QRegularExpression forAPerson(QStringLiteral(" (parked|conflict) "));
    const QStringList parked = city.boxStates().filter(forAPerson);
    QCOMPARE(parked.size(), 1);
    QVERIFY2(parked.first().startsWith(state) && parked.first().contains(QStringLiteral("said_no")),
             qPrintable(parked.first()));
    QVERIFY(!parked.first().contains(submitted->content.applicant.name.reveal()));
    QCOMPARE(city.requests(QStringLiteral("POST /v1/cases")), 1); // it is not asked again
    QVERIFY(city.stored(submitted->content.id));                  // nothing of the villager's is lost
    QVERIFY(city.stored(submitted->content.id)->status != domain::CaseStatus::Accepted);

    city.cutPower(); // nor does a new start try by itself
    city.openTerminal();
    QVERIFY(city.runFor(1h));
    QCOMPARE(city.boxStates().filter(forAPerson).size(), 1);
}

void SyncBadAnswerTest::aSessionThatEndsInTheMiddle()
{
    SyncCity city;
    QVERIFY(city.start());
    QVERIFY(city.runDue());
    QVERIFY(city.platform.expireSessions());
    const auto submitted = city.submitOne();
    QVERIFY(submitted);
    QVERIFY2(city.runUntilAccepted(submitted->content.id), city.platform.log().constData());
    TONGBAN_VERIFY_ARRIVED(city, *submitted);
    QCOMPARE(city.requests(QStringLiteral("POST /v1/sessions")), 2);
    QCOMPARE(city.reachability, QList<bool>{true});
}

QTEST_GUILESS_MAIN(SyncBadAnswerTest)
#include "sync_bad_answer_test.moc"
