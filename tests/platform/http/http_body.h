// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/platform/handlers/call.h"

namespace httplib {
class ContentReader;
struct Request;
} // namespace httplib

namespace tongban::tests::platform::http {

// A request's body, taken from the wire once. Misfortunes are planned before it is read.
class HttpBody final : public handlers::BodyStream
{
public:
    // reader: none for methods that httplib gives no body reader.
    HttpBody(const httplib::Request &request, const httplib::ContentReader *reader);

    bool read(const Sink &sink) override;
    // Takes all of it in; every read() then sees it again from the beginning.
    void buffer();
    // Told how many bytes arrive, says how many of them pass: fewer, and the line breaks there.
    using Gate = std::function<std::size_t(std::size_t arriving)>;
    void passThrough(Gate gate) { m_gate = std::move(gate); }
    [[nodiscard]] bool isBroken() const { return m_broken; }
    // What nobody wanted must not be taken for the next request.
    void drain();

private:
    const httplib::ContentReader *m_reader;
    bool m_taken = false;
    bool m_whole = true; // what buffer() took in is all there was
    std::optional<std::string> m_buffered;
    bool m_broken = false; // by the gate
    Gate m_gate = [](std::size_t arriving) { return arriving; };
};

} // namespace tongban::tests::platform::http
