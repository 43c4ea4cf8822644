// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/registry/device_manager.h"

#include "app/core/base/log.h"
#include "drivers/registry/device_registry.h"

#include <QDir>

#include <algorithm>

namespace tongban::drivers::registry {

using domain::DeviceClass;
using domain::DeviceState;

namespace {

// Where a descriptor lies and what it is called there makes no other device.
bool isSameDevice(const Descriptor &left, const Descriptor &right)
{
    return left.id == right.id && left.deviceClass == right.deviceClass && left.driver == right.driver &&
           left.model == right.model && left.transport == right.transport && left.options == right.options;
}

} // namespace

Result<std::unique_ptr<DeviceManager>> DeviceManager::open(const QStringList &directories, const Clock &clock,
                                                           const ManagerTimes &times)
{
    std::unique_ptr<DeviceManager> manager(new DeviceManager(directories, clock, times));
    if (const auto read = manager->reload(); !read)
        return fail(read.error());
    return manager;
}

DeviceManager::DeviceManager(const QStringList &directories, const Clock &clock, const ManagerTimes &times)
    : m_directories(directories), m_clock(clock), m_times(times)
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(times.settle);
    m_editing.setSingleShot(true);
    m_editing.setInterval(times.editing);
    connect(&m_settling, &QTimer::timeout, this, &DeviceManager::plugged);
    connect(&m_editing, &QTimer::timeout, this, [this] { static_cast<void>(reload()); }); // kept and told of
    connect(&m_files, &PathWatch::changed, &m_editing, qOverload<>(&QTimer::start));
    connect(&m_hotplug, &Hotplug::happened, this, [this](const QString &subsystem) {
        m_subsystems.insert(subsystem);
        if (!m_settling.isActive())
            m_settling.start();
    });
    connect(&m_hotplug, &Hotplug::pathChanged, this, [this](const QString &path) {
        m_paths.insert(path);
        if (!m_settling.isActive())
            m_settling.start();
    });
}

DeviceManager::~DeviceManager()
{
    for (const auto &[deviceClass, slot] : m_slots)
        slot->requestStop(); // all at once, so that joining them one by one takes no longer than the slowest
}

void DeviceManager::start()
{
    m_isStarted = true;
    m_hotplug.start();
    watchDescriptors();
    for (const auto &[deviceClass, slot] : m_slots) {
        tell(*slot);
        slot->start();
    }
}

// --- descriptors ---------------------------------------------------------------------------------------------------

Result<void> DeviceManager::reload()
{
    const auto descriptors = loadDescriptors(m_directories);
    auto built = descriptors ? buildEach(*descriptors) : Result<std::vector<Devices>>(fail(descriptors.error()));
    m_configurationError = built ? std::nullopt : std::optional(built.error());
    if (built)
        apply(*descriptors, std::move(*built));
    else
        log(LogEvent::DevicesMisconfigured, {{"detail", built.error().detail}});
    if (m_isStarted)
        watchDescriptors();
    Q_EMIT configurationRead();
    return m_configurationError ? Result<void>(fail(*m_configurationError)) : Result<void>();
}

void DeviceManager::apply(const std::vector<Descriptor> &descriptors, std::vector<Devices> built)
{
    const std::vector<Descriptor> before = std::exchange(m_descriptors, descriptors);
    for (const Descriptor &old : before) {
        const bool isGone = std::none_of(descriptors.begin(), descriptors.end(),
                                         [&](const Descriptor &d) { return d.deviceClass == old.deviceClass; });
        if (isGone)
            slotOf(old.deviceClass).remove();
    }
    for (std::size_t i = 0; i < descriptors.size(); ++i) {
        const bool isKept = std::any_of(before.begin(), before.end(),
                                        [&](const Descriptor &d) { return isSameDevice(d, descriptors[i]); });
        if (!isKept)
            slotOf(descriptors[i].deviceClass).install(descriptors[i], std::move(built[i]));
    }
    m_hotplug.watch(m_descriptors);
}

// The directories for files that come and go, the files for those that are written over.
void DeviceManager::watchDescriptors()
{
    QStringList paths;
    for (const QString &path : m_directories) {
        const QDir directory(path);
        paths << directory.absolutePath();
        for (const QString &name : directory.entryList({QStringLiteral("*.json")}, QDir::Files))
            paths << directory.absoluteFilePath(name);
    }
    m_files.watch(paths);
}

// --- what is plugged -----------------------------------------------------------------------------------------------

