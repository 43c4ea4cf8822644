// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/sync_city.h"

#include "offline/crypto/sm3.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace tongban::tests {

using namespace std::chrono_literals;
using offline::platform::HttpCityPlatform;
using offline::sync::LaneUploadMemory;
using offline::sync::SyncWorker;

namespace {

const offline::platform::PlatformOptions impatient{.transferTimeout = 5s, .requestDeadline = 15s, .handlingGrace = 0s};

template <class Work> auto onLane(Lane &lane, Work work)
{
    auto future = lane.run([work = std::move(work)](std::stop_token) { return work(); });
    future.waitForFinished();
    return future.result();
}

QString wrongFile(const QJsonObject &file, const domain::SealedPage &sealed, const QString &directory)
{
    QFile arrived(directory + QStringLiteral("/files/") + file.value(QStringLiteral("file")).toString());
    if (!arrived.open(QIODevice::ReadOnly))
        return QStringLiteral("a page has not arrived");
    return offline::crypto::sm3(arrived.readAll()) == sealed.sm3 ? QString() : QStringLiteral("a page is not the page");
}

// Bytes that nothing compresses, different for each page, the same in each run.
QByteArray scanOf(int number, qint64 bytes)
{
    QByteArray image(static_cast<qsizetype>(bytes), Qt::Uninitialized);
    quint32 state = 2463534242U + static_cast<quint32>(number);
    for (char &byte : image) {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        byte = static_cast<char>(state);
    }
    return image;
}

platform::PlatformOptions cityOf(const testing::StoreWorld &world, const QString &catalogueDirectory)
{
    platform::PlatformOptions options;
    options.catalogueDirectory = catalogueDirectory;
    options.deviceId = world.options().deviceId;
    options.siteCode = world.options().siteCode;
    return options;
}

} // namespace

QString wrongFilesAt(const QJsonObject &held, const domain::CaseDraft &content, const QString &directory)
{
    for (const QJsonValue &value : held.value(QStringLiteral("materials")).toArray()) {
        const QJsonArray pages = value.toObject().value(QStringLiteral("pages")).toArray();
        const auto sealed = content.pages.value(value.toObject().value(QStringLiteral("key")).toString());
        if (static_cast<size_t>(pages.size()) != sealed.size())
            return QStringLiteral("another number of pages");
        for (int i = 0; i < pages.size(); ++i) {
            const QString wrong = wrongFile(pages.at(i).toObject(), sealed.at(static_cast<size_t>(i)), directory);
            if (!wrong.isEmpty())
                return wrong;
        }
    }
    return wrongFile(held.value(QStringLiteral("signature")).toObject(), *content.signature, directory);
}

SyncCity::SyncCity(const QString &catalogueDirectory) : platform(cityOf(world, catalogueDirectory)) {}

SyncCity::~SyncCity()
{
    cutPower();
}

bool SyncCity::start()
{
    const auto up = platform.start();
    if (!up) {
        qWarning("the platform does not come up: %s\n%s", qPrintable(up.error().detail), platform.log().constData());
        return false;
    }
    openTerminal();
    return worker != nullptr;
}

bool SyncCity::startWithRecovery()
{
    if (!platform.start())
        return false;
    recovery = std::make_unique<platform::PlatformProcess>(platform, QStringLiteral("recovery"));
    if (!recovery->start())
        return false;
    openTerminal();
    return worker != nullptr;
}

offline::platform::PlatformConfig SyncCity::config() const
{
    return {.url = platform.baseUrl(),
            .standbyUrl = recovery ? recovery->baseUrl() : QUrl(),
            .caFile = platform.caFile(),
            .certificateFile = platform.certificateFile(),
            .keyFile = platform.keyFile(),
            .deviceId = world.options().deviceId,
            .siteCode = world.options().siteCode,
            .appId = QStringLiteral("tongban"),
            .cityKeyFile = QFileInfo(platform.caFile()).absolutePath() + QStringLiteral("/city-sm2.pub"),
            .signKeyFile = QString(platform.keyFile()).replace(QStringLiteral(".key"), QStringLiteral("-sm2.key")),
            .hmacSecretFile = {},
            .proxy = {}};
}

void SyncCity::openTerminal()
{
    lane = std::make_unique<Lane>(QStringLiteral("store"));
    const auto opened = onLane(*lane, [this]() -> Result<void> {
        auto made = world.open();
        if (!made)
            return fail(made.error());
        store = std::move(*made);
        ports = {.lane = lane.get(),
                 .outbox = &store->outbox(),
                 .cases = &store->cases(),
                 .catalogue = &store->catalogue(),
                 .vault = &store->vault(),
                 .notices = &store->notices(),
                 .commands = &store->commands(),
                 .memory = offline::sync::memoryOf(store->syncState())};
        return {};
    });
    if (!opened)
        return qWarning("the store does not open: %s", qPrintable(opened.error().detail));
    const auto access = offline::platform::prepareAccess(config());
    if (!access)
        return qWarning("no access: %s", qPrintable(access.error().detail));
    connect(*access);
}

