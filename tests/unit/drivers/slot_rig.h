// SPDX-License-Identifier: GPL-3.0-or-later
// A place for a card reader whose answers the test gives.
#pragma once

#include "drivers/registry/device_slot.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <functional>
#include <mutex>

namespace tongban::tests {

using namespace std::chrono_literals;
using Look = std::function<Result<void>(std::stop_token)>;
using Read = std::function<Result<domain::IdCard>(std::stop_token)>;

inline Look seeing(ErrorKind kind)
{
    return [kind](std::stop_token) { return Result<void>(fail(kind, QStringLiteral("test"), QStringLiteral("as told"))); };
}
inline Look well()
{
    return [](std::stop_token) { return Result<void>(); };
}
inline Read reading(ErrorKind kind)
{
    return [kind](std::stop_token) { return Result<domain::IdCard>(fail(kind, QStringLiteral("test"))); };
}
inline Read readingWell()
{
    return [](std::stop_token) { return Result<domain::IdCard>(domain::IdCard()); };
}

// Holds a call until it is stopped or let go; says when it is inside.
struct Hold
{
    QSemaphore inside;
    QSemaphore letGo;

    [[nodiscard]] bool isEntered() // once an entry
    {
        return QTest::qWaitFor([this] { return inside.tryAcquire(); });
    }
    template <class R> std::function<R(std::stop_token)> call(R otherwise)
    {
        return [this, otherwise](std::stop_token stop) -> R {
            inside.release();
            const std::stop_callback onStop(stop, [this] { letGo.release(); });
            letGo.acquire();
            return stop.stop_requested() ? R(fail(ErrorKind::Cancelled, QStringLiteral("test"))) : otherwise;
        };
    }
};

// What a device does, shared between the test and the lane.
class Script
{
public:
    void look(Look look)
    {
        const std::lock_guard lock(m_mutex);
        m_look = std::move(look);
    }
    void read(Read read)
    {
        const std::lock_guard lock(m_mutex);
        m_read = std::move(read);
    }
    Look present()
    {
        const std::lock_guard lock(m_mutex);
        return m_look;
    }
    Read presentRead()
    {
        const std::lock_guard lock(m_mutex);
        return m_read;
    }

    std::atomic_int looks = 0;
    std::atomic_int reads = 0;
    std::atomic_int inside = 0; // calls under way
    std::atomic_int most = 0;   // that were ever under way together
    std::atomic_int closed = 0;
    std::atomic_bool isGone = false;

private:
    std::mutex m_mutex;
    Look m_look = well();
    Read m_read = readingWell();
};

class ScriptedReader final : public ports::IdCardReader
{
public:
    explicit ScriptedReader(std::shared_ptr<Script> script) : m_script(std::move(script)) {}
    ~ScriptedReader() override { m_script->isGone = true; }

    Result<void> probe(Deadline, std::stop_token stop) override
    {
        ++m_script->looks;
        const Inside inside(*m_script);
        return m_script->present()(std::move(stop));
    }
    Result<domain::IdCard> read(Deadline, std::stop_token stop) override
    {
        ++m_script->reads;
        const Inside inside(*m_script);
        return m_script->presentRead()(std::move(stop));
    }
    void close() override { ++m_script->closed; }

private:
    struct Inside
    {
        explicit Inside(Script &entered) : script(entered) { script.most = std::max<int>(script.most, ++script.inside); }
        ~Inside() { --script.inside; }
        Script &script;
    };
    std::shared_ptr<Script> m_script;
};

// Every span a fiftieth, so that nothing is waited for.
inline drivers::registry::ManagerTimes quick()
{
    return {.probeReady = 10min, // a look that a test did not ask for is a look too many
            .probeAbsent = 20ms,
            .probeAttention = 20ms,
            .probeFaulted = 20ms,
            .probeFaultedMost = 80ms,
            .probeTimeout = 5s,
            .missInterval = 5ms,
            .misses = 3,
            .overdue = 50ms,
            .settle = 5ms,
            .editing = 20ms};
}

struct SlotRig
{
    explicit SlotRig(const drivers::registry::ManagerTimes &times = quick())
        : slot(domain::DeviceClass::IdCardReader, times, clock)
    {
        QObject::connect(&slot, &drivers::registry::DeviceSlot::healthChanged, &slot,
                         [this] { states << QLatin1String(nameOf(slot.health().state)); });
    }

    std::shared_ptr<Script> install(const QString &id, const std::shared_ptr<Script> &script = std::make_shared<Script>())
    {
        drivers::registry::Devices devices;
        devices.idCardReader = std::make_unique<ScriptedReader>(script);
        drivers::registry::Descriptor descriptor;
        descriptor.id = id;
        slot.install(descriptor, std::move(devices));
        return script;
    }

    [[nodiscard]] ports::IdCardReader &reader() { return dynamic_cast<ports::IdCardReader &>(slot.port()); }
    QFuture<Result<domain::IdCard>> read(std::chrono::milliseconds span = 5s)
    {
        return slot.lane().run(
            [this, span](std::stop_token stop) { return reader().read(Deadline::in(span), std::move(stop)); });
    }
    [[nodiscard]] bool is(domain::DeviceState state) const { return slot.health().state == state; }
    [[nodiscard]] bool becomes(domain::DeviceState state)
    {
        return QTest::qWaitFor([&] { return is(state); });
    }

    ManualClock clock{QDateTime(QDate(2026, 3, 2), QTime(1, 0), Qt::UTC)};
    QStringList states; // as they were told, in order
    drivers::registry::DeviceSlot slot;
};

} // namespace tongban::tests
