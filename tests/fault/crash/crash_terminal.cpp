// SPDX-License-Identifier: GPL-3.0-or-later
// crash_terminal STATE PLATFORM.json CASES [STAGE OCCURRENCE MICROSECONDS]: a terminal without a screen. The real store
// and the real sync serve CASES villagers and empty the outbox; it tells what it is doing, what it promised, and dies
// where it is told to. crash_terminal migrate DATABASE [STAGE OCCURRENCE MICROSECONDS]: brings an old database to the
// present schema.
#include "app/core/base/log.h"
#include "app/core/base/when_finished.h"
#include "offline/platform/http_city_platform.h"
#include "offline/store/migrations.h"
#include "offline/store/text.h"
#include "offline/sync/lane_upload_memory.h"
#include "offline/sync/store_memory.h"
#include "offline/sync/sync_service.h"
#include "tests/fault/crash/marked_outbox.h"
#include "tests/unit/offline/store_world.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTimer>

using namespace tongban;
using namespace tongban::testing;
using namespace std::chrono_literals;
using namespace offline;

namespace {

constexpr auto patience = 20s; // for an outbox that does not empty: a misfortune goes on; the next life tries again

platform::PlatformConfig configIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no configuration");
    const auto json = QJsonDocument::fromJson(file.readAll()).object();
    const auto text = [&](const char *key) { return json.value(QLatin1String(key)).toString(); };
    return {.url = QUrl(text("url")),
            .caFile = text("ca"),
            .certificateFile = text("certificate"),
            .keyFile = text("key"),
            .deviceId = text("deviceId"),
            .siteCode = text("siteCode"),
            .appId = QStringLiteral("tongban"),
            .cityKeyFile = text("cityKey"),
            .signKeyFile = text("signKey"),
            .hmacSecretFile = {},
            .proxy = {}};
}

// Beside the state directory stands the disk of the backups.
QString backupDisk(const QString &state)
{
    return state + QStringLiteral("-backup");
}

class Terminal : public QObject
{
public:
    Terminal(const QString &state, platform::PlatformConfig config, int cases)
        : m_state(state), m_config(std::move(config)), m_cases(cases), m_lane(QStringLiteral("store"))
    {}
    ~Terminal() override
    {
        m_sync.reset();
        m_lane
            .run([this](std::stop_token) {
                m_store.reset();
                return Result<void>();
            })
            .waitForFinished();
    }

    [[nodiscard]] bool open();
    void serve();

private:
    [[nodiscard]] Result<void> serveOne();
    [[nodiscard]] Result<int> waiting();
    void startSync();
    void backUp();
    void look();
    void giveUp();

    QString m_state;
    platform::PlatformConfig m_config;
    int m_cases;
    SystemClock m_clock;
    platform::TrustedClock m_cityTime{m_clock, platform::buildDayUtc()};
    vault::PosixFileSystem m_disk;
    Lane m_lane;
    StorePointer m_store; // on the lane
    std::unique_ptr<MarkedOutbox> m_outbox;
    sync::SyncStore m_ports;
    std::unique_ptr<sync::SyncService> m_sync;
    QTimer m_glance;
    bool m_isBackedUp = false;
};

bool Terminal::open()
{
    const auto opened = m_lane.run([this](std::stop_token) -> Result<void> {
        auto options = terminal(m_state);
        constexpr int generations = 3;
        auto backup = store::backupOptionsFrom(m_disk, backupDisk(m_state), generations, m_config.cityKeyFile,
                                               m_config.signKeyFile);
        if (!backup)
            return fail(backup.error());
        options.backup.emplace(std::move(*backup));
        auto store = OfflineStore::open(options, m_clock, m_disk);
        if (!store)
            return fail(store.error());
        m_store = std::move(*store);
        m_outbox = std::make_unique<MarkedOutbox>(m_store->outbox());
        m_ports = {.lane = &m_lane,
                   .outbox = m_outbox.get(),
                   .cases = &m_store->cases(),
                   .catalogue = &m_store->catalogue(),
                   .vault = &m_store->vault(),
                   .notices = &m_store->notices(),
                   .commands = &m_store->commands(),
                   .memory = sync::memoryOf(m_store->syncState())};
        return {};
    });
    if (const auto result = QFuture<Result<void>>(opened).result(); !result) {
        tell("trouble open: " + result.error().where.toUtf8() + ' ' + result.error().detail.toUtf8());
        return false;
    }
    startSync();
    return m_sync != nullptr;
}

