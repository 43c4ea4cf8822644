// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/city_line.h"

#include "app/core/base/log.h"
#include "app/core/base/when_finished.h"
#include "offline/platform/http_city_platform.h"
#include "offline/platform/licence_query.h"
#include "offline/platform/phone_check.h"
#include "offline/sync/lane_upload_memory.h"
#include "offline/sync/store_memory.h"

#include <QPromise>

namespace tongban::app {

using namespace offline;

platform::PlatformConfig CityLine::platformConfig() const
{
    return {.url = m_config.platform.url,
            .standbyUrl = m_config.platform.standbyUrl,
            .caFile = m_config.platform.caFile,
            .certificateFile = m_config.platform.certificateFile,
            .keyFile = m_config.platform.keyFile,
            .deviceId = m_config.site.deviceId,
            .siteCode = m_config.site.siteCode,
            .appId = m_config.platform.appId,
            .cityKeyFile = m_config.platform.cityKeyFile,
            .signKeyFile = m_config.platform.signKeyFile,
            .hmacSecretFile = m_config.platform.hmacSecretFile,
            .proxy = m_config.platform.proxy};
}

void CityLine::prepare(store::OfflineStore &store)
{
    restoreOrders(store);
    // Reading keys wakes the TLS library, which takes its time; the store's lane has nothing better to do yet.
    const auto access =
        m_storeLane.run([config = platformConfig()](std::stop_token) { return platform::prepareAccess(config); });
    whenFinished(access, this, [this, store = &store](const Result<platform::PlatformAccess> &prepared) {
        if (prepared)
            return start(*prepared, *store);
        const Error &error = prepared.error();
        log(LogEvent::PlatformTrouble,
            {{"kind", QString::fromLatin1(nameOf(error.kind))}, {"where", error.where}, {"detail", error.detail}});
    });
}

// A terminal that the city closed stays closed, with the line or without.
void CityLine::restoreOrders(store::OfflineStore &store)
{
    const auto standing = m_storeLane.run(
        [commands = &store.commands(), now = m_clock.nowUtc()](std::stop_token) { return commands->standing(now); });
    whenFinished(standing, this, [this](const Result<tongban::ports::StandingOrders> &orders) {
        if (orders)
            return m_orders.restore(*orders);
        const Error &error = orders.error();
        log(LogEvent::StoreTrouble,
            {{"kind", QString::fromLatin1(nameOf(error.kind))}, {"where", error.where}, {"detail", error.detail}});
    });
}

sync::SyncStore CityLine::syncStore(store::OfflineStore &store)
{
    return {.lane = &m_storeLane,
            .outbox = &store.outbox(),
            .cases = &store.cases(),
            .catalogue = &store.catalogue(),
            .vault = &store.vault(),
            .notices = &store.notices(),
            .commands = &store.commands(),
            .memory = sync::memoryOf(store.syncState())};
}

void CityLine::start(const platform::PlatformAccess &access, store::OfflineStore &store)
{
    const sync::SyncStore ports = syncStore(store);
    auto makePlatform = [access, lane = &m_storeLane, memory = ports.memory, clock = &m_clock,
                         budget = m_config.platform.budget]() -> std::unique_ptr<tongban::ports::CityPlatform> {
        platform::PlatformOptions options;
        options.budget = budget;
        return std::make_unique<platform::HttpCityPlatform>(access, options, *clock,
                                                            std::make_unique<sync::LaneUploadMemory>(*lane, memory));
    };
    sync::SyncOptions options = m_options;
    options.carryOut = [this](const tongban::ports::CityCommand &command) { return m_orders.carryOut(command); };
    m_sync = std::make_unique<sync::SyncService>(ports, std::move(makePlatform), m_clock, options);
    sync::SyncService *service = m_sync.get();
    connect(service, &sync::SyncService::reachabilityChanged, &m_kiosk, &view::KioskController::setOnline);
    connect(service, &sync::SyncService::caseStatusChanged, &m_kiosk, &view::KioskController::statusArrived);
    connect(service, &sync::SyncService::catalogueChanged, &m_kiosk, &view::KioskController::loadCatalogue);
    connect(&m_kiosk, &view::KioskController::outboxFilled, service, &sync::SyncService::wake);
    service->start();
}

template <class T, class Ask, class Read> QFuture<Result<T>> CityLine::askCity(Ask ask, Read read)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto end = [promise](const Result<T> &result) {
        promise->addResult(result);
        promise->finish();
    };
    if (!m_sync || !m_sync->reachable()) {
        end(fail(ErrorKind::PlatformUnreachable, QStringLiteral("city-line"), QStringLiteral("no line")));
        return promise->future();
    }
    whenFinished(m_sync->ask(std::move(ask)), this, [end, read = std::move(read)](const Result<QJsonObject> &json) {
        end(json ? read(*json) : Result<T>(fail(json.error())));
    });
    return promise->future();
}

QFuture<Result<QMap<QString, domain::HeldLicence>>> CityLine::queryLicences(
    const tongban::ports::LicenceQuestion &question)
{
    return askCity<QMap<QString, domain::HeldLicence>>(
        [body = platform::licenceQuery(question)](tongban::ports::CityPlatform &city) {
            return city.queryLicences(body);
        },
        [asked = question.licences](const QJsonObject &json) { return platform::heldLicences(json, asked); });
}

QFuture<Result<tongban::ports::PhoneCodeAnswer>> CityLine::sendPhoneCode(const QUuid &key, const Secret &number)
{
    return askCity<tongban::ports::PhoneCodeAnswer>(
        [key, body = platform::phoneCodeWish(number)](tongban::ports::CityPlatform &city) {
            return city.sendPhoneCode(key, body);
        },
        platform::phoneCodeAnswer);
}

QFuture<Result<tongban::ports::PhoneCheckAnswer>> CityLine::checkPhoneCode(const Secret &number,
                                                                           const QString &challenge,
                                                                           const Secret &code)
{
    return askCity<tongban::ports::PhoneCheckAnswer>(
        [challenge, key = platform::keyOfCheck(challenge, code),
         body = platform::phoneCodeCheck(number, code)](tongban::ports::CityPlatform &city) {
            return city.checkPhoneCode(key, challenge, body);
        },
        platform::phoneCheckAnswer);
}

void CityLine::wake()
{
    if (m_sync)
        m_sync->wake();
}

} // namespace tongban::app
