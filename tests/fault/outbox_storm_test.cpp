// SPDX-License-Identifier: GPL-3.0-or-later
// Ten thousand terminals come back after a city-wide outage: what the platform sees, and when the last case is there.
// The bounds are those of offline/outbox/README, "Storm".
#include "tests/fault/outbox_storm_city.h"

#include <QTest>

#include <cstdio>

using namespace tongban;
using namespace tongban::tests;

namespace {

// Requests that arrive in the worst second, refused ones counted, over those that the platform serves in one.
constexpr double statedSlack = 0.25;
// Of what the platform serves while it refuses anybody, the least part that is no poll or question asked twice.
constexpr double efficiency = 0.8;

Ms boundOnPaper(const StormPlan &plan, int cases)
{
    const offline::sync::SyncOptions options;
    const Ms widest = offline::outbox::Pace(options.backoff).widest();
    const double perSecond = 1'000.0 * plan.terminals / static_cast<double>(options.pollEvery.count()); // polls
    const double work = static_cast<double>(cases) * (plan.pages + 2);
    const double busy = work / (efficiency * (plan.ratePerSecond - perSecond));
    return options.backoff.cap + 8 * widest + plan.retryAfter + Ms(static_cast<Ms::rep>(1'000 * busy));
}

} // namespace

class OutboxStormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCityComesBack_data()
    {
        QTest::addColumn<int>("terminals");
        QTest::addColumn<int>("rate");
        QTest::addColumn<int>("mostCases");
        QTest::addColumn<int>("seconds");
        QTest::newRow("a city") << 10'000 << 1'500 << 10 << 960;
        QTest::newRow("a city, a minute") << 10'000 << 1'500 << 3 << 60;
        QTest::newRow("a county with a small platform") << 2'000 << 200 << 4 << 960;
    }
    void theCityComesBack()
    {
        QFETCH(int, terminals);
        QFETCH(int, rate);
        QFETCH(int, mostCases);
        QFETCH(int, seconds);
        const StormPlan plan{.terminals = terminals,
                             .mostCases = mostCases,
                             .ratePerSecond = rate,
                             .outage = std::chrono::seconds(seconds)};
        const StormFigures seen = runStorm(plan);
        const Ms bound = boundOnPaper(plan, seen.cases);
        std::printf("storm: outage %d s, terminals %d, cases %d, delivered %d, rate %d/s, peak %d/s (allowed %d/s), "
                    "served %d/s,"
                    " refused %.2f%%, last case %.0f s (bound %.0f s)\n",
                    seconds, plan.terminals, seen.cases, seen.delivered, rate, seen.peakPerSecond,
                    static_cast<int>(rate * (1 + statedSlack)), seen.peakServed,
                    100.0 * static_cast<double>(seen.refused) / static_cast<double>(seen.requests),
                    static_cast<double>(seen.lastCase.count()) / 1'000, static_cast<double>(bound.count()) / 1'000);
        QCOMPARE(seen.delivered, seen.cases);
        QVERIFY(seen.cases > plan.terminals);
        QVERIFY(seen.peakPerSecond <= rate * (1 + statedSlack));
        QVERIFY(seen.lastCase <= bound);
    }

    // The measure measures: terminals that do not spread themselves come all at once.
    void withoutJitterTheyComeAllAtOnce()
    {
        RatedPlatform platform(StormPlan{.ratePerSecond = 100, .outage = Ms(0)});
        int served = 0;
        for (int i = 0; i < 1'000; ++i)
            served += platform.serves(Ms(2'999));
        StormFigures figures;
        platform.fill(figures);
        QCOMPARE(served, 100);
        QCOMPARE(figures.peakPerSecond, 1'000);
        QCOMPARE(figures.refused, 900);
    }
};

QTEST_GUILESS_MAIN(OutboxStormTest)
#include "outbox_storm_test.moc"
