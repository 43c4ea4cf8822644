// SPDX-License-Identifier: GPL-3.0-or-later
// How work for a lane is wrapped: the store or device is asked for behind its door, and work stops for two reasons.
// Internal to app/view.
#pragma once

#include "app/core/base/log.h"
#include "app/view/kiosk_ports.h"

#include <functional>
#include <stop_token>
#include <type_traits>

namespace tongban::view {

// One token for two reasons to stop: the person left the page, or the program ends.
class EitherStop
{
public:
    EitherStop(std::stop_token first, std::stop_token second)
        : m_first(std::move(first), [this] { m_either.request_stop(); }),
          m_second(std::move(second), [this] { m_either.request_stop(); })
    {}
    [[nodiscard]] std::stop_token token() const { return m_either.get_token(); }

private:
    std::stop_source m_either;
    std::stop_callback<std::function<void()>> m_first;
    std::stop_callback<std::function<void()>> m_second;
};

// work(StorePorts &) -> Result<T>, on the store's lane. Never stopped half-way: what a person was promised is kept.
template <class Work> auto inStore(const KioskPorts &ports, Work work)
{
    return ports.storeLane->run([door = ports.store, work = std::move(work)](std::stop_token) mutable {
        using R = std::invoke_result_t<Work, StorePorts &>;
        auto store = door();
        return store ? work(*store) : R(fail(store.error()));
    });
}

// work(Port &, std::stop_token) -> Result<T>, on a device's lane, unless it was stopped before it began.
template <class Port, class Work> auto onDevice(Lane *lane, Door<Port> door, std::stop_token left, Work work)
{
    return lane->run([door = std::move(door), left, work = std::move(work)](std::stop_token ends) mutable {
        using R = std::invoke_result_t<Work, Port &, std::stop_token>;
        const EitherStop stop(left, ends);
        if (stop.token().stop_requested())
            return R(fail(ErrorKind::Cancelled, QStringLiteral("device lane")));
        auto port = door();
        return port ? work(**port, stop.token()) : R(fail(port.error()));
    });
}

inline void logStoreTrouble(const Error &error)
{
    log(LogEvent::StoreTrouble,
        {{"kind", QString::fromLatin1(nameOf(error.kind))}, {"where", error.where}, {"detail", error.detail}});
}

} // namespace tongban::view
