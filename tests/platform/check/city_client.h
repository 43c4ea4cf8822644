// SPDX-License-Identifier: GPL-3.0-or-later
// A terminal reduced to its wire: HTTPS with a client certificate, signed requests, one call a function, no memory and
// no mercy.
#pragma once

#include "tests/platform/base/json.h"
#include "tests/platform/platform_process.h"
#include "tests/platform/trust/sm2_key.h"

#include <httplib.h>

namespace tongban::tests::platform {

struct WireAnswer
{
    int status = 0; // 0: the connection ended without an answer
    std::string text;
    Json body; // discarded when it is not JSON
    httplib::Headers headers;

    [[nodiscard]] std::string header(const std::string &name) const;
    [[nodiscard]] std::string code() const { return body.is_object() ? body.value("code", "") : ""; }
    [[nodiscard]] std::string detail() const { return body.is_object() ? body.value("detail", "") : ""; }
};

struct Page
{
    std::string material;
    int index = 1;
    std::string bytes;
};

class CityClient
{
public:
    // Keys of `device` (default: the process's own); signs on at the first call that needs it.
    explicit CityClient(const PlatformProcess &process, const QString &device = QStringLiteral("K01"),
                        const std::string &site = "330782101001");

    // headers win over those that a call of the contract carries anyway; with X-Signature among them nothing is signed
    // here.
    WireAnswer send(const std::string &method, const std::string &path, const std::string &body = {},
                    const httplib::Headers &headers = {}, const std::string &contentType = "application/json");
    // The seven headers of a signed request, at this machine's time and under a new nonce.
    [[nodiscard]] httplib::Headers signedHeaders(const std::string &method, const std::string &path,
                                                 const std::string &body) const;
    void signNothing() { m_signs = false; }
    void signWithSecret(const std::string &secret) { m_secret = secret; } // HMAC-SM3 from here on
    void shiftClock(std::chrono::milliseconds shift) { m_clockShift = shift; }
    [[nodiscard]] const std::string &device() const { return m_device; }
    WireAnswer signOn();
    void forgetToken() { m_token.clear(); }
    void useToken(const std::string &token) { m_token = token; }
    [[nodiscard]] const std::string &token() const { return m_token; }

    WireAnswer createCase(const Json &body, const std::string &key);
    WireAnswer createUpload(const std::string &caseId, const Page &page, const std::string &key,
                            const std::string &part = {});
    WireAnswer offset(const std::string &location);
    WireAnswer patch(const std::string &location, std::size_t from, const std::string &bytes,
                     const httplib::Headers &more = {});
    // Announces all of `bytes`, sends the first `count` and cuts the line.
    void patchAndCut(const std::string &location, const std::string &bytes, std::size_t count);
    WireAnswer submit(const std::string &caseId, int pages, const std::string &key);
    WireAnswer changes(const std::string &cursor = {});
    // Creates the upload and sends all of it. The answer of the PATCH.
    WireAnswer upload(const std::string &caseId, const Page &page);

    [[nodiscard]] httplib::SSLClient &wire() { return m_wire; }

private:
    [[nodiscard]] httplib::Headers standardHeaders() const;

    std::string m_device;
    std::string m_site;
    std::string m_token;
    trust::Sm2Key m_key;
    std::string m_secret;
    bool m_signs = true;
    std::chrono::milliseconds m_clockShift{0};
    httplib::SSLClient m_wire;
};

[[nodiscard]] std::string newKey();
// A case of K01 that keeps the contract: these pages announced, local number of its own.
[[nodiscard]] Json sampleCase(const std::vector<Page> &pages = {}, const std::string &signature = {});
[[nodiscard]] Json fileFacts(const std::string &bytes);              // sm3, width, height, bytes
[[nodiscard]] std::string sampleBytes(std::size_t count, char seed); // not all the same

} // namespace tongban::tests::platform