void DeviceManager::plugged()
{
    const QSet<QString> subsystems = std::exchange(m_subsystems, {});
    const QSet<QString> paths = std::exchange(m_paths, {});
    for (const Descriptor &descriptor : m_descriptors) {
        const bool isConcerned =
            paths.contains(Hotplug::pathOf(descriptor)) ||
            std::any_of(subsystems.begin(), subsystems.end(),
                        [&](const QString &subsystem) { return Hotplug::concerns(descriptor, subsystem); });
        if (isConcerned)
            slotOf(descriptor.deviceClass).look();
    }
}

void DeviceManager::lookAgain()
{
    for (const auto &[deviceClass, slot] : m_slots) {
        const DeviceState state = slot->health().state;
        if (state != DeviceState::Ready && state != DeviceState::Busy)
            slot->look();
    }
}

// --- places --------------------------------------------------------------------------------------------------------

DeviceSlot &DeviceManager::slotOf(DeviceClass deviceClass)
{
    std::unique_ptr<DeviceSlot> &slot = m_slots[deviceClass];
    if (slot)
        return *slot;
    slot = std::make_unique<DeviceSlot>(deviceClass, m_times, m_clock);
    connect(slot.get(), &DeviceSlot::healthChanged, this, [this, place = slot.get()] { tell(*place); });
    if (m_isStarted)
        slot->start();
    return *slot;
}

void DeviceManager::tell(const DeviceSlot &slot)
{
    const QString id = slot.descriptor() ? slot.descriptor()->id : QString();
    Q_EMIT healthChanged(id, slot.deviceClass(), slot.health());
}

template <class Port> Port &DeviceManager::portOf(DeviceClass deviceClass)
{
    return dynamic_cast<Port &>(slotOf(deviceClass).port()); // makeSupervised() made it of this class
}

Lane &DeviceManager::lane(DeviceClass deviceClass)
{
    return slotOf(deviceClass).lane();
}

ports::IdCardReader &DeviceManager::idCardReader()
{
    return portOf<ports::IdCardReader>(DeviceClass::IdCardReader);
}

ports::SmartCardReader &DeviceManager::smartCardReader()
{
    return portOf<ports::SmartCardReader>(DeviceClass::SmartCardReader);
}

ports::CodeScanner &DeviceManager::codeScanner()
{
    return portOf<ports::CodeScanner>(DeviceClass::CodeScanner);
}

ports::Camera &DeviceManager::camera()
{
    return portOf<ports::Camera>(DeviceClass::Camera);
}

ports::ReceiptPrinter &DeviceManager::receiptPrinter()
{
    return portOf<ports::ReceiptPrinter>(DeviceClass::ReceiptPrinter);
}

ports::PagePrinter &DeviceManager::pagePrinter()
{
    return portOf<ports::PagePrinter>(DeviceClass::PagePrinter);
}

ports::DocumentScanner &DeviceManager::documentScanner()
{
    return portOf<ports::DocumentScanner>(DeviceClass::DocumentScanner);
}

ports::IoBoard &DeviceManager::ioBoard()
{
    return portOf<ports::IoBoard>(DeviceClass::IoBoard);
}

ports::PowerSupply &DeviceManager::powerSupply()
{
    return portOf<ports::PowerSupply>(DeviceClass::PowerSupply);
}

// --- reports -------------------------------------------------------------------------------------------------------

domain::DeviceHealth DeviceManager::health(DeviceClass deviceClass) const
{
    const auto slot = m_slots.find(deviceClass);
    if (slot != m_slots.end())
        return slot->second->health();
    return {.state = DeviceState::Absent, .reason = ErrorKind::DeviceAbsent};
}

std::vector<DeviceReport> DeviceManager::reports() const
{
    std::vector<DeviceReport> reports;
    for (const auto &[deviceClass, slot] : m_slots) {
        if (const auto &descriptor = slot->descriptor())
            reports.push_back({.id = descriptor->id,
                               .deviceClass = deviceClass,
                               .model = descriptor->model,
                               .health = slot->health(),
                               .counters = slot->counters()});
    }
    return reports;
}

std::vector<ports::DeviceCounters> DeviceManager::takeCounters()
{
    std::vector<ports::DeviceCounters> all;
    for (const auto &[deviceClass, slot] : m_slots) {
        for (ports::DeviceCounters &counters : slot->takeCounters())
            all.push_back(std::move(counters));
    }
    return all;
}

} // namespace tongban::drivers::registry
