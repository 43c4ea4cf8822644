// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sync_goodput.h"

#include "app/core/base/log.h"
#include "offline/platform/http_city_platform.h"
#include "offline/sync/lane_upload_memory.h"
#include "offline/sync/sync_service.h"
#include "tests/bench/goodput_curl.h"
#include "tests/bench/goodput_place.h"

#include <atomic>

namespace tongban::bench {

using namespace std::chrono_literals;
using offline::platform::HttpCityPlatform;

namespace {

constexpr double slowest = 1 / 0.8; // in time, for 0.8 of the goodput
constexpr int rounds = 5;
constexpr int connectionsTried[]{4, 8, 16, 32}; // the reference city serves 32 at once

using Steady = std::chrono::steady_clock;

struct Watch // written on the sync thread
{
    std::atomic<Steady::rep> created{0};   // the form was answered
    std::atomic<Steady::rep> delivered{0}; // the submission, which waits for the last page, was begun
    static void stamp(std::atomic<Steady::rep> &moment) { moment = Steady::now().time_since_epoch().count(); }
    [[nodiscard]] double ms() const
    {
        return std::chrono::duration<double, std::milli>(Steady::duration(delivered - created)).count();
    }
};

// The product's client, looked at from outside.
class WatchedPlatform final : public ports::CityPlatform
{
public:
    WatchedPlatform(std::unique_ptr<HttpCityPlatform> inner, Watch &watch) : m_inner(std::move(inner)), m_watch(watch)
    {}
    QFuture<Result<std::optional<ports::CatalogueNews>>> fetchCatalogue(const QString &version) override
    {
        return m_inner->fetchCatalogue(version);
    }
    QFuture<Result<ports::CatalogueNews>> pullCatalogue(const QString &cursor) override
    {
        return m_inner->pullCatalogue(cursor);
    }
    QFuture<Result<QJsonObject>> pullNotices(const QString &cursor) override { return m_inner->pullNotices(cursor); }
    QFuture<Result<QJsonObject>> fetchRoster(const QString &version) override { return m_inner->fetchRoster(version); }
    QFuture<Result<ports::PulledCommands>> pullCommands(const QString &cursor) override
    {
        return m_inner->pullCommands(cursor);
    }
    QFuture<Result<QJsonObject>> reportOutcome(const QUuid &command, const ports::CommandOutcome &outcome) override
    {
        return m_inner->reportOutcome(command, outcome);
    }
    QFuture<Result<QJsonObject>> createCase(const QUuid &key, const QJsonObject &body) override
    {
        return m_inner->createCase(key, body).then([&watch = m_watch](const Result<QJsonObject> &answer) {
            Watch::stamp(watch.created);
            return answer;
        });
    }
    QFuture<Result<QJsonObject>> uploadPage(const QUuid &key, const QJsonObject &metadata,
                                            const QByteArray &image) override
    {
        return m_inner->uploadPage(key, metadata, image);
    }
    QFuture<Result<QJsonObject>> submitCase(const QUuid &key, const QString &caseId, const QJsonObject &body) override
    {
        Watch::stamp(m_watch.delivered);
        return m_inner->submitCase(key, caseId, body);
    }
    QFuture<Result<QJsonObject>> sendSupplement(const QUuid &key, const QString &caseId,
                                                const QJsonObject &body) override
    {
        return m_inner->sendSupplement(key, caseId, body);
    }
    QFuture<Result<QJsonObject>> queryLicences(const QJsonObject &body) override
    {
        return m_inner->queryLicences(body);
    }
    QFuture<Result<QJsonObject>> sendPhoneCode(const QUuid &key, const QJsonObject &body) override
    {
        return m_inner->sendPhoneCode(key, body);
    }
    QFuture<Result<QJsonObject>> checkPhoneCode(const QUuid &key, const QString &challenge,
                                                const QJsonObject &body) override
    {
        return m_inner->checkPhoneCode(key, challenge, body);
    }
    QFuture<Result<QJsonObject>> sendEvaluation(const QUuid &key, const QJsonObject &body) override
    {
        return m_inner->sendEvaluation(key, body);
    }
    [[nodiscard]] std::chrono::milliseconds pauseAsked() const override { return m_inner->pauseAsked(); }
    QFuture<Result<QJsonObject>> pullChanges(const QString &cursor) override { return m_inner->pullChanges(cursor); }

private:
    std::unique_ptr<HttpCityPlatform> m_inner;
    Watch &m_watch;
};

Result<double> terminalDelivers(const Load &load)
{
    GoodputPlace place;
    if (const auto open = place.open(); !open)
        return fail(open.error());
    Watch watch;
    offline::sync::SyncService service(
        place.store,
        [&] {
            return std::make_unique<WatchedPlatform>(
                std::make_unique<HttpCityPlatform>(
                    *place.access, offline::platform::PlatformOptions{}, place.clock,
                    std::make_unique<offline::sync::LaneUploadMemory>(*place.store.lane, place.store.memory)),
                watch);
        },
        place.machine, {});
    bool settled = false; // the catalogue has come: the line is the case's alone
    QObject::connect(&service, &offline::sync::SyncService::catalogueChanged, &service, [&settled] { settled = true; });
    service.start();
    if (!GoodputPlace::turnUntil([&settled] { return settled; }))
        return fail(ErrorKind::Cancelled, QStringLiteral("bench.goodput"), QStringLiteral("no catalogue"));
    if (const auto submitted = place.submit(load); !submitted)
        return fail(submitted.error());
    service.wake();
    if (!GoodputPlace::turnUntil([&watch] { return watch.delivered != 0; }))
        return fail(ErrorKind::Cancelled, QStringLiteral("bench.goodput"), QStringLiteral("not delivered"));
    if (const auto missing = place.missing(load.pages))
        return fail(*missing);
    return watch.ms();
}

Result<double> curlOnce(const Load &load, int connections)
{
    GoodputPlace place;
    if (const auto open = place.open(); !open)
        return fail(open.error());
    return curlDelivers(place, load, connections);
}

Result<int> bestForCurl(const Load &load)
{
    int best = 0;
    double fastest = 0;
    for (const int connections : connectionsTried) {
        const auto took = curlOnce(load, connections);
        if (!took)
            return fail(took.error());
        if (best == 0 || *took < fastest) {
            best = connections;
            fastest = *took;
        }
    }
    return best;
}

Result<Figure> compared(const char *name, const Load &load)
{
    Figure figure{.name = QLatin1String(name),
                  .unit = QStringLiteral("ms"),
                  .baseline = std::nullopt,
                  .target = slowest,
                  .samples = {},
                  .baselineSamples = {}};
    const auto connections = bestForCurl(load);
    if (!connections)
        return fail(connections.error());
    for (int i = 0; i < rounds; ++i) {
        const auto theirs = curlOnce(load, *connections);
        if (!theirs)
            return fail(theirs.error());
        const auto ours = terminalDelivers(load);
        if (!ours)
            return fail(ours.error());
        figure.baselineSamples.push_back(*theirs);
        figure.samples.push_back(*ours);
    }
    figure.value = median(figure.samples);
    figure.baseline = median(figure.baselineSamples);
    return figure;
}

} // namespace

Result<std::vector<Figure>> measureSyncGoodput()
{
    setLogSink([](const QByteArray &) {});
    std::vector<Figure> figures;
    for (const auto &[name, load] :
         {std::pair{"offline.sync_goodput", Load{.pages = 200, .pageBytes = 80 * 1024}},
          std::pair{"offline.sync_goodput_large", Load{.pages = 16, .pageBytes = 2 * 1024 * 1024}}}) {
        auto figure = compared(name, load);
        if (!figure)
            return fail(figure.error());
        figures.push_back(std::move(*figure));
    }
    return figures;
}

} // namespace tongban::bench