void SyncCity::connect(const offline::platform::PlatformAccess &access)
{
    worker.reset();
    client = std::make_unique<HttpCityPlatform>(access, impatient, time,
                                                std::make_unique<LaneUploadMemory>(*lane, ports.memory));
    makeWorker();
}

void SyncCity::makeWorker()
{
    worker = std::make_unique<SyncWorker>(ports, *client, world.clock, options);
    QObject::connect(worker.get(), &SyncWorker::reachabilityChanged, worker.get(),
                     [this](bool on) { reachability.append(on); });
    QObject::connect(worker.get(), &SyncWorker::caseStatusChanged, worker.get(),
                     [this](const QUuid &, domain::CaseStatus, const QString &number) { projectNumber = number; });
}

void SyncCity::cutPower()
{
    worker.reset();
    client.reset();
    if (!lane)
        return;
    (void)onLane(*lane, [this]() -> Result<void> {
        store.reset();
        return {};
    });
    lane.reset();
}

std::optional<domain::SubmittedCase> SyncCity::submitOne(int morePages, qint64 pageBytes)
{
    const auto submitted = onLane(*lane, [=, this]() -> Result<domain::SubmittedCase> {
        auto draft = testing::filledDraft(*store, testing::zhang(), world.clock);
        if (!draft)
            return fail(draft.error());
        for (int i = 0; i < morePages; ++i) {
            const auto page = testing::sealedPage(store->vault(), draft->id, scanOf(i, pageBytes));
            if (!page)
                return fail(page.error());
            draft->pages[QStringLiteral("householdRegister")].push_back(*page);
        }
        return store->cases().submit(*draft);
    });
    if (!submitted) {
        qWarning("no case: %s %s", qPrintable(submitted.error().where), qPrintable(submitted.error().detail));
        return std::nullopt;
    }
    if (worker)
        worker->wake();
    return *submitted;
}

Result<domain::SubmittedCase> SyncCity::stored(const QUuid &id)
{
    return onLane(*lane, [this, id] { return store->cases().findCase(id); });
}

bool SyncCity::runUntilAccepted(const QUuid &id, std::chrono::milliseconds span)
{
    const auto accepted = [&] {
        const auto found = stored(id);
        return found && found->status == domain::CaseStatus::Accepted;
    };
    return runUntil(*worker, world.clock, span, accepted) && accepted();
}

QString SyncCity::wrongAt(platform::PlatformProcess &address, const domain::SubmittedCase &submitted)
{
    const auto cases = address.cases();
    if (!cases)
        return QStringLiteral("the platform says nothing: ") + cases.error().detail;
    if (cases->size() != 1)
        return QStringLiteral("%1 cases").arg(cases->size());
    const QJsonObject held = cases->first().toObject();
    if (held.value(QStringLiteral("localNumber")).toString() != submitted.localNumber)
        return QStringLiteral("another local number");
    const QJsonObject applicant = held.value(QStringLiteral("applicant")).toObject();
    if (applicant.value(QStringLiteral("name")).toString() != submitted.content.applicant.name.reveal())
        return QStringLiteral("another applicant");
    if (held.value(QStringLiteral("status")).toString() != QLatin1String("accepted"))
        return QStringLiteral("status ") + held.value(QStringLiteral("status")).toString();
    if (held.value(QStringLiteral("projectNumber")).toString() != projectNumber || projectNumber.isEmpty())
        return QStringLiteral("the terminal knows another project number");
    const auto counters = address.counters();
    if (!counters || !counters->value(QStringLiteral("violations")).toObject().isEmpty())
        return QStringLiteral("the contract was broken");
    return wrongFilesAt(held, submitted.content, platform.directory());
}

int SyncCity::requests(const QString &label)
{
    static const QRegularExpression variable(QStringLiteral("\\{[^}]*\\}")); // counted as "HEAD /v1/uploads/{uploadId}"
    const auto counters = platform.counters();
    if (!counters)
        return -1;
    const QJsonObject counted = counters->value(QStringLiteral("requests")).toObject();
    for (auto it = counted.begin(); it != counted.end(); ++it) {
        if (QString(it.key()).replace(variable, QStringLiteral("*")) == label)
            return it.value().toInt();
    }
    return 0;
}

QStringList SyncCity::boxStates()
{
    const auto database = offline::store::Database::open(world.databasePath());
    if (!database)
        return {database.error().detail};
    const auto rows = (*database)->query(QStringLiteral("states"),
                                         QStringLiteral("SELECT kind, state, last_error FROM outbox ORDER BY seq"));
    if (!rows)
        return {rows.error().detail};
    QStringList states;
    for (const auto &row : *rows)
        states.append(
            QStringLiteral("%1 %2 %3").arg(row.at(0).toString(), row.at(1).toString(), row.at(2).toString()).trimmed());
    return states;
}

} // namespace tongban::tests
