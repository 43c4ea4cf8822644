// SPDX-License-Identifier: GPL-3.0-or-later
// The tester's door: plain HTTP on 127.0.0.1, no part of the contract (README.md lists its routes).
#pragma once

#include "tests/platform/control/routes.h"

#include <tl/expected.hpp>

#include <memory>
#include <thread>

namespace tongban::tests::platform::control {

class ControlServer
{
public:
    ControlServer(handlers::City &city, faults::FaultPlan &faults, http::Counters &counters,
                  const contract::Contract &contract);
    ~ControlServer(); // stop() has been called, or it never listened

    [[nodiscard]] tl::expected<int, std::string> listen(int port); // 0: a free one
    void stop();

private:
    std::unique_ptr<httplib::Server> m_server;
    std::thread m_thread;
};

} // namespace tongban::tests::platform::control
