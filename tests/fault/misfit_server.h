// SPDX-License-Identifier: GPL-3.0-or-later
// What else may listen on the port of a printer. A thread of its own: the driver under test blocks.
#pragma once

#include "drivers/transport/file_descriptor.h"

#include <thread>

namespace tongban::tests {

class MisfitServer
{
public:
    enum Manner {
        Garbage, // bytes that are no HTTP
        Silence, // takes the connection and says nothing
        Dribble, // an HTTP header without end, a byte at a time
        Web,     // HTTP, and a page
        HangUp,  // reads and closes
    };
    explicit MisfitServer(Manner manner);
    ~MisfitServer(); // ends the thread
    MisfitServer(const MisfitServer &) = delete;
    MisfitServer &operator=(const MisfitServer &) = delete;

    [[nodiscard]] int port() const { return m_port; } // 0: none could be had

private:
    void serve(const std::stop_token &stop, Manner manner) const;

    drivers::transport::FileDescriptor m_listener;
    int m_port = 0;
    std::jthread m_thread;
};

} // namespace tongban::tests
