// SPDX-License-Identifier: GPL-3.0-or-later
// The connection beneath a request: whose it is, and how to end it rudely.
#pragma once

#include "tests/platform/handlers/call.h"

#include <openssl/types.h>

namespace tongban::tests::platform::http {

[[nodiscard]] handlers::Device deviceOf(const SSL *ssl); // CN and OU of the client certificate
void cutConnection(const SSL *ssl);                      // no answer, no close_notify: the line is gone
[[nodiscard]] std::int64_t unreadBytes(const SSL *ssl);  // arrived, encrypted, and not read
void cutAllConnections();                                // every socket of this process, before it ends

} // namespace tongban::tests::platform::http
