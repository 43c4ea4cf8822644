// SPDX-License-Identifier: GPL-3.0-or-later
// The service as the program runs it: its own thread, its own timer, the true clock.
#include "offline/sync/sync_service.h"

#include "offline/sync/store_memory.h"
#include "tests/fault/sync_city.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;
using offline::platform::HttpCityPlatform;
using offline::sync::SyncService;

class SyncServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCaseGoesThroughByItself();
    void endsWithoutWaitingForTheNetwork();

private:
    [[nodiscard]] std::unique_ptr<SyncService> service(SyncCity &city);
    SystemClock m_clock;
};

std::unique_ptr<SyncService> SyncServiceTest::service(SyncCity &city)
{
    const auto access = offline::platform::prepareAccess(city.config()).value();
    const auto make = [access, ports = city.ports, time = &city.time] {
        return std::make_unique<HttpCityPlatform>(
            access, offline::platform::PlatformOptions{}, *time,
            std::make_unique<offline::sync::LaneUploadMemory>(*ports.lane, ports.memory));
    };
    return std::make_unique<SyncService>(city.ports, make, m_clock, offline::sync::SyncOptions{});
}

void SyncServiceTest::aCaseGoesThroughByItself()
{
    SyncCity city;
    QVERIFY(city.start());
    city.worker.reset(); // the service has its own
    const auto sync = service(city);
    QSignalSpy reachable(sync.get(), &SyncService::reachabilityChanged);
    QSignalSpy catalogue(sync.get(), &SyncService::catalogueChanged);
    QList<domain::CaseStatus> statuses;
    connect(sync.get(), &SyncService::caseStatusChanged, this,
            [&](const QUuid &, domain::CaseStatus status, const QString &number) {
                QCOMPARE(QThread::currentThread(), thread()); // signals arrive where the owner lives
                statuses.append(status);
                city.projectNumber = number;
            });
    QVERIFY(!sync->reachable());
    sync->start();
    QTRY_VERIFY_WITH_TIMEOUT(sync->reachable(), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(catalogue.size(), 1, 20'000);

    const auto submitted = city.submitOne();
    QVERIFY(submitted);
    sync->wake();
    QTRY_VERIFY_WITH_TIMEOUT(statuses.contains(domain::CaseStatus::Accepted), 20'000);
    TONGBAN_VERIFY_ARRIVED(city, *submitted);
    QCOMPARE(reachable.size(), 1);
}

void SyncServiceTest::endsWithoutWaitingForTheNetwork()
{
    SyncCity city;
    QVERIFY(city.start());
    auto sync = service(city);
    sync->start();
    QTRY_VERIFY_WITH_TIMEOUT(sync->reachable(), 20'000);
    // The last of what is asked for at a start: nothing else is under way then.
    QTRY_VERIFY_WITH_TIMEOUT(city.requests(QStringLiteral("GET /v1/devices/roster")) > 0, 20'000);
    QVERIFY(city.platform.plan({{QStringLiteral("latencyMs"), 60'000}}));
    QVERIFY(city.submitOne());
    sync->wake();
    QTRY_VERIFY_WITH_TIMEOUT(city.requests(QStringLiteral("POST /v1/cases")) > 0, 20'000); // now it hangs
    QElapsedTimer timer;
    timer.start();
    sync.reset();
    QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(SyncServiceTest)
#include "sync_service_test.moc"
