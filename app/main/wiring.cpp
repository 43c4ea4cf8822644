// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/wiring.h"

#include "app/core/base/when_finished.h"
#include "app/core/domain/device_health.h"
#include "app/main/device_summary.h"
#include "app/main/receipt_reading.h"
#include "app/main/store_opening.h"
#include "app/main/store_options.h"
#include "offline/crypto/sm3.h"
#include "offline/outbox/deadline_watch.h"

namespace tongban::app {

using namespace std::chrono_literals;

namespace {

// A full disk may be emptied, a stick plugged in: the store is tried again, the person is told meanwhile.
constexpr auto storeRetry = 15s;
// What the devices have done is written down this often: a power cut forgets half a minute of counts, a flash disk
// lives.
constexpr auto countInterval = 30s;
// The store knows itself when a day is over.
constexpr auto housekeepingInterval = 1h;
// In the store's sync state: a moment that is past for certain.
constexpr auto timeFloorKey = "time.floor";

template <class Port> view::Door<Port> doorTo(Port &port)
{
    return [port = &port]() -> Result<Port *> { return port; };
}

} // namespace

struct Wiring::StoreHolder
{
    std::unique_ptr<offline::store::OfflineStore> store;
    std::unique_ptr<offline::outbox::DeadlineWatch> watch; // over the store's desk; dies before it
};

Result<std::unique_ptr<Wiring>> Wiring::build(const KioskConfig &config)
{
    std::unique_ptr<Wiring> wiring(new Wiring(config));
    if (const auto opened = wiring->openDevices(); !opened)
        return fail(opened.error());
    return wiring;
}

Wiring::Wiring(const KioskConfig &config)
    : m_config(config), m_clock(m_machineClock, offline::platform::buildDayUtc()),
      m_store(std::make_shared<StoreHolder>()), m_storeLane(QStringLiteral("store"))
{
    m_clock.whenCalibrated([this](const QDateTime &floorUtc) { keepTimeFloor(floorUtc); });
    m_retryTimer.setSingleShot(true);
    m_retryTimer.setInterval(storeRetry);
    connect(&m_retryTimer, &QTimer::timeout, this, &Wiring::openStore);
    m_houseTimer.setInterval(housekeepingInterval);
    connect(&m_houseTimer, &QTimer::timeout, this, &Wiring::housekeep);
    m_countTimer.setInterval(countInterval);
    connect(&m_countTimer, &QTimer::timeout, this, &Wiring::writeDeviceLog);
    if (!m_config.itemsDirectory.isEmpty())
        m_authors = std::make_unique<FolderCatalogue>(m_config.itemsDirectory);
    if (m_config.preview)
        m_sample = std::make_unique<SampleReader>(sampleCard(*m_config.preview, domain::chinaDate(m_clock.nowUtc())));
    m_deadlineTimer.setSingleShot(true);
    connect(&m_deadlineTimer, &QTimer::timeout, this, &Wiring::lookAtDeadlines);
}

Result<void> Wiring::openDevices()
{
    auto devices = drivers::registry::DeviceManager::open(m_config.deviceDirectories, m_clock);
    if (!devices)
        return fail(devices.error());
    m_devices = std::move(*devices);
    m_kiosk = std::make_unique<view::KioskController>(ports());
    connectDevices();
    return {};
}

void Wiring::connectDevices()
{
    using drivers::registry::DeviceManager;
    view::KioskController *kiosk = m_kiosk.get();
    if (m_config.preview) { // no device closes anything: there is none
        connect(kiosk->home(), &view::HomeController::changed, this, &Wiring::openPreview, Qt::QueuedConnection);
        return;
    }
    connect(m_devices.get(), &DeviceManager::healthChanged, kiosk,
            [kiosk](const QString &, domain::DeviceClass deviceClass, const domain::DeviceHealth &health) {
                kiosk->deviceHealthChanged(deviceClass, health);
            });
    connect(kiosk, &view::KioskController::cameHome, m_devices.get(), &DeviceManager::lookAgain);
}

// As an author's finger would, once: to the item and on to its first question. One that people could not choose stays
// at home, where its tile says why.
void Wiring::openPreview()
{
    if (!m_kiosk->home()->catalogueReady())
        return;
    disconnect(m_kiosk->home(), &view::HomeController::changed, this, &Wiring::openPreview);
    m_kiosk->touched();
    m_kiosk->chooseItem(m_config.preview->code);
    m_kiosk->forward();
}

Wiring::~Wiring()
{
    m_toolDoor.reset(); // asks the store
    m_line.reset();     // nobody uses the store from another thread any more
    m_kiosk.reset();    // asks the devices to stop
    if (m_devices)
        writeDeviceLog();
    // Behind all work that is queued, and awaited: a lane that is taken down cancels what it had not begun, but what a
    // person was promised is written first. The store ends on the lane it lives on.
    m_storeLane
        .run([holder = m_store](std::stop_token) {
            holder->watch.reset();
            holder->store.reset();
            return Result<void>();
        })
        .waitForFinished();
}

view::KioskPorts Wiring::ports()
{
    const offline::store::OfflineOptions options = storeOptionsOf(m_config);
    view::KioskPorts ports;
    ports.storeLane = &m_storeLane;
    ports.cardLane = &m_devices->lane(domain::DeviceClass::IdCardReader);
    ports.scanLane = &m_devices->lane(domain::DeviceClass::DocumentScanner);
    ports.printLane = &m_devices->lane(domain::DeviceClass::ReceiptPrinter);
    ports.store = [this, holder = m_store, options]() -> Result<view::StorePorts> {
        if (!holder->store) {
            auto opened = offline::store::OfflineStore::open(withBackup(options, m_config, m_files), m_clock, m_files);
            if (!opened)
                return fail(opened.error());
            holder->store = std::move(*opened);
            if (const auto floor = holder->store->syncState().value(QLatin1String(timeFloorKey)))
                m_clock.raiseFloor(QDateTime::fromString(*floor, Qt::ISODateWithMs));
        }
        offline::store::OfflineStore &store = *holder->store;
        ports::Catalogue *catalogue = m_authors ? m_authors.get() : &store.catalogue();
        return view::StorePorts{&store.cases(), &store.vault(), &store.printJournal(), catalogue,
                                &store.ledger(), &store.audit()};
    };
    ports.cardReader =
        m_sample ? doorTo<ports::IdCardReader>(*m_sample) : doorTo<ports::IdCardReader>(m_devices->idCardReader());
    ports.scanner = doorTo(m_devices->documentScanner());
    ports.printer = doorTo(m_devices->receiptPrinter());
    if (m_devices->health(domain::DeviceClass::IoBoard).state != domain::DeviceState::Absent) {
        ports.boardLane = &m_devices->lane(domain::DeviceClass::IoBoard);
        ports.board = doorTo(m_devices->ioBoard());
    }
    if (m_devices->health(domain::DeviceClass::CodeScanner).state != domain::DeviceState::Absent) {
        ports.codeLane = &m_devices->lane(domain::DeviceClass::CodeScanner);
        ports.codeScanner = doorTo(m_devices->codeScanner());
    }
    ports.readReceipt = receiptReader(m_config, [holder = m_store] { return holder->store.get(); });
    ports.speaker = &m_speaker;
    ports.sealer = receiptSealer(m_config);
    ports.sm3 = &offline::crypto::sm3;
    ports.clock = &m_clock;
    ports.timeTrust = [clock = &m_clock] {
        return clock->isCalibrated() ? domain::TimeTrust::Calibrated : domain::TimeTrust::Uncalibrated;
    };
    ports.site = m_config.site;
    ports.authorMode = m_authors != nullptr;
    ports.regions = &m_config.regions;
    ports.city = [this] { return m_line.get(); };
    return ports;
}

void Wiring::start()
{
    openStore();
    m_devices->start();
    m_countTimer.start();
    m_houseTimer.start();
    m_speaker.start();
}

void Wiring::openStore()
{
    const auto door = ports().store;
    const auto opened = m_storeLane.run([door](std::stop_token) {
        const auto store = door();
        return store ? Result<void>() : Result<void>(fail(store.error()));
    });
    whenFinished(opened, this, [this](const Result<void> &result) { storeOpened(result); });
}

void Wiring::storeOpened(const Result<void> &opened)
{
    m_kiosk->loadCatalogue();
    m_kiosk->setStoreTrouble(opened ? std::nullopt : std::optional(opened.error().kind));
    if (!opened) {
        logError(LogEvent::StoreTrouble, opened.error());
        m_retryTimer.start();
        return;
    }
    whenFinished(m_store->store->integrityCheck(), this, [](const Result<void> &sound) {
        if (!sound)
            logError(LogEvent::StoreTrouble, sound.error());
    });
    complainAbout(m_config.calendar, domain::chinaDate(m_clock.nowUtc()).year());
    lookAtDeadlines();
    openDoor();
    if (m_authors) // nothing reaches the city
        return;
    m_line = std::make_unique<CityLine>(m_config, m_storeLane, m_clock, *m_kiosk,
                                        [this] { return deviceSummary(m_devices->reports()); });
    m_line->prepare(*m_store->store);
}

void Wiring::openDoor()
{
    auto door = openToolDoor(
        m_config, m_storeLane, [holder = m_store] { return holder->store.get(); }, m_files, m_clock);
    if (!door)
        return logError(LogEvent::StoreTrouble, door.error());
    m_toolDoor = std::move(*door);
    connect(m_toolDoor.get(), &ControlDoor::answered, this, [this] {
        if (m_line)
            m_line->wake();
    });
}

// The alarms themselves are words in the log; the watch writes them.
void Wiring::lookAtDeadlines()
{
    const auto looked =
        m_storeLane.run([holder = m_store, clock = &m_clock](std::stop_token) -> Result<std::chrono::milliseconds> {
            if (!holder->watch)
                holder->watch = std::make_unique<offline::outbox::DeadlineWatch>(holder->store->outboxDesk(), *clock);
            const auto deadlines = holder->watch->look();
            return deadlines ? Result<std::chrono::milliseconds>(deadlines->nextLook) : fail(deadlines.error());
        });
    whenFinished(looked, this, [this](const Result<std::chrono::milliseconds> &nextLook) {
        if (!nextLook)
            logError(LogEvent::StoreTrouble, nextLook.error());
        m_deadlineTimer.start(nextLook.value_or(storeRetry));
    });
}

// Counts that the store refuses are lost with a word in the log: they are worth no second try.
void Wiring::writeDeviceLog()
{
    m_storeLane.post([holder = m_store, counters = m_devices->takeCounters()] {
        if (!holder->store || counters.empty())
            return;
        if (const auto added = holder->store->deviceLog().add(counters); !added)
            logError(LogEvent::StoreTrouble, added.error());
    });
}

void Wiring::housekeep()
{
    m_storeLane.post([holder = m_store] {
        if (!holder->store)
            return;
        if (const auto kept = holder->store->housekeep(); !kept)
            logError(LogEvent::StoreTrouble, kept.error());
    });
}

// On the sync thread. A floor that the store refuses is learnt again at the next sign-on.
void Wiring::keepTimeFloor(const QDateTime &floorUtc)
{
    m_storeLane.post([holder = m_store, floorUtc] {
        if (!holder->store)
            return;
        const auto kept =
            holder->store->syncState().setValue(QLatin1String(timeFloorKey), floorUtc.toString(Qt::ISODateWithMs));
        if (!kept)
            logError(LogEvent::StoreTrouble, kept.error());
    });
}

} // namespace tongban::app
