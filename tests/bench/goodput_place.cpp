// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/goodput_place.h"

#include "offline/sync/store_memory.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>

namespace tongban::bench {

using namespace std::chrono_literals;

namespace {

const QString where = QStringLiteral("bench.goodput");
constexpr qint64 longestMs = 300'000;

tests::platform::PlatformOptions optionsFor(const offline::store::OfflineOptions &terminal)
{
    tests::platform::PlatformOptions options;
    options.deviceId = terminal.deviceId;
    options.siteCode = terminal.siteCode;
    return options;
}

template <class Work> auto onLane(Lane &lane, Work work)
{
    auto future = lane.run([work = std::move(work)](std::stop_token) { return work(); });
    future.waitForFinished();
    return future.result();
}

} // namespace

GoodputPlace::GoodputPlace() : city(optionsFor(testing::terminal({}))) {}

GoodputPlace::~GoodputPlace()
{
    if (!m_lane)
        return;
    (void)onLane(*m_lane, [this]() -> Result<void> {
        m_store.reset();
        return {};
    });
}

Result<void> GoodputPlace::open()
{
    if (auto started = city.start(); !started)
        return started;
    m_lane = std::make_unique<Lane>(QStringLiteral("store"));
    const auto opened = onLane(*m_lane, [this]() -> Result<void> {
        auto made = offline::store::OfflineStore::open(options(), machine, m_disk);
        if (!made)
            return fail(made.error());
        m_store = std::move(*made);
        return {};
    });
    if (!opened)
        return opened;
    store = {.lane = m_lane.get(),
             .outbox = &m_store->outbox(),
             .cases = &m_store->cases(),
             .catalogue = &m_store->catalogue(),
             .vault = &m_store->vault(),
             .notices = &m_store->notices(),
             .commands = &m_store->commands(),
             .memory = offline::sync::memoryOf(m_store->syncState())};
    auto prepared = offline::platform::prepareAccess({.url = city.baseUrl(),
                                                      .standbyUrl = {},
                                                      .caFile = city.caFile(),
                                                      .certificateFile = city.certificateFile(),
                                                      .keyFile = city.keyFile(),
                                                      .deviceId = options().deviceId,
                                                      .siteCode = options().siteCode,
                                                      .appId = QStringLiteral("tongban"),
                                                      .cityKeyFile = city.cityKeyFile(),
                                                      .signKeyFile = city.signKeyFile(),
                                                      .hmacSecretFile = {},
                                                      .proxy = {}});
    if (!prepared)
        return fail(prepared.error());
    access = std::move(*prepared);
    return {};
}

QByteArray GoodputPlace::scanOf(int page, qint64 bytes)
{
    QByteArray image(static_cast<qsizetype>(bytes), Qt::Uninitialized);
    quint32 state = 2463534242U + static_cast<quint32>(page);
    for (char &byte : image) {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        byte = static_cast<char>(state);
    }
    return image;
}

Result<domain::SubmittedCase> GoodputPlace::submit(const Load &load)
{
    return onLane(*m_lane, [this, load]() -> Result<domain::SubmittedCase> {
        auto draft = testing::filledDraft(*m_store, testing::zhang(), machine);
        if (!draft)
            return fail(draft.error());
        draft->signature.reset(); // pages of one size, nothing else
        auto &pages = draft->pages[QStringLiteral("householdRegister")];
        pages.clear();
        for (int i = 0; i < load.pages; ++i) {
            const auto page = testing::sealedPage(m_store->vault(), draft->id, scanOf(i, load.pageBytes));
            if (!page)
                return fail(page.error());
            pages.push_back(*page);
        }
        return m_store->cases().submit(*draft);
    });
}

std::optional<Error> GoodputPlace::missing(int pages)
{
    const auto cases = city.cases();
    if (!cases)
        return cases.error();
    int arrived = 0;
    for (const QJsonValue &held : *cases) {
        for (const QJsonValue &material : held.toObject().value(QStringLiteral("materials")).toArray()) {
            for (const QJsonValue &page : material.toObject().value(QStringLiteral("pages")).toArray())
                arrived += page.toObject().value(QStringLiteral("file")).isString() ? 1 : 0; // its digest was right
        }
    }
    if (cases->size() == 1 && arrived == pages)
        return std::nullopt;
    return Error{ErrorKind::PlatformBadAnswer, where,
                 QStringLiteral("%1 cases, %2 pages of %3").arg(cases->size()).arg(arrived).arg(pages)};
}

bool GoodputPlace::turnUntil(const std::function<bool()> &reached)
{
    QEventLoop loop;
    QTimer look;
    QElapsedTimer elapsed;
    elapsed.start();
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (reached() || elapsed.elapsed() > longestMs)
            loop.quit();
    });
    look.start(5ms);
    loop.exec();
    return reached();
}

} // namespace tongban::bench
