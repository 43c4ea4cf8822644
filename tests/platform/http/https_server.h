// SPDX-License-Identifier: GPL-3.0-or-later
// A door of the city: TLS 1.2 or 1.3; the terminals' with a client certificate of the city's CA, or nothing.
#pragma once

#include "tests/platform/http/dispatcher.h"

#include <tl/expected.hpp>

#include <memory>
#include <string>
#include <thread>

namespace httplib {
class SSLServer;
}

namespace tongban::tests::platform::http {

struct TlsFiles // PEM
{
    std::string certificate;
    std::string key;
    std::string clientCa;  // empty: no client certificate is asked for
    int receiveBuffer = 0; // bytes of SO_RCVBUF, as on a thin line; 0: the kernel's own way
};

class HttpsServer
{
public:
    HttpsServer(Dispatcher &dispatcher, Counters &counters);
    ~HttpsServer(); // stop() has been called, or it never listened

    // Listens on 127.0.0.1; port 0 takes a free one. The port, or what is wrong.
    [[nodiscard]] tl::expected<int, std::string> listen(int port, const TlsFiles &files);
    void stop(); // if it listens: cuts every connection of the process; its threads have ended when this returns

private:
    void route();

    Dispatcher &m_dispatcher;
    Counters &m_counters;
    std::unique_ptr<httplib::SSLServer> m_server;
    std::thread m_thread;
};

} // namespace tongban::tests::platform::http
