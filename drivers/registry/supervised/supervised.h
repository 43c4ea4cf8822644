// SPDX-License-Identifier: GPL-3.0-or-later
// A device's port under supervision: forwards every call to the real device and says when it began and how it ended. It
// stays where it is for as long as the manager lives; the device behind it is exchanged on the lane, so nobody's pointer
// goes stale when a descriptor changes.
#pragma once

#include "app/core/base/deadline.h"
#include "app/core/base/result.h"
#include "drivers/registry/devices.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <type_traits>

namespace tongban::drivers::registry {

struct Outcome
{
    std::optional<Error> error; // nothing: it worked
    bool isDoubtful = false;    // a value that says nothing of the device: bytes left, no answer came
};

// Told on the lane. `generation` is that of the device the call went to.
class OperationWatcher
{
public:
    virtual ~OperationWatcher() = default;
    virtual void begun(quint64 generation, Deadline deadline) = 0;
    virtual void ended(quint64 generation, const Outcome &outcome) = 0;
    // A call that comes many times a second (a picture of a stream) ended; it was not said to begin.
    virtual void beat(quint64 generation, const std::optional<Error> &error) = 0;
};

class SupervisedDevice // all calls on the lane
{
public:
    virtual ~SupervisedDevice() = default;

    // Closes the device that was there and takes the one of its class out of `devices`; none is fine: every call fails
    // with DeviceAbsent then.
    virtual void adopt(Devices devices, quint64 generation) = 0;

    // The device's probe, for the manager itself: nobody is told.
    virtual Result<void> look(Deadline deadline, std::stop_token stop) = 0;
};

template <class Port, std::unique_ptr<Port> Devices::*member> class Supervised : public Port, public SupervisedDevice
{
public:
    explicit Supervised(OperationWatcher &watcher) : m_watcher(watcher) {}

    void adopt(Devices devices, quint64 generation) final
    {
        close();
        m_device = std::move(devices.*member);
        m_generation = generation;
    }

    Result<void> look(Deadline deadline, std::stop_token stop) final
    {
        return m_device ? m_device->probe(deadline, std::move(stop)) : Result<void>(nobody());
    }

    Result<void> probe(Deadline deadline, std::stop_token stop) final
    {
        return supervise(deadline, [&](Port &device) { return device.probe(deadline, std::move(stop)); });
    }

    void close() final
    {
        if (m_device)
            m_device->close();
    }

protected:
    // call(Port &) -> Result<T>. isDoubtful(const T &) -> bool says whether a value proves that the device is well.
    template <class Call, class Doubt> auto supervise(Deadline deadline, Call call, Doubt isDoubtful)
    {
        using R = std::invoke_result_t<Call, Port &>;
        if (!m_device)
            return R(nobody());
        m_watcher.begun(m_generation, deadline);
        R result = call(*m_device);
        m_watcher.ended(m_generation, result ? Outcome{{}, isDoubtful(result)} : Outcome{result.error()});
        return result;
    }
    template <class Call> auto supervise(Deadline deadline, Call call)
    {
        return supervise(deadline, std::move(call), [](const auto &) { return false; });
    }

    // For calls that come many times a second. verdict(const T &) -> std::optional<Error> says what a value means.
    template <class Call, class Verdict> auto listen(Call call, Verdict verdict)
    {
        using R = std::invoke_result_t<Call, Port &>;
        if (!m_device)
            return R(nobody());
        R result = call(*m_device);
        m_watcher.beat(m_generation, result ? verdict(*result) : std::optional(result.error()));
        return result;
    }
    template <class Call> auto listen(Call call)
    {
        return listen(std::move(call), [](const auto &) { return std::optional<Error>(); });
    }

private:
    static tl::unexpected<Error> nobody()
    {
        return fail(ErrorKind::DeviceAbsent, QStringLiteral("device-registry"),
                    QStringLiteral("no descriptor of this class"));
    }

    OperationWatcher &m_watcher;
    std::unique_ptr<Port> m_device;
    quint64 m_generation = 0;
};

// The decorator of a class. Cast it to the class's port.
[[nodiscard]] std::unique_ptr<SupervisedDevice> makeSupervised(domain::DeviceClass deviceClass,
                                                               OperationWatcher &watcher);

} // namespace tongban::drivers::registry
