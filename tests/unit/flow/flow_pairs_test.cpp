// SPDX-License-Identifier: GPL-3.0-or-later
// Every state × every event, and long random walks: never an unsound state, never a way out past the wipe.
#include "app/flow/service/page_words.h"
#include "tests/unit/flow/flow_samples.h"

#include <QSet>
#include <QTest>

#include <random>

using namespace tongban;
using namespace tongban::flow;
using namespace tongban::tests;

namespace {

// The person is through with it, or somebody else stands there; nobody is away any more.
bool isLeft(const ServiceState &before, const ServiceState &after)
{
    if (before.step == Step::Away)
        return after.step != Step::Away && !after.draft;
    return isSession(before.step) && !isSession(after.step);
}

// What may be there when nothing of a person may be: the place, and behind the cover which draft it hides.
ServiceState nobodyAt(const ServiceState &state)
{
    ServiceState nobody;
    nobody.step = state.step;
    nobody.busy = state.step == Step::Away;
    nobody.away = state.away;
    nobody.keptUntil = state.keptUntil;
    nobody.keptForHelper = state.keptForHelper;
    return nobody;
}

// Behind the wipe only the card is waited for, by the cover.
bool endsInWipe(const Transition &after)
{
    auto last = after.effects.rbegin();
    if (after.state.step == Step::Away && std::holds_alternative<ReadCard>(*last))
        ++last;
    return last != after.effects.rend() && std::holds_alternative<Wipe>(*last);
}

// What must hold of every single transition; empty when it does.
QString wrong(const ServiceState &before, const Transition &after)
{
    if (const QString unsound = unsoundness(after.state); !unsound.isEmpty())
        return unsound;
    const bool left = isLeft(before, after.state);
    if (left != (effectOf<Wipe>(after) != nullptr))
        return QStringLiteral("a session ends by Wipe, and by nothing else");
    if (left && printOf(after.state) != printOf(nobodyAt(after.state)))
        return QStringLiteral("something of the person is left");
    if (left && !endsInWipe(after))
        return QStringLiteral("an effect behind the wipe");
    const bool reads = effectOf<ReadCard>(after) || effectOf<FindUnfinished>(after);
    const bool works =
        reads || effectOf<ScanPages>(after) || effectOf<PutAway>(after) || effectOf<SubmitDraft>(after) ||
        effectOf<PrintReceipt>(after) || effectOf<PrintSlip>(after) || effectOf<PrintMarkSheet>(after);
    if (works && !after.state.busy)
        return QStringLiteral("work was begun and the page does not show it");
    if (after.state.busy && !works && !before.busy)
        return QStringLiteral("busy, but nothing was begun");
    if (effectOf<DiscardDraft>(after) && before.step >= Step::Submitting)
        return QStringLiteral("a case that may be submitted was discarded");
    return {};
}

bool leadsBack(const ServiceEvent &event)
{
    return std::holds_alternative<StartOver>(event) || std::holds_alternative<IdleExpired>(event) ||
           std::holds_alternative<Backward>(event);
}

} // namespace

class FlowPairsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samplesAreWhole()
    {
        QSet<int> steps;
        for (const NamedState &sample : everyState()) {
            QVERIFY2(unsoundness(sample.state).isEmpty(), sample.name + ": " + qPrintable(unsoundness(sample.state)));
            steps.insert(static_cast<int>(sample.state.step));
        }
        QCOMPARE(steps.size(), stepCount);
        QSet<size_t> kinds;
        for (const NamedEvent &sample : everyEvent())
            kinds.insert(sample.event.index());
        QCOMPARE(static_cast<size_t>(kinds.size()), std::variant_size_v<ServiceEvent>);
    }

    void everyPair_data()
    {
        QTest::addColumn<int>("state");
        const auto states = everyState();
        for (size_t i = 0; i < states.size(); ++i)
            QTest::newRow(states[i].name) << static_cast<int>(i);
    }

    void everyPair()
    {
        QFETCH(int, state);
        const ServiceState before = everyState()[static_cast<size_t>(state)].state;
        for (const NamedEvent &sample : everyEvent()) {
            const Transition after = next(before, sample.event);
            const QString fault = wrong(before, after);
            QVERIFY2(fault.isEmpty(), sample.name + ": " + qPrintable(fault));
            const bool isSame = printOf(before) == printOf(after.state);
            if (before.busy && std::holds_alternative<Forward>(sample.event))
                QVERIFY2(isSame && after.effects.empty(), "a busy page took Forward");
        }
    }

    // Idle and 重新开始 end every session whatever is under way, except that what is being submitted is not taken back.
    void everySessionCanEnd()
    {
        for (const NamedState &sample : everyState()) {
            if (!isSession(sample.state.step))
                continue;
            const Transition idle = next(sample.state, IdleExpired{});
            QVERIFY2(effectOf<Wipe>(idle), sample.name);
            QVERIFY2(!effectOf<DiscardDraft>(idle), sample.name);
            const Transition over = next(sample.state, StartOver{});
            QCOMPARE(effectOf<Wipe>(over) != nullptr, sample.state.step != Step::Submitting);
            const bool reads = sample.state.step == Step::Identify || sample.state.step == Step::HelperCard || sample.state.step == Step::Party ||
                               sample.state.step == Step::Capture;
            QCOMPARE(effectOf<StopDevices>(over) != nullptr, reads);
            QCOMPARE(effectOf<StopDevices>(idle) != nullptr, reads);
        }
    }

    void buttonsDoWhatTheyOffer()
    {
        for (const NamedState &sample : everyState()) {
            const auto does = [&](const ServiceEvent &event) {
                const Transition after = next(sample.state, event);
                return !after.effects.empty() || printOf(after.state) != printOf(sample.state);
            };
            QVERIFY2(!offersForward(sample.state) || does(Forward{}), sample.name);
            QVERIFY2(!offersBackward(sample.state) || does(Backward{}), sample.name);
            QVERIFY2(offersForward(sample.state) || !does(Forward{}), sample.name);
            QVERIFY2(offersBackward(sample.state) || !does(Backward{}), sample.name);
        }
    }

    void randomWalksStaySound()
    {
        std::mt19937 random(20241121); // fixed: a failure can be repeated
        const auto events = everyEvent();
        // What leads on is given more often: among so many events it would come too rarely to get to the end.
        static const QSet<QByteArray> leadsOn{"Forward", "CardWasRead", "UnfinishedFound none", "phone", "living at home", "payout"};
        std::vector<NamedEvent> onward;
        std::copy_if(events.begin(), events.end(), std::back_inserter(onward),
                     [](const NamedEvent &sample) { return leadsOn.contains(sample.name); });
        QCOMPARE(static_cast<qsizetype>(onward.size()), leadsOn.size());
        ServiceState state;
        QSet<int> visited;
        for (int i = 0; i < 400'000; ++i) {
            const auto &among = random() % 5 == 0 ? onward : events;
            const NamedEvent &sample = among[random() % among.size()];
            if (leadsBack(sample.event) && random() % 10 != 0)
                continue; // they come too often to get anywhere
            const Transition after = next(state, sample.event);
            const QString fault = wrong(state, after);
            QVERIFY2(fault.isEmpty(),
                     sample.name +
                         qPrintable(QStringLiteral(" at step %1: %2").arg(static_cast<int>(state.step)).arg(fault)));
            state = after.state;
            visited.insert(static_cast<int>(state.step));
        }
        for (int step = 0; step < stepCount; ++step)
            QVERIFY2(visited.contains(step), qPrintable(QStringLiteral("step %1 was never reached").arg(step)));
    }
};

QTEST_GUILESS_MAIN(FlowPairsTest)
#include "flow_pairs_test.moc"
