// SPDX-License-Identifier: GPL-3.0-or-later
// Ten thousand terminals come back after a city-wide outage: what the platform sees, and when the last case is there.
// The bounds are those of offline/outbox/README, "Storm".
#include "tests/fault/outbox_storm_city.h"

#include <QTest>

#include <cmath>
#include <cstdio>

using namespace tongban;
using namespace tongban::tests;

namespace {

// Of the requests in a long storm, the part that is refused on average: p ln 4 = (1 - p) ln (8/7).
constexpr double refusedPart = 0.088;

// What a platform may serve in a second before it refuses, so that no second brings more than `configured` requests,
// refused ones counted: the mean that arrives, and four deviations of it.
int gateFor(int configured)
{
    const double rootOfArriving = std::sqrt(4.0 + configured) - 2.0; // x + 4 sqrt(x) = configured
    return static_cast<int>((1 - refusedPart) * rootOfArriving * rootOfArriving);
}

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

void print(const StormPlan &plan, const StormFigures &seen, int configured, Ms bound)
{
    const auto seconds = [](Ms span) { return static_cast<double>(span.count()) / 1'000; };
    std::printf(
        "storm: outage %.0f s, terminals %d, cases %d, delivered %d, configured %d/s, peak %d/s, refused beyond "
        "%d/s, served at most %d/s, refused %.2f%%, last case %.0f s (bound %.0f s)\n",
        seconds(plan.outage), plan.terminals, seen.cases, seen.delivered, configured, seen.peakPerSecond,
        plan.ratePerSecond, seen.peakServed,
        100.0 * static_cast<double>(seen.refused) / static_cast<double>(seen.requests), seconds(seen.lastCase),
        seconds(bound));
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
        QTest::newRow("a city") << 10'000 << 1'800 << 10 << 960;
        QTest::newRow("a city, a minute") << 10'000 << 1'800 << 3 << 60;
        QTest::newRow("a county with a small platform") << 2'000 << 280 << 4 << 960;
        QTest::newRow("a county with a small platform, a minute") << 2'000 << 280 << 4 << 60;
    }
    void theCityComesBack()
    {
        QFETCH(int, terminals);
        QFETCH(int, rate);
        QFETCH(int, mostCases);
        QFETCH(int, seconds);
        for (const std::uint64_t seed : {1, 2, 3}) {
            const StormPlan plan{.terminals = terminals,
                                 .mostCases = mostCases,
                                 .ratePerSecond = gateFor(rate),
                                 .outage = std::chrono::seconds(seconds),
                                 .seed = seed};
            const StormFigures seen = runStorm(plan);
            const Ms bound = boundOnPaper(plan, seen.cases);
            print(plan, seen, rate, bound);
            QCOMPARE(seen.delivered, seen.cases);
            QVERIFY(seen.cases > plan.terminals);
            QVERIFY(seen.peakPerSecond <= rate);
            QVERIFY(seen.lastCase <= bound);
        }
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
