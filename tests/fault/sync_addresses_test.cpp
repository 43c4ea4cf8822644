// SPDX-License-Identifier: GPL-3.0-or-later
// One city, two addresses, both the real reference platform; one of them burns, or hears of the other late.
#include "offline/platform/address_book.h"
#include "tests/fault/sync_city.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;

class SyncAddressesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SyncCity> m_city;

    [[nodiscard]] static int asked(platform::PlatformProcess &address, const QString &request)
    {
        const auto counters = address.counters();
        return counters ? counters->value(QStringLiteral("requests")).toObject().value(request).toInt() : -1;
    }
    void primaryReturns()
    {
        QVERIFY(m_city->platform.start());
        m_city->machine.ahead += offline::platform::AddressBook::askPrimaryEvery;
    }
    void verifyAllDone()
    {
        QVERIFY(m_city->runFor(1h)); // a submission whose answer was lost may be accepted before it is said again
        for (const QString &state : m_city->boxStates())
            QVERIFY2(state.endsWith(QStringLiteral(" done")), qPrintable(state));
    }

private Q_SLOTS:
    void init()
    {
        m_city = std::make_unique<SyncCity>();
        QVERIFY(m_city->startWithRecovery());
        QVERIFY(m_city->runDue());
    }
    void cleanup() { m_city.reset(); }

    void anAnswerLostInTheFireIsFoundAtTheOther()
    {
        QVERIFY(m_city->platform.planOne(QStringLiteral("POST /v1/cases"), QStringLiteral("loseAnswer")));
        const auto mine = m_city->submitOne();
        QVERIFY(mine && m_city->runDue());
        m_city->platform.kill();
        QVERIFY2(m_city->runUntilAccepted(mine->content.id), m_city->recovery->log().constData());
        const QString amiss = m_city->wrongAt(*m_city->recovery, *mine);
        QVERIFY2(amiss.isEmpty(), qPrintable(amiss));
        QCOMPARE(asked(*m_city->recovery, QStringLiteral("GET /v1/cases/by-key/{key}")), 1);
        QCOMPARE(asked(*m_city->recovery, QStringLiteral("POST /v1/cases")), 0);
        verifyAllDone();
    }

    void pagesGoOnAtTheOther()
    {
        QVERIFY(m_city->platform.planOne(QStringLiteral("POST /v1/uploads"), QStringLiteral("drop"),
                                         {{QStringLiteral("count"), 100}}));
        const auto mine = m_city->submitOne(3, 200'000);
        QVERIFY(mine && m_city->runDue());
        m_city->platform.kill();
        QVERIFY2(m_city->runUntilAccepted(mine->content.id), m_city->recovery->log().constData());
        const QString amiss = m_city->wrongAt(*m_city->recovery, *mine);
        QVERIFY2(amiss.isEmpty(), qPrintable(amiss));
        QCOMPARE(asked(*m_city->recovery, QStringLiteral("POST /v1/cases")), 0);
        verifyAllDone();
    }

    // It does not know the case for hours: nothing is created there, and all is well when it has heard of it.
    void aLateAddressMakesNoSecondCase()
    {
        QVERIFY(m_city->recovery->setReplicationLag(3'600'000));
        QVERIFY(m_city->platform.planOne(QStringLiteral("POST /v1/cases"), QStringLiteral("loseAnswer")));
        const auto mine = m_city->submitOne();
        QVERIFY(mine && m_city->runDue());
        m_city->platform.kill();
        QVERIFY(m_city->runFor(12h));
        QVERIFY(asked(*m_city->recovery, QStringLiteral("GET /v1/cases/by-key/{key}")) >= 3);
        QCOMPARE(asked(*m_city->recovery, QStringLiteral("POST /v1/cases")), 0);
        QVERIFY(m_city->recovery->setReplicationLag(0));
        QVERIFY2(m_city->runUntilAccepted(mine->content.id, 24h), m_city->recovery->log().constData());
        const QString amiss = m_city->wrongAt(*m_city->recovery, *mine);
        QVERIFY2(amiss.isEmpty(), qPrintable(amiss));
        verifyAllDone();
    }

    void theOneThatBurntComesBackAndEndsIt()
    {
        QVERIFY(m_city->recovery->setReplicationLag(3'600'000));
        QVERIFY(m_city->platform.planOne(QStringLiteral("POST /v1/cases"), QStringLiteral("loseAnswer")));
        const auto mine = m_city->submitOne();
        QVERIFY(mine && m_city->runDue());
        m_city->platform.kill();
        QVERIFY(m_city->runFor(1h));
        primaryReturns();
        QVERIFY2(m_city->runUntilAccepted(mine->content.id, 24h), m_city->platform.log().constData());
        TONGBAN_VERIFY_ARRIVED(*m_city, *mine);
        QCOMPARE(asked(*m_city->recovery, QStringLiteral("POST /v1/cases")), 0);
        verifyAllDone();
    }

    // What was accepted here is heard of there.
    void theWordOnACaseComesFromTheOther()
    {
        QVERIFY(m_city->platform.acceptAfter(-1) && m_city->recovery->acceptAfter(-1));
        const auto mine = m_city->submitOne();
        QVERIFY(mine && m_city->runFor(5min));
        verifyAllDone();
        const auto cases = m_city->platform.cases();
        QVERIFY(cases && cases->size() == 1);
        QVERIFY(
            m_city->platform.decide(cases->first()[QLatin1String("caseId")].toString(), QStringLiteral("accepted")));
        m_city->platform.kill();
        QVERIFY2(m_city->runUntilAccepted(mine->content.id, 3h), m_city->recovery->log().constData());
    }

    // Fires in turns, at every step of a case.
    void firesInTurns()
    {
        QList<domain::SubmittedCase> all;
        const QStringList steps{QStringLiteral("POST /v1/cases"), QStringLiteral("POST /v1/uploads"),
                                QStringLiteral("POST /v1/cases/*/submit")};
        for (const QString &step : steps) {
            QVERIFY(m_city->platform.planOne(step, QStringLiteral("loseAnswer")));
            const auto first = m_city->submitOne();
            QVERIFY(first && m_city->runDue());
            m_city->platform.kill();
            QVERIFY(m_city->recovery->planOne(step, QStringLiteral("loseAnswer")));
            const auto second = m_city->submitOne();
            QVERIFY(second);
            QVERIFY2(m_city->runUntilAccepted(first->content.id, 24h), m_city->recovery->log().constData());
            QVERIFY2(m_city->runUntilAccepted(second->content.id, 24h), m_city->recovery->log().constData());
            primaryReturns();
            all << *first << *second;
        }
        const auto cases = m_city->recovery->cases();
        QVERIFY(cases);
        QCOMPARE(cases->size(), all.size());
        verifyAllDone();
    }
};

QTEST_GUILESS_MAIN(SyncAddressesTest)
#include "sync_addresses_test.moc"
