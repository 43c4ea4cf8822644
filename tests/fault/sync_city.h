// SPDX-License-Identifier: GPL-3.0-or-later
// A terminal's real store and sync against the real reference platform; only the clock is the test's.
#pragma once

#include "offline/platform/http_city_platform.h"
#include "offline/sync/lane_upload_memory.h"
#include "offline/sync/store_memory.h"
#include "offline/sync/sync_worker.h"
#include "tests/platform/platform_process.h"
#include "tests/unit/offline/step_clock.h"
#include "tests/unit/offline/store_world.h"
#include "tests/unit/offline/sync_drive.h"

#include <QJsonArray>

#include <memory>
#include <optional>

namespace tongban::tests {

class SyncCity
{
public:
    // catalogueDirectory: what the city publishes; empty: resources/items.
    explicit SyncCity(const QString &catalogueDirectory = {});
    ~SyncCity();

    [[nodiscard]] bool start();             // the platform, the store and the worker
    [[nodiscard]] bool startWithRecovery(); // besides, the city's other address; the terminal knows both
    void openTerminal();                    // as at power-on …
    void cutPower();                        // … and the end of it: client, worker and store are gone, the disk stays
    void connect(const offline::platform::PlatformAccess &access); // with other keys than the right ones
    [[nodiscard]] offline::platform::PlatformConfig config() const;

    // A villager's whole case, durable on the terminal; with so many more pages of so many bytes.
    std::optional<domain::SubmittedCase> submitOne(int morePages = 0, qint64 pageBytes = 0);
    [[nodiscard]] Result<domain::SubmittedCase> stored(const QUuid &id);

    // Until the terminal knows that the case was accepted, at most `span` of its clock.
    [[nodiscard]] bool runUntilAccepted(const QUuid &id, std::chrono::milliseconds span = std::chrono::minutes(30));
    [[nodiscard]] bool runDue() { return tests::runDue(*worker); }
    [[nodiscard]] bool runFor(std::chrono::milliseconds span) { return tests::runFor(*worker, world.clock, span); }

    // Empty when the platform holds exactly this one case, complete, each file with the bytes of the terminal's; else
    // what is wrong.
    [[nodiscard]] QString wrongAtPlatform(const domain::SubmittedCase &submitted)
    {
        return wrongAt(platform, submitted);
    }
    [[nodiscard]] QString wrongAt(platform::PlatformProcess &address, const domain::SubmittedCase &submitted);
    [[nodiscard]] int requests(const QString &label); // "POST /v1/cases"
    [[nodiscard]] QStringList boxStates();            // "createCase done", "uploadPage parked: PlatformRefused …"

    offline::sync::SyncOptions options; // of the next worker
    testing::StoreWorld world;
    platform::PlatformProcess platform;
    std::unique_ptr<platform::PlatformProcess> recovery;
    std::unique_ptr<Lane> lane;
    testing::StorePointer store; // touched on the lane
    offline::sync::SyncStore ports;
    // The client lives in the platform's time, the worker in the test's.
    StepClock machine;
    offline::platform::TrustedClock time{machine, offline::platform::buildDayUtc()};
    std::unique_ptr<offline::platform::HttpCityPlatform> client;
    std::unique_ptr<offline::sync::SyncWorker> worker;
    QList<bool> reachability;
    QString projectNumber; // as the worker told it last

private:
    void makeWorker();
};

// A case as the platform holds it (of its complete dump): what is amiss with its pages and its signature; empty: each is
// there, whole, and no more of them. directory: the platform's.
[[nodiscard]] QString wrongFilesAt(const QJsonObject &held, const domain::CaseDraft &content, const QString &directory);

// The platform's own log and counters speak when a test fails.
#define TONGBAN_VERIFY_ARRIVED(city, submitted)                                                                        \
    do {                                                                                                               \
        const QString amiss = (city).wrongAtPlatform(submitted);                                                       \
        QVERIFY2(amiss.isEmpty(), qPrintable(amiss));                                                                  \
    } while (false)

} // namespace tongban::tests
