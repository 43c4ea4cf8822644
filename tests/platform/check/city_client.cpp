// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/check/city_client.h"

#include "tests/platform/base/digest.h"
#include "tests/platform/base/time.h"
#include "tests/platform/trust/request_text.h"

#include <QFile>

#include <atomic>
#include <csignal>

namespace tongban::tests::platform {

namespace {

std::string pathOf(const PlatformProcess &process, const QString &device, const char *end)
{
    return QString(process.caFile())
        .replace(QStringLiteral("ca.pem"), QStringLiteral("device-") + device + QLatin1String(end))
        .toStdString();
}

std::string nextLocalNumber()
{
    static std::atomic<int> serial{0};
    return "K01-20261121-" + std::to_string(++serial);
}

trust::Sm2Key keyIn(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    const std::string pem = file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    return trust::Sm2Key::fromPrivatePem(pem).value_or(trust::Sm2Key());
}

} // namespace

std::string WireAnswer::header(const std::string &name) const
{
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

CityClient::CityClient(const PlatformProcess &process, const QString &device, const std::string &site)
    : m_device(device.toStdString()), m_site(site), m_key(keyIn(pathOf(process, device, "-sm2.key"))),
      m_wire("127.0.0.1", process.port(), pathOf(process, device, ".pem"), pathOf(process, device, ".key"))
{
    std::signal(SIGPIPE, SIG_IGN); // a refused client hears it while writing
    m_wire.set_ca_cert_path(process.caFile().toStdString());
    m_wire.enable_server_certificate_verification(true);
    m_wire.set_read_timeout(std::chrono::seconds(20));
    m_wire.set_keep_alive(true);
}

httplib::Headers CityClient::standardHeaders() const
{
    httplib::Headers headers{{"Tus-Resumable", "1.0.0"}};
    if (!m_token.empty())
        headers.emplace("Authorization", "Bearer " + m_token);
    return headers;
}

httplib::Headers CityClient::signedHeaders(const std::string &method, const std::string &path,
                                           const std::string &body) const
{
    const trust::RequestFacts facts{.method = method,
                                    .target = path,
                                    .appId = "tongban",
                                    .deviceId = m_device,
                                    .timestamp = std::to_string(nowMs() + m_clockShift.count()),
                                    .nonce = sm3Hex(randomToken()).substr(0, 32),
                                    .bodySm3 = sm3Hex(body)};
    const std::string text = trust::requestText(facts);
    return {{"X-App-Id", facts.appId},
            {"X-Device-Id", facts.deviceId},
            {"X-Timestamp", facts.timestamp},
            {"X-Nonce", facts.nonce},
            {"X-Body-SM3", facts.bodySm3},
            {"X-Signature-Algorithm", m_secret.empty() ? "SM2-SM3" : "HMAC-SM3"},
            {"X-Signature", m_secret.empty() ? m_key.sign(text) : trust::hmacSm3(m_secret, text)}};
}

WireAnswer CityClient::send(const std::string &method, const std::string &path, const std::string &body,
                            const httplib::Headers &headers, const std::string &contentType)
{
    httplib::Request request;
    request.method = method;
    request.path = path;
    request.body = body;
    request.headers = headers;
    for (const auto &[name, value] : standardHeaders()) {
        if (!request.has_header(name))
            request.set_header(name, value);
    }
    if (m_signs && !request.has_header("X-Signature")) {
        for (const auto &[name, value] : signedHeaders(method, path, body))
            request.set_header(name, value);
    }
    if (!body.empty())
        request.set_header("Content-Type", contentType);
    const auto result = m_wire.send(request);
    if (!result)
        return {};
    return {.status = result->status,
            .text = result->body,
            .body = Json::parse(result->body, nullptr, false),
            .headers = result->headers};
}

WireAnswer CityClient::signOn()
{
    const Json body = {{"deviceId", m_device}, {"siteCode", m_site}};
    WireAnswer answer = send("POST", "/v1/sessions", body.dump());
    if (answer.status == 201)
        m_token = answer.body["token"];
    return answer;
}

WireAnswer CityClient::createCase(const Json &body, const std::string &key)
{
    return send("POST", "/v1/cases", body.dump(), {{"Idempotency-Key", key}});
}

WireAnswer CityClient::createUpload(const std::string &caseId, const Page &page, const std::string &key,
                                    const std::string &part)
{
    const std::string type = page.material == "signature" ? "image/png" : "image/jpeg";
    const std::string metadata = "caseId " + toBase64(caseId) + ",material " + toBase64(page.material) + ",page " +
                                 toBase64(std::to_string(page.index)) + ",sm3 " + toBase64(sm3Hex(page.bytes)) +
                                 ",contentType " + toBase64(type) + (part.empty() ? "" : ",part " + toBase64(part));
    return send("POST", "/v1/uploads", {},
                {{"Idempotency-Key", key},
                 {"Upload-Length", std::to_string(page.bytes.size())},
                 {"Upload-Metadata", metadata}});
}

WireAnswer CityClient::offset(const std::string &location)
{
    return send("HEAD", location);
}

WireAnswer CityClient::patch(const std::string &location, std::size_t from, const std::string &bytes,
                             const httplib::Headers &more)
{
    httplib::Headers headers = more;
    headers.emplace("Upload-Offset", std::to_string(from));
    return send("PATCH", location, bytes, headers, "application/offset+octet-stream");
}

void CityClient::patchAndCut(const std::string &location, const std::string &bytes, std::size_t count)
{
    httplib::Headers headers = standardHeaders();
    headers.emplace("Upload-Offset", "0");
    headers.merge(signedHeaders("PATCH", location, bytes));
    (void)m_wire.Patch(
        location, headers, bytes.size(),
        [&](std::size_t at, std::size_t, httplib::DataSink &sink) {
            return at < count && sink.write(bytes.data() + at, count - at);
        },
        "application/offset+octet-stream");
}

WireAnswer CityClient::submit(const std::string &caseId, int pages, const std::string &key)
{
    return send("POST", "/v1/cases/" + caseId + "/submit", Json{{"pages", pages}}.dump(), {{"Idempotency-Key", key}});
}

WireAnswer CityClient::changes(const std::string &cursor)
{
    return send("GET", "/v1/cases/changes?cursor=" + cursor);
}

WireAnswer CityClient::upload(const std::string &caseId, const Page &page)
{
    const WireAnswer created = createUpload(caseId, page, newKey());
    return created.status == 201 ? patch(created.header("Location"), 0, page.bytes) : created;
}

std::string newKey()
{
    return randomUuid();
}

Json fileFacts(const std::string &bytes)
{
    return {{"sm3", sm3Hex(bytes)}, {"width", 1654}, {"height", 2339}, {"bytes", bytes.size()}};
}

Json sampleCase(const std::vector<Page> &pages, const std::string &signature)
{
    Json materials = Json::array();
    for (const Page &page : pages) {
        Json facts = fileFacts(page.bytes);
        facts["index"] = page.index;
        materials.push_back({{"key", page.material}, {"name", "银行卡"}, {"origin", "scan"}, {"pages", {facts}}});
    }
    return {{"localNumber", nextLocalNumber()},
            {"caseId", randomUuid()},
            {"itemCode", "330782-gljt"},
            {"itemVersion", "1"},
            {"siteCode", "330782101001"},
            {"deviceId", "K01"},
            {"submittedAt", "2026-11-21T08:30:00.000Z"},
            {"assurance", "idCard"},
            {"appliesAgainstAdvice", false},
            {"applicant",
             {{"credential", "citizen"},
              {"name", "张秀英"},
              {"idNumber", "11010519491231002X"},
              {"sex", "2"},
              {"birth", "1949-12-31"},
              {"ethnic", "01"},
              {"address", "青山镇杨家村12号"},
              {"issuer", "青山县公安局"},
              {"validFrom", "2012-05-01"},
              {"validTo", nullptr}}},
            {"answers", {{"bank", "rcb"}}},
            {"materials", materials},
            {"signature", signature.empty() ? Json(nullptr) : fileFacts(signature)}};
}

std::string sampleBytes(std::size_t count, char seed)
{
    std::string bytes(count, seed);
    for (std::size_t i = 0; i < count; ++i)
        bytes[i] = static_cast<char>(seed + static_cast<char>(i % 97) + static_cast<char>(i / 4096));
    return bytes;
}

} // namespace tongban::tests::platform
