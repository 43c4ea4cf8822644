// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/signature_check.h"

#include "tests/platform/base/digest.h"
#include "tests/platform/handlers/operations.h"
#include "tests/platform/trust/request_text.h"

#include <httplib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace tongban::tests::platform::http {

namespace {

constexpr std::int64_t allowedSkewMs = 5 * 60 * 1000;
constexpr std::array headerNames{"X-App-Id",   "X-Device-Id",           "X-Timestamp", "X-Nonce",
                                 "X-Body-SM3", "X-Signature-Algorithm", "X-Signature"};

bool isHex(const std::string &text, std::size_t digits)
{
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::optional<std::int64_t> milliseconds(const std::string &text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool read = error == std::errc() && end == text.data() + text.size() && number >= 0;
    return read ? std::optional(number) : std::nullopt;
}

trust::RequestFacts factsOf(const httplib::Request &request)
{
    return {.method = request.method,
            .target = request.target,
            .appId = request.get_header_value("X-App-Id"),
            .deviceId = request.get_header_value("X-Device-Id"),
            .timestamp = request.get_header_value("X-Timestamp"),
            .nonce = request.get_header_value("X-Nonce"),
            .bodySm3 = request.get_header_value("X-Body-SM3")};
}

} // namespace

bool Nonces::takeNew(const std::string &device, const std::string &nonce, std::int64_t nowMs)
{
    const std::scoped_lock lock(m_mutex);
    while (!m_order.empty() && m_order.front().first < nowMs - 2 * allowedSkewMs) {
        m_known.erase(m_order.front().second);
        m_order.pop_front();
    }
    const std::string entry = device + " " + nonce;
    if (!m_known.insert(entry).second)
        return false;
    m_order.emplace_back(nowMs, entry);
    return true;
}

bool SignatureCheck::isOf(const std::string &device, const std::string &algorithm, const std::string &text,
                          const std::string &signature)
{
    std::vector<std::string> keys;
    std::optional<std::string> secret;
    {
        store::Transaction transaction(m_city.database);
        store::Roster roster = m_city.roster();
        keys = roster.validKeys(device);
        if (!roster.hasKey(device)) {
            roster.takeIn(); // its file may have come since
            keys = roster.validKeys(device);
            secret = roster.hasKey(device) ? std::nullopt : roster.secret(device); // who has a key may not fall back
        }
        transaction.commit();
    }
    if (algorithm == "HMAC-SM3")
        return secret && trust::hmacSm3(*secret, text) == signature;
    return algorithm == "SM2-SM3" && std::any_of(keys.begin(), keys.end(), [&](const std::string &pem) {
               const auto key = trust::Sm2Key::fromPublicPem(pem);
               return key && key->verifies(text, signature);
           });
}

Outcome<std::string> SignatureCheck::check(const httplib::Request &request, const std::string &device,
                                           std::int64_t clockMs)
{
    const auto given = std::count_if(headerNames.begin(), headerNames.end(),
                                     [&request](const char *name) { return request.has_header(name); });
    if (given != static_cast<std::ptrdiff_t>(headerNames.size()))
        return refuse(ProblemCode::SignatureMissing, "seven headers are wanted");

    const trust::RequestFacts facts = factsOf(request);
    const auto sentAt = milliseconds(facts.timestamp);
    if (facts.deviceId != device)
        return refuse(ProblemCode::DeviceMismatch, "X-Device-Id is not the client certificate's");
    if (facts.appId != m_city.options.appId)
        return refuse(ProblemCode::SignatureWrong, "X-App-Id is unknown");
    if (!sentAt || !isHex(facts.nonce, 32) || !isHex(facts.bodySm3, 64))
        return refuse(ProblemCode::SignatureWrong, "X-Timestamp, X-Nonce or X-Body-SM3 is not one");
    if (!isOf(device, request.get_header_value("X-Signature-Algorithm"), trust::requestText(facts),
              request.get_header_value("X-Signature")))
        return refuse(ProblemCode::SignatureWrong, "X-Signature");
    if (std::llabs(clockMs - *sentAt) > allowedSkewMs) {
        const std::string time = handlers::signedTime(m_city, facts.nonce, clockMs).dump();
        return refuse(ProblemCode::ClockSkew, {}, {{"X-Server-Time-Signed", toBase64(time)}});
    }
    if (!m_nonces.takeNew(device, facts.nonce, clockMs))
        return refuse(ProblemCode::NonceSeen);
    return facts.bodySm3;
}

} // namespace tongban::tests::platform::http
