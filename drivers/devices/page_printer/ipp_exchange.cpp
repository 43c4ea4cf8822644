// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/page_printer/ipp_exchange.h"

#include "drivers/devices/page_printer/socket_watchdog.h"
#include "drivers/transport/wait_for.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>

namespace tongban::drivers::devices {
namespace {

const QString where = QStringLiteral("ipp");

// One slice of connecting: libcups looks at its cancel flag four times a second only. A new try sends a new SYN.
constexpr std::chrono::milliseconds connectSlice{150};

struct HttpClose
{
    void operator()(http_t *http) const { httpClose(http); }
};
using Http = std::unique_ptr<http_t, HttpClose>;

Result<Http> connectTo(const IppEndpoint &endpoint, Deadline deadline, const std::stop_token &stop)
{
    const QString whither = QString::fromUtf8(endpoint.host);
    do {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, where);
        const Deadline slice = deadline.capped(connectSlice);
        const int milliseconds = static_cast<int>(std::max<qint64>(1, slice.remaining().count()));
        Http http(httpConnect2(endpoint.host.constData(), endpoint.port, nullptr, AF_UNSPEC, HTTP_ENCRYPTION_NEVER, 1,
                               milliseconds, nullptr));
        if (http)
            return http;
        // Its errno is that of closing the sockets that failed. One that comes back at once was refused.
        if (!slice.expired())
            return fail(ErrorKind::DeviceAbsent, where, QStringLiteral("nobody listens at ") + whither);
    } while (!deadline.expired());
    return fail(ErrorKind::DeviceSilent, where, QStringLiteral("no connection to ") + whither);
}

tl::unexpected<Error> broken(http_t *http, Deadline deadline, const std::stop_token &stop, const char *what)
{
    if (stop.stop_requested())
        return fail(ErrorKind::Cancelled, where);
    if (deadline.expired())
        return fail(ErrorKind::DeviceSilent, where, QString::fromLatin1(what));
    const int error = httpError(http);
    const bool isHangUp = error == 0 || error == EPIPE || error == ECONNRESET;
    return fail(isHangUp ? ErrorKind::DeviceAbsent : ErrorKind::ProtocolViolation, where,
                QStringLiteral("%1: %2").arg(QLatin1String(what), QString::fromLocal8Bit(strerror(error))));
}

Result<void> send(http_t *http, const IppEndpoint &endpoint, ipp_t *request, const QByteArray &document,
                  Deadline deadline, const std::stop_token &stop)
{
    httpClearFields(http);
    httpSetField(http, HTTP_FIELD_CONTENT_TYPE, "application/ipp");
    httpSetLength(http, ippLength(request) + static_cast<size_t>(document.size()));
    if (httpPost(http, endpoint.resource.constData()) != 0)
        return broken(http, deadline, stop, "the request did not leave");
    ippSetState(request, IPP_STATE_IDLE);
    ipp_state_t state = IPP_STATE_IDLE;
    while ((state = ippWrite(http, request)) != IPP_STATE_DATA) {
        if (state == IPP_STATE_ERROR)
            return broken(http, deadline, stop, "the request did not leave");
    }
    for (qsizetype at = 0; at < document.size();) {
        const auto size = static_cast<size_t>(std::min<qsizetype>(document.size() - at, 64 * 1024));
        const ssize_t written = httpWrite2(http, document.constData() + at, size);
        if (written <= 0)
            return broken(http, deadline, stop, "the document did not leave");
        at += written;
    }
    if (httpFlushWrite(http) < 0)
        return broken(http, deadline, stop, "the request did not leave");
    return {};
}

// Something else may listen on the port: its first bytes tell.
Result<void> awaitHttp(http_t *http, Deadline deadline, const std::stop_token &stop)
{
    const int socket = httpGetFd(http);
    if (const auto readable = transport::waitFor(socket, POLLIN, deadline, stop, where); !readable)
        return fail(readable.error());
    char first[5];
    const ssize_t length = ::recv(socket, first, sizeof first, MSG_PEEK);
    if (length > 0 && std::memcmp(first, "HTTP/", static_cast<size_t>(length)) != 0)
        return fail(ErrorKind::ProtocolViolation, where, QStringLiteral("an answer that is no HTTP"));
    if (length <= 0)
        return broken(http, deadline, stop, "hung up");
    return {};
}

Result<Ipp> receive(http_t *http, Deadline deadline, const std::stop_token &stop)
{
    if (auto begun = awaitHttp(http, deadline, stop); !begun)
        return fail(begun.error());
    http_status_t status = HTTP_STATUS_CONTINUE;
    while (status == HTTP_STATUS_CONTINUE)
        status = httpUpdate(http);
    if (status == HTTP_STATUS_ERROR)
        return broken(http, deadline, stop, "no answer");
    if (status == HTTP_STATUS_UNAUTHORIZED || status == HTTP_STATUS_FORBIDDEN || status == HTTP_STATUS_UPGRADE_REQUIRED)
        return fail(ErrorKind::Misconfigured, where, QStringLiteral("HTTP %1: a login is wanted").arg(int(status)));
    if (status != HTTP_STATUS_OK)
        return fail(status >= HTTP_STATUS_SERVER_ERROR ? ErrorKind::DeviceFault : ErrorKind::ProtocolViolation, where,
                    QStringLiteral("HTTP %1").arg(int(status)));
    Ipp answer(ippNew());
    ipp_state_t state = IPP_STATE_IDLE;
    while ((state = ippRead(http, answer.get())) != IPP_STATE_DATA) {
        if (state != IPP_STATE_ERROR)
            continue;
        const Error error = broken(http, deadline, stop, "an answer that is no IPP").value();
        const bool isOther = error.kind == ErrorKind::DeviceAbsent && httpError(http) == 0;
        return isOther ? fail(ErrorKind::ProtocolViolation, where, error.detail) : fail(error);
    }
    return answer;
}

} // namespace

bool isAddress(const QByteArray &host)
{
    unsigned char address[sizeof(in6_addr)];
    return host == "localhost" || inet_pton(AF_INET, host.constData(), address) == 1 ||
           inet_pton(AF_INET6, host.constData(), address) == 1;
}

Ipp newIppRequest(ipp_op_t operation, const IppEndpoint &endpoint)
{
    Ipp request(ippNewRequest(operation));
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, endpoint.uri.constData());
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, "tongban");
    return request;
}

Result<Ipp> askIpp(const IppEndpoint &endpoint, Ipp request, const QByteArray &document, Deadline deadline,
                   const std::stop_token &stop, bool *isDelivered)
{
    const auto http = connectTo(endpoint, deadline, stop);
    if (!http)
        return fail(http.error());
    const SocketWatchdog watchdog(httpGetFd(http->get()), deadline, stop);
    if (auto sent = send(http->get(), endpoint, request.get(), document, deadline, stop); !sent)
        return fail(sent.error());
    if (isDelivered)
        *isDelivered = true;
    return receive(http->get(), deadline, stop);
}

} // namespace tongban::drivers::devices