void Terminal::startSync()
{
    const auto access = platform::prepareAccess(m_config);
    if (!access)
        return tell("trouble access: " + access.error().detail.toUtf8());
    // Everything waits a hundredth of what it waits in a hall.
    const sync::SyncOptions hasty{.backoff = {.first = 10ms, .cap = 300ms}};
    const platform::PlatformOptions impatient{.transferTimeout = 2s, .requestDeadline = 5s};
    m_sync = std::make_unique<sync::SyncService>(
        m_ports,
        [this, access = *access, impatient]() -> std::unique_ptr<ports::CityPlatform> {
            return std::make_unique<platform::HttpCityPlatform>(
                access, impatient, m_cityTime, std::make_unique<sync::LaneUploadMemory>(m_lane, m_ports.memory));
        },
        m_clock, hasty);
}

Result<void> Terminal::serveOne()
{
    Result<domain::CaseDraft> draft = [this] {
        const Stage stage("seal"); // to the save point: pages reach the disk with the draft that names them
        auto filled = filledDraft(*m_store, zhang(), m_clock);
        const auto saved = filled ? m_store->cases().saveDraft(*filled) : Result<void>();
        return saved ? std::move(filled) : Result<domain::CaseDraft>(fail(saved.error()));
    }();
    if (!draft)
        return fail(draft.error());
    const auto submitted = [&] {
        const Stage stage("enqueue");
        return m_store->cases().submit(*draft);
    }();
    if (!submitted)
        return fail(submitted.error());
    tell("promised " + store::textOf(draft->id).toLatin1() + ' ' + submitted->localNumber.toLatin1());
    return {};
}

void Terminal::serve()
{
    m_sync->start();
    for (int i = 0; i < m_cases; ++i) {
        whenFinished(
            m_lane.run([this](std::stop_token) { return serveOne(); }), this, [this](const Result<void> &served) {
                if (!served)
                    tell("trouble serve: " + served.error().where.toUtf8() + ' ' + served.error().detail.toUtf8());
                m_sync->wake();
            });
    }
    backUp();
    connect(&m_glance, &QTimer::timeout, this, &Terminal::look);
    m_glance.start(10ms);
    QTimer::singleShot(patience, this, &Terminal::giveUp);
}

// While villagers are served and the line is busy.
void Terminal::backUp()
{
    beginStage("backup");
    whenFinished(m_store->backUp(), this, [this](const Result<store::BackupReport> &report) {
        if (!report)
            tell("trouble backup: " + report.error().where.toUtf8() + ' ' + report.error().detail.toUtf8());
        endStage("backup");
        m_isBackedUp = true;
    });
}

Result<int> Terminal::waiting()
{
    const auto database = store::Database::open(m_state + QStringLiteral("/store.db"));
    if (!database)
        return fail(database.error());
    const auto rows = (*database)->query(QStringLiteral("crash.waiting"),
                                         QStringLiteral("SELECT count(*) FROM outbox WHERE state <> 'done'"));
    return rows ? Result<int>(rows->front().at(0).toInt()) : Result<int>(fail(rows.error()));
}

void Terminal::look()
{
    m_glance.stop();
    // Behind the villagers on the lane: once it answers, all of them are served.
    whenFinished(m_lane.run([this](std::stop_token) { return waiting(); }), this, [this](const Result<int> &waiting) {
        if (waiting && *waiting == 0 && m_isBackedUp) {
            tell("drained");
            return QCoreApplication::exit(0);
        }
        m_glance.start(10ms);
    });
}

// Says how much is left, and why, for who reads a failed test.
void Terminal::giveUp()
{
    const auto database = store::Database::open(m_state + QStringLiteral("/store.db"));
    const auto rows = (*database)->query(
        QStringLiteral("crash.left"), QStringLiteral("SELECT count(*), kind, state, last_error FROM outbox WHERE state"
                                                     " <> 'done' GROUP BY 2, 3, 4"));
    int left = 0;
    QStringList words;
    for (const auto &row : *rows) {
        left += row.at(0).toInt();
        words.append(QStringLiteral("%1 %2 %3 %4")
                         .arg(row.at(0).toString(), row.at(1).toString(), row.at(2).toString(), row.at(3).toString()));
    }
    tell("left " + QByteArray::number(left) + ' ' + words.join(QStringLiteral("; ")).toUtf8());
    QCoreApplication::exit(3);
}

int migrated(const QString &path)
{
    const auto database = store::Database::open(path);
    if (!database)
        return 2;
    const Stage stage("migrate");
    return store::migrate(**database) ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    setLogSink([](const QByteArray &) {});
    const bool migrates = arguments.value(1) == QLatin1String("migrate");
    const int death = migrates ? 3 : 4;
    if (arguments.size() > death)
        planDeath({.stage = arguments.at(death).toLatin1(),
                   .occurrence = arguments.value(death + 1).toInt(),
                   .microseconds = arguments.value(death + 2).toInt()});
    if (migrates)
        return migrated(arguments.at(2));
    Terminal terminal(arguments.value(1), configIn(arguments.value(2)), arguments.value(3).toInt());
    if (!terminal.open())
        return 2;
    terminal.serve();
    return QCoreApplication::exec();
}
