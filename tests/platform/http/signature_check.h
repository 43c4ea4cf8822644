// SPDX-License-Identifier: GPL-3.0-or-later
// Who says that he sends this, and is it so: securitySchemes.signature of the contract.
#pragma once

#include "tests/platform/handlers/call.h"
#include "tests/platform/handlers/city.h"

#include <deque>
#include <set>

namespace httplib {
struct Request;
}

namespace tongban::tests::platform::http {

// Which nonces came lately; an address remembers its own. Any thread.
class Nonces
{
public:
    // False: this device used it within the span in which its timestamp would still be taken.
    [[nodiscard]] bool takeNew(const std::string &device, const std::string &nonce, std::int64_t nowMs);

private:
    std::mutex m_mutex;
    std::set<std::string> m_known;
    std::deque<std::pair<std::int64_t, std::string>> m_order; // oldest first
};

class SignatureCheck
{
public:
    explicit SignatureCheck(handlers::City &city) : m_city(city) {}

    // The digest that the signature promises of the body. Takes the nonce.
    [[nodiscard]] Outcome<std::string> check(const httplib::Request &request, const std::string &device,
                                             std::int64_t clockMs);

private:
    [[nodiscard]] bool isOf(const std::string &device, const std::string &algorithm, const std::string &text,
                            const std::string &signature);

    handlers::City &m_city;
    Nonces m_nonces;
};

} // namespace tongban::tests::platform::http
