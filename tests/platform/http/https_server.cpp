// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/https_server.h"

#include "tests/platform/base/log.h"
#include "tests/platform/http/connection.h"

#include <httplib.h>

namespace tongban::tests::platform::http {

namespace {

constexpr int threads = 32;                     // a kept-alive connection holds one
constexpr std::size_t keepAliveMax = 1'000'000; // httplib's own is 5 requests a connection
constexpr int keepAliveSeconds = 60;
constexpr int readSeconds = 30;

void countHandshake(const SSL *ssl, int where, int)
{
    if ((where & SSL_CB_HANDSHAKE_DONE) != 0)
        static_cast<Counters *>(SSL_CTX_get_app_data(SSL_get_SSL_CTX(ssl)))->handshake();
}

bool prepare(SSL_CTX &context, const TlsFiles &files, Counters &counters)
{
    static constexpr unsigned char sessionContext[] = "tongban-platform"; // else a resumed session is refused
    SSL_CTX_set_min_proto_version(&context, TLS1_2_VERSION);
    SSL_CTX_set_app_data(&context, &counters);
    SSL_CTX_set_info_callback(&context, countHandshake);
    if (!files.clientCa.empty()) {
        SSL_CTX_set_verify(&context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
        SSL_CTX_set_client_CA_list(&context, SSL_load_client_CA_file(files.clientCa.c_str()));
        if (SSL_CTX_load_verify_locations(&context, files.clientCa.c_str(), nullptr) != 1)
            return false;
    }
    return SSL_CTX_set_session_id_context(&context, sessionContext, sizeof sessionContext - 1) == 1 &&
           SSL_CTX_use_certificate_chain_file(&context, files.certificate.c_str()) == 1 &&
           SSL_CTX_use_PrivateKey_file(&context, files.key.c_str(), SSL_FILETYPE_PEM) == 1;
}

} // namespace

HttpsServer::HttpsServer(Dispatcher &dispatcher, Counters &counters) : m_dispatcher(dispatcher), m_counters(counters) {}

HttpsServer::~HttpsServer() = default;

tl::expected<int, std::string> HttpsServer::listen(int port, const TlsFiles &files)
{
    m_server = std::make_unique<httplib::SSLServer>(
        [this, &files](SSL_CTX &context) { return prepare(context, files, m_counters); });
    if (!m_server->is_valid())
        return tl::unexpected<std::string>("certificate, key or client CA cannot be used");
    m_server->new_task_queue = [] { return new httplib::ThreadPool(threads); };
    m_server->set_keep_alive_max_count(keepAliveMax);
    m_server->set_keep_alive_timeout(keepAliveSeconds);
    m_server->set_read_timeout(readSeconds);
    m_server->set_tcp_nodelay(true);
    m_server->set_socket_options([size = files.receiveBuffer](socket_t socket) {
        httplib::default_socket_options(socket);
        if (size > 0) // connections inherit it from the listening socket
            ::setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
    });
    route();
    const int bound =
        port == 0 ? m_server->bind_to_any_port("127.0.0.1") : (m_server->bind_to_port("127.0.0.1", port) ? port : -1);
    if (bound <= 0)
        return tl::unexpected<std::string>("port " + std::to_string(port) + " of 127.0.0.1 cannot be had");
    m_thread = std::thread([this] { m_server->listen_after_bind(); });
    return bound;
}

void HttpsServer::route()
{
    const auto plain = [this](const httplib::Request &request, httplib::Response &response) {
        m_dispatcher.handle(request, response, nullptr);
    };
    const auto withBody = [this](const httplib::Request &request, httplib::Response &response,
                                 const httplib::ContentReader &reader) {
        m_dispatcher.handle(request, response, &reader);
    };
    m_server->Get(".*", plain); // and HEAD
    m_server->Options(".*", plain);
    m_server->Post(".*", httplib::Server::HandlerWithContentReader(withBody));
    m_server->Patch(".*", httplib::Server::HandlerWithContentReader(withBody));
    m_server->Put(".*", httplib::Server::HandlerWithContentReader(withBody));
    m_server->Delete(".*", httplib::Server::HandlerWithContentReader(withBody));
    m_server->set_exception_handler(
        [](const httplib::Request &, httplib::Response &response, std::exception_ptr thrown) {
            try {
                std::rethrow_exception(thrown);
            } catch (const std::exception &error) {
                logLine("exception", {{"what", error.what()}});
            } catch (...) {
                logLine("exception");
            }
            response.status = 500;
            response.set_content(toJson({ProblemCode::Internal, "exception"}).dump(), "application/problem+json");
        });
}

void HttpsServer::stop()
{
    if (!m_thread.joinable())
        return;
    m_server->stop();
    cutAllConnections(); // idle ones would be waited for
    m_thread.join();
}

} // namespace tongban::tests::platform::http
