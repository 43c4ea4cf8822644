// SPDX-License-Identifier: GPL-3.0-or-later
// Which lamp is on at which step, and that no lamp is on where nobody has to do anything at a device.
#include "app/flow/service/guide_light.h"
#include "tests/unit/flow/flow_samples.h"

#include <QTest>

using namespace tongban;
using namespace tongban::flow;
using domain::DeviceClass;

namespace {

ServiceState at(Step step, bool isBusy = false)
{
    ServiceState state;
    state.step = step;
    state.busy = isBusy;
    return state;
}

} // namespace

class GuideLightTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCardIsWaitedFor()
    {
        ServiceState state = at(Step::Identify, true);
        QCOMPARE(guideLightFor(state), std::optional(DeviceClass::IdCardReader));
        state.busy = false; // a trouble is told; the reader waits for nothing
        QCOMPARE(guideLightFor(state), std::nullopt);
        state.busy = true;
        state.draft = tests::freshDraft(); // the card was read, the store is being asked
        QCOMPARE(guideLightFor(state), std::nullopt);
    }

    void pagesAreWanted()
    {
        ServiceState state = at(Step::Materials);
        state.draft = tests::freshDraft();
        QCOMPARE(guideLightFor(state), std::optional(DeviceClass::DocumentScanner));
        state.draft = tests::fullDraft();
        QCOMPARE(guideLightFor(state), std::nullopt);
        state.step = Step::Capture;
        state.busy = true;
        QCOMPARE(guideLightFor(state), std::optional(DeviceClass::DocumentScanner));
        state.busy = false;
        QCOMPARE(guideLightFor(state), std::nullopt);
    }

    void paperComesOut_data()
    {
        QTest::addColumn<PrintPhase>("phase");
        QTest::addColumn<bool>("isLit");
        QTest::newRow("none") << PrintPhase::None << false;
        QTest::newRow("printing") << PrintPhase::Printing << true;
        QTest::newRow("confirmed") << PrintPhase::Confirmed << true;
        QTest::newRow("asking") << PrintPhase::Asking << true;
        QTest::newRow("failed") << PrintPhase::Failed << false;
    }
    void paperComesOut()
    {
        QFETCH(PrintPhase, phase);
        QFETCH(bool, isLit);
        for (const Step step : {Step::Receipt, Step::Slip}) {
            ServiceState state = at(step);
            state.print = phase;
            QCOMPARE(guideLightFor(state) == std::optional(DeviceClass::ReceiptPrinter), isLit);
            QCOMPARE(guideLightFor(state).has_value(), isLit);
        }
    }

    // Every sound state: a lamp only where a hand is wanted, and none after a wipe (Attract, Farewell).
    void nowhereElse()
    {
        for (const tests::NamedState &sample : tests::everyState()) {
            const bool wantsAHand = sample.state.step == Step::Identify || sample.state.step == Step::Materials ||
                                    sample.state.step == Step::Capture || sample.state.step == Step::Receipt ||
                                    sample.state.step == Step::Slip || sample.state.step == Step::Party ||
                                    sample.state.step == Step::Away || sample.state.step == Step::HelperCard ||
                                    sample.state.step == Step::MarkSheet;
            QVERIFY2(wantsAHand || !guideLightFor(sample.state), sample.name.constData());
        }
    }
};

QTEST_APPLESS_MAIN(GuideLightTest)
#include "guide_light_test.moc"
