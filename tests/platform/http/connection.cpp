// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/connection.h"

#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <filesystem>
#include <memory>

namespace tongban::tests::platform::http {

namespace {

std::string entryOf(X509_NAME *name, int nid)
{
    const int index = X509_NAME_get_index_by_NID(name, nid, -1);
    if (index < 0)
        return {};
    unsigned char *text = nullptr;
    const int length = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index)));
    if (length < 0)
        return {};
    std::string value(reinterpret_cast<const char *>(text), static_cast<std::size_t>(length));
    OPENSSL_free(text);
    return value;
}

} // namespace

handlers::Device deviceOf(const SSL *ssl)
{
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(ssl ? SSL_get1_peer_certificate(ssl) : nullptr,
                                                                  X509_free);
    if (!certificate)
        return {};
    X509_NAME *subject = X509_get_subject_name(certificate.get());
    return {.id = entryOf(subject, NID_commonName), .site = entryOf(subject, NID_organizationalUnitName)};
}

void cutConnection(const SSL *ssl)
{
    if (ssl)
        ::shutdown(SSL_get_fd(ssl), SHUT_RDWR);
}

std::int64_t unreadBytes(const SSL *ssl)
{
    int count = 0;
    return ssl && ::ioctl(SSL_get_fd(ssl), FIONREAD, &count) == 0 ? count : 0;
}

void cutAllConnections()
{
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator("/proc/self/fd", error))
        ::shutdown(std::atoi(entry.path().filename().c_str()), SHUT_RDWR); // of a file: refused, and no harm
}

} // namespace tongban::tests::platform::http
