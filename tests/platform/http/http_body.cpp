// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/http_body.h"

#include <httplib.h>

namespace tongban::tests::platform::http {

// Without a length or chunks there is no body (RFC 9112, 6.3); httplib would read until the connection ends.
HttpBody::HttpBody(const httplib::Request &request, const httplib::ContentReader *reader)
    : m_reader(request.has_header("Content-Length") || request.has_header("Transfer-Encoding") ? reader : nullptr)
{}

bool HttpBody::read(const Sink &sink)
{
    if (m_buffered)
        return sink(m_buffered->data(), m_buffered->size()) && m_whole;
    if (!m_reader || m_taken)
        return true;
    m_taken = true;
    return (*m_reader)([&](const char *bytes, std::size_t count) {
        const std::size_t passing = m_gate(count);
        m_broken = passing < count;
        return sink(bytes, passing) && !m_broken;
    });
}

void HttpBody::buffer()
{
    std::string text;
    m_whole = read([&text](const char *bytes, std::size_t count) {
        text.append(bytes, count);
        return true;
    });
    m_buffered = std::move(text);
}

void HttpBody::drain()
{
    (void)read([](const char *, std::size_t) { return true; });
}

} // namespace tongban::tests::platform::http
