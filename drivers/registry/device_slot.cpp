// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/registry/device_slot.h"

#include "app/core/base/log.h"
#include "app/core/base/when_finished.h"

#include <algorithm>
#include <utility>

namespace tongban::drivers::registry {

using domain::DeviceHealth;
using domain::DeviceState;
using namespace std::chrono_literals;

namespace {

constexpr auto beatInterval = 1s;

void logHealth(const QString &device, const DeviceHealth &health)
{
    switch (health.state) {
    case DeviceState::Ready:
        return log(LogEvent::DeviceReady, {{"device", device}});
    case DeviceState::Absent:
    case DeviceState::NeedsAttention:
    case DeviceState::Faulted:
        return log(LogEvent::DeviceTrouble,
                   {{"device", device},
                    {"kind", QLatin1String(nameOf(health.reason.value_or(ErrorKind::DeviceFault)))},
                    {"where", QLatin1String(nameOf(health.state))},
                    {"detail", health.detail}});
    case DeviceState::Starting:
    case DeviceState::Busy:
        return;
    }
}

bool isSame(const DeviceHealth &left, const DeviceHealth &right)
{
    return left.state == right.state && left.reason == right.reason;
}

} // namespace

DeviceSlot::DeviceSlot(domain::DeviceClass deviceClass, const ManagerTimes &times, const Clock &clock)
    : m_class(deviceClass), m_times(times), m_clock(clock), m_backOff(times.probeFaulted),
      m_port(makeSupervised(deviceClass, *this)), m_lane(std::make_unique<Lane>(QLatin1String(nameOf(deviceClass))))
{
    m_nextLook.setSingleShot(true);
    m_watchdog.setSingleShot(true);
    connect(&m_nextLook, &QTimer::timeout, this, &DeviceSlot::lookNow);
    connect(&m_watchdog, &QTimer::timeout, this, &DeviceSlot::overdue);
    put(std::nullopt, {});
}

DeviceSlot::~DeviceSlot()
{
    m_lane->requestStop();
    m_lane->post([port = m_port.get()] { port->adopt({}, 0); }); // a device ends on the thread it lived on
    m_lane.reset();
}

void DeviceSlot::install(const Descriptor &descriptor, Devices device)
{
    put(descriptor, std::move(device));
}

void DeviceSlot::remove()
{
    put(std::nullopt, {});
}

void DeviceSlot::put(std::optional<Descriptor> descriptor, Devices device)
{
    m_descriptor = std::move(descriptor);
    ++m_generation;
    m_lane->post([port = m_port.get(), device = std::make_shared<Devices>(std::move(device)),
                  generation = m_generation] { port->adopt(std::move(*device), generation); });
    m_total = {};
    m_total.device = m_descriptor ? m_descriptor->id : QString();
    m_missed = 0;
    m_backOff = m_times.probeFaulted;
    if (m_descriptor)
        settle({.state = DeviceState::Starting, .since = m_clock.nowUtc()});
    else
        settle({.state = DeviceState::Absent,
                .reason = ErrorKind::DeviceAbsent,
                .detail = QStringLiteral("no descriptor of this class"),
                .since = m_clock.nowUtc()});
    look();
}

void DeviceSlot::start()
{
    m_isStarted = true;
    look();
}

void DeviceSlot::look()
{
    m_backOff = m_times.probeFaulted;
    if (!m_isStarted || !m_descriptor)
        return;
    m_isLookWanted = true;
    if (!m_isInUse && !m_isLooking)
        m_nextLook.start(0ms);
}

// --- on the lane ---------------------------------------------------------------------------------------------------

void DeviceSlot::begun(quint64 generation, Deadline deadline)
{
    QMetaObject::invokeMethod(
        this, [this, generation, span = deadline.remaining()] { operationBegan(generation, span); },
        Qt::QueuedConnection);
}

void DeviceSlot::ended(quint64 generation, const Outcome &outcome)
{
    QMetaObject::invokeMethod(
        this, [this, generation, outcome] { operationEnded(generation, outcome); }, Qt::QueuedConnection);
}

void DeviceSlot::beat(quint64 generation, const std::optional<Error> &error)
{
    if (!error && !m_lastBeatFailed && !m_quietUntil.hasExpired())
        return;
    m_lastBeatFailed = error.has_value();
    m_quietUntil.setRemainingTime(beatInterval);
    QMetaObject::invokeMethod(
        this, [this, generation, error] { heard(generation, error); }, Qt::QueuedConnection);
}

// --- operations ----------------------------------------------------------------------------------------------------

void DeviceSlot::operationBegan(quint64 generation, std::chrono::milliseconds span)
{
    m_isInUse = true;
    m_isOverdue = false;
    m_nextLook.stop();
    m_watchdog.start(span + m_times.overdue);
    if (generation == m_generation)
        show();
}

void DeviceSlot::operationEnded(quint64 generation, const Outcome &outcome)
{
    m_isInUse = false;
    m_isOverdue = false;
    m_watchdog.stop();
    // A paper that may or may not have come says nothing of the printer: it is asked at once.
    m_isLookWanted = m_isLookWanted || outcome.isDoubtful;
    if (generation == m_generation) {
        count(outcome.error);
        settle(outcome.isDoubtful ? m_settled : healthAfter(m_settled, outcome.error, m_clock.nowUtc()));
    }
    show();
    schedule();
}

void DeviceSlot::heard(quint64 generation, const std::optional<Error> &error)
{
    if (generation != m_generation)
        return;
    settle(healthAfter(m_settled, error, m_clock.nowUtc()));
    if (!m_isInUse && !m_isLooking)
        schedule();
}

void DeviceSlot::count(const std::optional<Error> &error)
{
    const QDateTime now = m_clock.nowUtc();
    const Remedy remedy = error ? remedyFor(error->kind) : Remedy::Nothing;
    const bool failed = remedy == Remedy::StaffFixes || remedy == Remedy::TechnicianFixes;
    if (error && !failed) // a person's doing: the device neither failed nor did what it is for
        return;
    if (m_untaken.empty() || m_untaken.back().device != m_total.device)
        m_untaken.push_back({.device = m_total.device});
    for (ports::DeviceCounters *counters : {&m_total, &m_untaken.back()}) {
        (failed ? counters->failed : counters->succeeded) += 1;
        (failed ? counters->lastFailure : counters->lastSuccess) = now;
        if (failed)
            counters->lastFailureKind = error->kind;
    }
}

std::vector<ports::DeviceCounters> DeviceSlot::takeCounters()
{
    return std::exchange(m_untaken, {});
}

void DeviceSlot::overdue()
{
    m_isOverdue = true;
    settle(healthAfter(m_settled,
                       Error{ErrorKind::DeviceSilent, QStringLiteral("device-manager"),
                             QStringLiteral("an operation does not come back")},
                       m_clock.nowUtc()));
}

// --- looks ---------------------------------------------------------------------------------------------------------

void DeviceSlot::lookNow()
{
    if (m_isInUse || m_isLooking)
        return;
    m_isLooking = true;
    m_isLookWanted = false;
    m_isOverdue = false;
    m_watchdog.start(m_times.probeTimeout + m_times.overdue);
    const auto seen = m_lane->runYielding([port = m_port.get(), span = m_times.probeTimeout](std::stop_token stop) {
        return port->look(Deadline::in(span), std::move(stop));
    });
    whenFinished(seen, this,
                 [this, generation = m_generation](const Result<void> &result) { looked(generation, result); });
}

void DeviceSlot::looked(quint64 generation, const Result<void> &seen)
{
    m_isLooking = false;
    if (!m_isInUse) { // else it is the operation's by now
        m_watchdog.stop();
        m_isOverdue = false;
    }
    if (generation == m_generation && !failedWith(seen, ErrorKind::Cancelled)) {
        const bool isSilent = failedWith(seen, ErrorKind::DeviceSilent);
        const bool isKnownDead = m_settled.state == DeviceState::Faulted || m_settled.state == DeviceState::Absent;
        m_missed = isSilent && !isKnownDead ? m_missed + 1 : 0;
        if (m_missed == 0 || m_missed >= m_times.misses) {
            m_missed = 0;
            settle(healthAfter(m_settled, seen ? std::nullopt : std::optional(seen.error()), m_clock.nowUtc()));
        }
    } else {
        m_isLookWanted = true; // somebody came between; what was to be known is still to be known
    }
    schedule();
}

void DeviceSlot::schedule()
{
    if (!m_isStarted || !m_descriptor || m_isInUse || m_isLooking)
        return;
    m_nextLook.start(untilNextLook());
}

std::chrono::milliseconds DeviceSlot::untilNextLook()
{
    if (m_isLookWanted)
        return m_times.settle;
    if (m_missed > 0)
        return m_times.missInterval;
    switch (m_settled.state) {
    case DeviceState::Faulted:
        return std::exchange(m_backOff, std::min(m_backOff * 2, m_times.probeFaultedMost));
    case DeviceState::Absent:
        return m_times.probeAbsent;
    case DeviceState::NeedsAttention:
        return m_times.probeAttention;
    case DeviceState::Starting:
        return m_times.settle;
    case DeviceState::Ready:
    case DeviceState::Busy:
        return m_times.probeReady;
    }
    Q_UNREACHABLE();
}

// --- health --------------------------------------------------------------------------------------------------------

void DeviceSlot::settle(const DeviceHealth &health)
{
    const bool changed = !isSame(m_settled, health);
    m_settled = health;
    if (health.state != DeviceState::Faulted)
        m_backOff = m_times.probeFaulted;
    if (changed && m_descriptor)
        logHealth(m_descriptor->id, m_settled);
    show();
}

void DeviceSlot::show()
{
    const DeviceHealth before = m_shown;
    m_shown = m_isInUse && !m_isOverdue ? healthWhileBusy(before, m_clock.nowUtc()) : m_settled;
    if (!isSame(before, m_shown))
        Q_EMIT healthChanged();
}

} // namespace tongban::drivers::registry
