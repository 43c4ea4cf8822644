// SPDX-License-Identifier: GPL-3.0-or-later
// Pages travel side by side, everything else alone; what a cut costs when several are under way.
#include "tests/unit/offline/sync_rig.h"

#include <QElapsedTimer>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;
using State = BoxRow::State;

class SyncPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesTravelTogetherFormsAlone();
    void aFailureAmongPagesStopsTheRest();
    void afterACutOneGoesAlone();
    void whatWasSaidAndWhatIsSentNextAreWrittenTogether();
};

void SyncPagesTest::pagesTravelTogetherFormsAlone()
{
    SyncRig rig;
    rig.outbox.answer = QJsonObject{{QStringLiteral("caseId"), QStringLiteral("P-1")}};
    QVERIFY(rig.runDue());
    const QUuid form = rig.outbox.put(ports::OutboxKind::SendEvaluation);
    QList<QUuid> pages;
    for (int i = 0; i < 10; ++i)
        pages.append(rig.outbox.put(ports::OutboxKind::UploadPage));
    rig.city.mute = true; // nobody is answered, so that all that is sent at once is seen
    rig.worker->wake();
    QTRY_COMPARE(rig.city.count(QStringLiteral("evaluation")), 1);
    QCOMPARE(rig.outbox.claims, 2); // one that found the box empty, and this
    rig.city.mute = false;
    rig.makeWorker(); // as after a power cut: the form goes again, then pages, a few at once
    rig.city.muteUploads = true;
    rig.worker->tick();
    QCOMPARE(rig.options.uploadsAtOnce, 4);
    int sent = 0;
    for (const int atOnce : {1, 2, 4}) { // one more for each that arrived
        QTRY_COMPARE(rig.city.count(QStringLiteral("upload")), sent + atOnce);
        QTest::qWait(0);
        QCOMPARE(rig.outbox.count(State::InFlight), atOnce);
        for (int i = sent; i < sent + atOnce; ++i) // claimed in their order
            QCOMPARE(rig.outbox.row(pages.at(i)).state, State::InFlight);
        sent += atOnce;
        if (atOnce < rig.options.uploadsAtOnce)
            rig.city.answerUnanswered();
    }
    QCOMPARE(rig.outbox.row(form).state, State::Done);

    rig.city.muteUploads = false;
    rig.city.answerUnanswered(); // all at once
    QVERIFY(rig.runDue());
    QTRY_COMPARE(rig.outbox.count(State::Done), 11);
    QCOMPARE(rig.city.count(QStringLiteral("upload")), 10); // each once
}

void SyncPagesTest::aFailureAmongPagesStopsTheRest()
{
    SyncRig rig;
    rig.outbox.answer = QJsonObject{{QStringLiteral("caseId"), QStringLiteral("P-1")}};
    QVERIFY(rig.runDue());
    for (int i = 0; i < 10; ++i)
        rig.outbox.put(ports::OutboxKind::UploadPage);
    rig.city.down = true;
    rig.worker->wake();
    QVERIFY(rig.runFor(1h));
    QCOMPARE(rig.city.count(QStringLiteral("upload")), 1); // no page more once it is known
    QCOMPARE(rig.outbox.count(State::InFlight), 0);        // and none is forgotten
    rig.city.down = false;
    // Everybody else is back, too: the bound of offline/outbox/README, "Storm".
    QVERIFY(rig.runFor(rig.options.backoff.cap + 8 * offline::outbox::Pace(rig.options.backoff).widest()));
    QCOMPARE(rig.outbox.count(State::Done), 10);
}

void SyncPagesTest::afterACutOneGoesAlone()
{
    SyncRig rig;
    rig.outbox.answer = QJsonObject{{QStringLiteral("caseId"), QStringLiteral("P-1")}};
    QVERIFY(rig.runDue());
    for (int i = 0; i < 10; ++i)
        rig.outbox.put(ports::OutboxKind::UploadPage);
    rig.worker->wake();
    QVERIFY(rig.runDue());
    QCOMPARE(rig.outbox.count(State::Done), 10);
    rig.outbox.put(ports::OutboxKind::UploadPage);
    rig.city.down = true;
    rig.worker->wake();
    QVERIFY(rig.runFor(1min));
    for (int i = 0; i < 10; ++i)
        rig.outbox.put(ports::OutboxKind::UploadPage);
    rig.city.down = false;
    rig.city.muteUploads = true;
    const int before = rig.city.count(QStringLiteral("upload"));
    QElapsedTimer patience;
    patience.start();
    while (rig.city.count(QStringLiteral("upload")) == before && patience.elapsed() < 20'000) {
        rig.clock.advance(1s);
        rig.worker->tick();
        QTest::qWait(1);
    }
    QTest::qWait(0);
    QCOMPARE(rig.outbox.count(State::InFlight), 1);
}

// The disk is waited for once a page, not twice.
void SyncPagesTest::whatWasSaidAndWhatIsSentNextAreWrittenTogether()
{
    SyncRig rig;
    int waits = 0;
    rig.store.memory.together = [&](const std::function<Result<void>()> &work) {
        const auto before = std::pair(rig.outbox.count(State::Done), rig.outbox.count(State::Pending));
        const auto done = work();
        if (before != std::pair(rig.outbox.count(State::Done), rig.outbox.count(State::Pending)))
            ++waits; // something was written
        return done;
    };
    rig.makeWorker();
    rig.outbox.answer = QJsonObject{{QStringLiteral("caseId"), QStringLiteral("P-1")}};
    QVERIFY(rig.runDue());
    for (int i = 0; i < 30; ++i)
        rig.outbox.put(ports::OutboxKind::UploadPage);
    rig.worker->wake();
    QVERIFY(rig.runDue());
    QCOMPARE(rig.outbox.count(State::Done), 30);
    QVERIFY2(waits <= 30 + rig.options.uploadsAtOnce, qPrintable(QString::number(waits)));
}

QTEST_GUILESS_MAIN(SyncPagesTest)
#include "sync_pages_test.moc"
