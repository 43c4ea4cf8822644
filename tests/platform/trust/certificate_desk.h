// SPDX-License-Identifier: GPL-3.0-or-later
// Where a new terminal's certificate requests (PKCS #10) are read and its TLS certificate is issued. Any thread.
#pragma once

#include "tests/platform/trust/sm2_key.h"

#include <tl/expected.hpp>

namespace tongban::tests::platform::trust {

// The public key of a request that its own key has signed, in PEM; the error says what is wrong with it.
[[nodiscard]] tl::expected<std::string, std::string> tlsKeyOf(const std::string &request); // ECDSA P-256
[[nodiscard]] tl::expected<Sm2Key, std::string> signingKeyOf(const std::string &request);  // SM2-SM3, the standard's ID

class CertificateDesk
{
public:
    // PEM files of the city's CA. The error names what cannot be read or does not belong together.
    [[nodiscard]] static tl::expected<CertificateDesk, std::string> open(const std::string &caFile,
                                                                         const std::string &keyFile);

    // A client certificate (CN = deviceId, OU = siteCode) for a public key in PEM, valid from an hour ago for 825 days.
    [[nodiscard]] std::string issue(const std::string &publicPem, const std::string &deviceId,
                                    const std::string &siteCode) const;
    [[nodiscard]] const std::string &caPem() const { return m_caPem; }

private:
    CertificateDesk() = default;
    std::string m_caPem;
    std::shared_ptr<X509> m_ca;
    std::shared_ptr<EVP_PKEY> m_key;
};

} // namespace tongban::tests::platform::trust
