// SPDX-License-Identifier: GPL-3.0-or-later
// How long a message waits, and when waiting is no use.
#include "offline/outbox/backoff.h"
#include "offline/outbox/sql_outbox.h"
#include "offline/outbox/staff_reason.h"

#include <QTest>

using namespace tongban;
using namespace tongban::offline::outbox;
using std::chrono::milliseconds;
using ports::OutboxState;

class OutboxBackoffTest : public QObject
{
    Q_OBJECT

    static constexpr int kinds = static_cast<int>(ErrorKind::Cancelled) + 1;
    const BackoffPolicy m_policy{milliseconds(1'000), milliseconds(30'000)};

private Q_SLOTS:
    void growsToItsCap_data()
    {
        QTest::addColumn<int>("attempts");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("bound");
        QTest::newRow("first") << 1 << ErrorKind::PlatformUnreachable << 1'000;
        QTest::newRow("second") << 2 << ErrorKind::PlatformUnreachable << 2'000;
        QTest::newRow("fifth") << 5 << ErrorKind::PlatformUnreachable << 16'000;
        QTest::newRow("sixth is capped") << 6 << ErrorKind::PlatformUnreachable << 30'000;
        QTest::newRow("after a month") << 100'000 << ErrorKind::PlatformUnreachable << 30'000;
        QTest::newRow("nonsense counts as the first") << 0 << ErrorKind::PlatformUnreachable << 1'000;
        QTest::newRow("busy is left alone longer") << 1 << ErrorKind::PlatformBusy << 4'000;
        QTest::newRow("busy, capped") << 50 << ErrorKind::PlatformBusy << 120'000;
        QTest::newRow("outside the contract") << 50 << ErrorKind::PlatformBadAnswer << 480'000;
        QTest::newRow("own disk") << 1 << ErrorKind::StoreFull << 1'000;
    }
    void growsToItsCap()
    {
        QFETCH(int, attempts);
        QFETCH(ErrorKind, kind);
        QFETCH(int, bound);
        // Full jitter: from nothing up to the bound, in proportion.
        QCOMPARE(retryDelay(attempts, kind, m_policy, 0.0), milliseconds(0));
        QCOMPARE(retryDelay(attempts, kind, m_policy, 0.5), milliseconds(bound / 2));
        QVERIFY(retryDelay(attempts, kind, m_policy, 0.999999) < milliseconds(bound));
        QVERIFY(retryDelay(attempts, kind, m_policy, 0.999999) >= milliseconds(bound - 2));
    }

    void neverLongerThanTheOutboxBelieves()
    {
        const BackoffPolicy slow{std::chrono::hours(20), std::chrono::hours(200)};
        QCOMPARE(retryDelay(9, ErrorKind::PlatformBadAnswer, slow, 0.99), milliseconds(longestWait));
    }

    // Whatever the remedy table calls refused needs a person; what it calls waiting never does.
    void parksExactlyWhatRepeatingCannotCure()
    {
        QList<ErrorKind> parked;
        for (int kind = 0; kind < kinds; ++kind) {
            const auto after = stateAfter(static_cast<ErrorKind>(kind));
            if (after == OutboxState::Parked)
                parked << static_cast<ErrorKind>(kind);
            QCOMPARE(after == OutboxState::Conflict, static_cast<ErrorKind>(kind) == ErrorKind::PlatformConflict);
            if (remedyFor(static_cast<ErrorKind>(kind)) == Remedy::Refused)
                QVERIFY(after != OutboxState::Pending);
            if (remedyFor(static_cast<ErrorKind>(kind)) == Remedy::Waits)
                QCOMPARE(after, OutboxState::Pending);
        }
        QCOMPARE(parked, (QList<ErrorKind>{ErrorKind::StoreCorrupt, ErrorKind::SealBroken, ErrorKind::PlatformRefused,
                                           ErrorKind::NotFound}));
    }

    void theSameBadAnswerIsGivenUpAfterFiveAndADay_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("inARow");
        QTest::addColumn<qint64>("sinceTheFirst");
        QTest::addColumn<bool>("given");
        constexpr qint64 day = 24 * 3'600'000;
        QTest::newRow("both") << ErrorKind::PlatformBadAnswer << 5 << day << true;
        QTest::newRow("long after") << ErrorKind::PlatformBadAnswer << 5'000 << 30 * day << true;
        QTest::newRow("four") << ErrorKind::PlatformBadAnswer << 4 << 9 * day << false;
        QTest::newRow("almost a day") << ErrorKind::PlatformBadAnswer << 900 << day - 1 << false;
        QTest::newRow("the clock was set back") << ErrorKind::PlatformBadAnswer << 900 << -day << false;
        QTest::newRow("the line is down") << ErrorKind::PlatformUnreachable << 900 << 30 * day << false;
        QTest::newRow("busy") << ErrorKind::PlatformBusy << 900 << 30 * day << false;
    }
    void theSameBadAnswerIsGivenUpAfterFiveAndADay()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(int, inARow);
        QFETCH(qint64, sinceTheFirst);
        QTEST(givesUp(kind, inARow, std::chrono::milliseconds(sinceTheFirst)), "given");
    }

    void staffCanReadWhyAndWhatNext()
    {
        for (int kind = 0; kind < kinds; ++kind) {
            const QString reason = reasonFor(static_cast<ErrorKind>(kind));
            QVERIFY(reason.endsWith(QStringLiteral("。")) && reason.count(QStringLiteral("；")) <= 1);
            QVERIFY(reason.contains(QStringLiteral("请")) || reason.contains(QStringLiteral("自动")));
        }
        QVERIFY(reasonFor(ErrorKind::PlatformRefused) != reasonFor(ErrorKind::PlatformConflict));
    }
};

QTEST_GUILESS_MAIN(OutboxBackoffTest)
#include "outbox_backoff_test.moc"
