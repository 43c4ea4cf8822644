// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a terminal asks when all the others ask, too.
#include "offline/outbox/pace.h"
#include "offline/sync/line_state.h"

#include <QTest>

using namespace tongban;
using namespace std::chrono_literals;
using offline::outbox::Pace;
using offline::sync::LineState;
using Ms = std::chrono::milliseconds;

class OutboxPaceTest : public QObject
{
    Q_OBJECT

    const offline::outbox::BackoffPolicy m_policy{1s, 30s};
    [[nodiscard]] static Ms window(const Pace &pace) { return pace.pause(1); }

private Q_SLOTS:
    void onAGoodDayNobodyWaits()
    {
        Pace pace(m_policy);
        pace.served();
        QCOMPARE(window(pace), 0ms);
    }

    void refusalsOpenTheWindowAndServiceClosesIt()
    {
        Pace pace(m_policy);
        pace.refused();
        QCOMPARE(window(pace), Ms(4s));
        pace.refused();
        QCOMPARE(window(pace), Ms(16s));
        pace.served();
        QCOMPARE(window(pace), Ms(14s));
        for (int i = 0; i < 9; ++i)
            pace.refused();
        QCOMPARE(window(pace), Ms(120s));
        QCOMPARE(pace.widest(), Ms(120s));
        int served = 0;
        for (; window(pace) > 0ms; ++served)
            pace.served();
        QVERIFY(served < 60); // and it closes for good
    }

    // What the bound of the README rests on: from the widest window to none in eight times the widest.
    void theWholeWayDownTakesAtMostEightWindows()
    {
        Pace pace(m_policy);
        pace.backAfter(24h);
        Ms all{0};
        for (; window(pace) > 0ms; pace.served())
            all += pace.pause(0.9999);
        QVERIFY(all <= 8 * pace.widest());
    }

    void anOutageOpensItByItsLength()
    {
        Pace pace(m_policy);
        pace.backAfter(8s); // a cut of this one line
        QCOMPARE(window(pace), Ms(1s));
        pace.backAfter(80s);
        QCOMPARE(window(pace), Ms(40s));
        pace.backAfter(16s); // a shorter one does not narrow it
        QCOMPARE(window(pace), Ms(40s));
        pace.backAfter(24h);
        QCOMPARE(window(pace), Ms(120s));
        pace.backAfter(-5s); // and a nonsense of a clock does nothing
        QCOMPARE(window(pace), Ms(120s));
    }

    void thePauseIsUniformInTheWindow()
    {
        Pace pace(m_policy);
        pace.refused();
        QCOMPARE(pace.pause(0), 0ms);
        QCOMPARE(pace.pause(0.5), Ms(2s));
        QVERIFY(pace.pause(0.99999) < 4s);
    }

    void aPersonWaitsForNobodyUnlessTheCityAsked()
    {
        Pace pace(m_policy);
        pace.backAfter(1h);
        pace.hurry();
        QCOMPARE(window(pace), 0ms);
        pace.refused();
        pace.hurry();
        QCOMPARE(window(pace), Ms(4s));
    }

    void theLineIsQuietAfterAnOutageForItsShare()
    {
        LineState line(m_policy, [] { return 0.5; });
        line.answered(Ms(0s));
        QCOMPARE(line.quietUntil(), Ms(0s)); // at the start nobody knows of an outage
        line.failed(ErrorKind::PlatformUnreachable, Ms(100s));
        line.failed(ErrorKind::PlatformUnreachable, Ms(110s));
        line.answered(Ms(180s));
        QCOMPARE(line.quietUntil(), Ms(200s)); // 80 s of outage, a window of 40 s
        line.hurry(Ms(181s));
        QCOMPARE(line.quietUntil(), Ms(181s));
    }

    // The villager's question finds the line back: what was just submitted goes, whatever the outage was.
    void whoSubmitsAtTheReturnWaitsForNobody()
    {
        LineState line(m_policy, [] { return 0.5; });
        line.answered(Ms(0s));
        line.failed(ErrorKind::PlatformUnreachable, Ms(100s));
        line.hurry(Ms(180s));
        QCOMPARE(line.quietUntil(), Ms(180s));
        line.answered(Ms(180s));
        QCOMPARE(line.quietUntil(), Ms(180s));
        line.failed(ErrorKind::PlatformUnreachable, Ms(200s));
        line.hurry(Ms(210s));
        line.failed(ErrorKind::PlatformUnreachable, Ms(211s)); // in vain; the next answer comes to nobody's question
        line.answered(Ms(280s));
        QCOMPARE(line.quietUntil(), Ms(300s)); // 80 s of outage, a window of 40 s
    }

    void aTimeThatThePlatformNamesIsSpreadAndNotHurried()
    {
        LineState line(m_policy, [] { return 0.5; });
        line.answered(Ms(0s));
        line.failed(ErrorKind::PlatformBusy, Ms(10s));
        QVERIFY(line.reachable());
        QCOMPARE(line.quietUntil(), Ms(12s));
        line.asked(Ms(40s));
        QCOMPARE(line.quietUntil(), Ms(42s));
        line.hurry(Ms(11s));
        QCOMPARE(line.quietUntil(), Ms(42s));
        line.asked(Ms(20s)); // an earlier time does not shorten it
        QCOMPARE(line.quietUntil(), Ms(42s));
    }
};

QTEST_GUILESS_MAIN(OutboxPaceTest)
#include "outbox_pace_test.moc"
