// SPDX-License-Identifier: GPL-3.0-or-later
// The line is cut before, in the middle of a page, or between two starts of the terminal; and the city itself goes
// dark.
#include "tests/fault/sync_city.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;

class SyncLineDownTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void downFromTheBeginning();
    void aPageCutInTheMiddleGoesOn();
    void aPageCutByAPowerCutGoesOn();
    void theCityGoesDarkInTheMiddle();
    void killedAtAnyMoment();
};

void SyncLineDownTest::downFromTheBeginning()
{
    SyncCity city;
    QVERIFY(city.start());
    city.platform.stop();
    const auto submitted = city.submitOne(); // durable, whatever the line does
    QVERIFY(submitted);
    QVERIFY(city.runFor(2h));
    QVERIFY(city.reachability.isEmpty());
    QVERIFY(city.stored(submitted->content.id)->status == domain::CaseStatus::Queued);
    QVERIFY(city.platform.start());
    // The return is noticed within 30 s; after so long an outage what piled up is spread, nobody waits for it any more.
    QVERIFY2(city.runUntilAccepted(submitted->content.id, 17min), city.platform.log().constData());
    TONGBAN_VERIFY_ARRIVED(city, *submitted);
    QCOMPARE(city.requests(QStringLiteral("POST /v1/cases")), 1);
    QCOMPARE(city.reachability, QList<bool>{true});
}

void SyncLineDownTest::aPageCutInTheMiddleGoesOn()
{
    SyncCity city;
    city.options.uploadsAtOnce = 1;
    QVERIFY(city.start());
    QVERIFY(city.platform.planOne(QStringLiteral("PATCH /v1/uploads/*"), QStringLiteral("drop"),
                                  {{QStringLiteral("afterBytes"), 3000}}));
    const auto submitted = city.submitOne();
    QVERIFY(submitted);
    QVERIFY2(city.runUntilAccepted(submitted->content.id), city.platform.log().constData());
    TONGBAN_VERIFY_ARRIVED(city, *submitted);
    QCOMPARE(city.requests(QStringLiteral("POST /v1/uploads")), 3);    // no page was begun twice
    QCOMPARE(city.requests(QStringLiteral("PATCH /v1/uploads/*")), 4); // one went in two parts
    QVERIFY(city.reachability.contains(false));
}

void SyncLineDownTest::aPageCutByAPowerCutGoesOn()
{
    SyncCity city;
    city.options.uploadsAtOnce = 1; // the first page is the one that is cut: the signature would be whole before the cut
    QVERIFY(city.start());
    QVERIFY(city.platform.planOne(QStringLiteral("PATCH /v1/uploads/*"), QStringLiteral("drop"),
                                  {{QStringLiteral("afterBytes"), 3000}}));
    const auto submitted = city.submitOne();
    QVERIFY(submitted);
    QVERIFY(city.runDue()); // up to the cut
    city.cutPower();
    city.openTerminal();
    QVERIFY2(city.runUntilAccepted(submitted->content.id), city.platform.log().constData());
    TONGBAN_VERIFY_ARRIVED(city, *submitted);
    QCOMPARE(city.requests(QStringLiteral("POST /v1/uploads")), 3); // the address was remembered on disk
    QCOMPARE(city.requests(QStringLiteral("PATCH /v1/uploads/*")), 4);
}

void SyncLineDownTest::theCityGoesDarkInTheMiddle()
{
    SyncCity city;
    QVERIFY(city.start());
    QVERIFY(city.platform.planOne(QStringLiteral("POST /v1/uploads"), QStringLiteral("loseAnswer")));
    const auto submitted = city.submitOne();
    QVERIFY(submitted);
    QVERIFY(city.runDue()); // the case is created, its first page begun
    city.platform.kill();
    QVERIFY(city.runFor(1h));
    QVERIFY(city.reachability.last() == false);
    QVERIFY(city.platform.start()); // tokens are forgotten
    QVERIFY2(city.runUntilAccepted(submitted->content.id), city.platform.log().constData());
    TONGBAN_VERIFY_ARRIVED(city, *submitted);
}

// The terminal loses its power while the n-th request is under way, for every n until none is left.
void SyncLineDownTest::killedAtAnyMoment()
{
    bool finished = false;
    int moments = 0;
    for (int n = 1; !finished; ++n) {
        SyncCity city;
        QVERIFY(city.start());
        const auto submitted = city.submitOne();
        QVERIFY(submitted);
        // submitOne() set the worker going; it is stopped as soon as the platform has seen n requests.
        const auto seen = [&] {
            const auto counters = city.platform.counters();
            int sum = 0;
            const QJsonObject requests =
                counters ? counters->value(QStringLiteral("requests")).toObject() : QJsonObject();
            for (const QJsonValue &count : requests)
                sum += count.toInt();
            return sum;
        };
        QVERIFY(QTest::qWaitFor([&] { return seen() >= n || city.worker->dueIn().has_value(); }, 20'000));
        finished = city.worker->dueIn().has_value();
        moments = n;
        city.cutPower();
        city.openTerminal();
        QVERIFY2(city.runUntilAccepted(submitted->content.id), city.platform.log().constData());
        TONGBAN_VERIFY_ARRIVED(city, *submitted);
    }
    QVERIFY(moments >= 3);
}

QTEST_GUILESS_MAIN(SyncLineDownTest)
#include "sync_line_down_test.moc"
